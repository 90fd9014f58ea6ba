/** Who may leave something for later runs: threats.md rule 10. Pure. */
import {isKnown, known, unable, type Known} from '../known.ts';

/** Events that run what the default branch holds, and nobody else's. */
const EVENTS = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'];

export interface RunFacts {
  readonly event: string | undefined;
  /** GITHUB_REF: `refs/heads/main`. */
  readonly ref: string | undefined;
  /** As the event says it. */
  readonly defaultBranch: string | undefined;
  /** GITHUB_SHA. */
  readonly sha: string | undefined;
  /** The commit that is checked out. */
  readonly head: Known<string>;
  /** A file that was changed since, of those that git tracks. */
  readonly dirty: Known<string | undefined>;
}

/** @returns `unable`: why not, in words that can follow a colon */
export function mayKeep(facts: RunFacts): Known<undefined> {
  const {event, ref, defaultBranch, sha, head, dirty} = facts;
  if (event === undefined || !EVENTS.includes(event))
    return unable(`it is made on the default branch only, and this is ${event ?? 'no event'}`);
  if (defaultBranch === undefined) return unable('the event does not name the default branch');
  if (ref !== `refs/heads/${defaultBranch}`)
    return unable(`it is made on the default branch (${defaultBranch}) only`);
  if (!isKnown(head)) return head;
  if (head.value !== sha)
    return unable(
      `commit ${head.value} is checked out, and not that of the event (${sha ?? 'none'})`,
    );
  if (!isKnown(dirty)) return dirty;
  return dirty.value === undefined
    ? known(undefined)
    : unable(`${dirty.value} was changed after it was checked out`);
}
