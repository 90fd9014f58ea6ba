/** Who may leave something for later runs: threats.md rule 10. Pure. */
import {known, unable, type Known} from '../known.ts';

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
  /** The commit that is checked out; undefined where git cannot tell. */
  readonly head: string | undefined;
  /** Nothing that git tracks was changed since. */
  readonly isClean: boolean;
}

/** @returns `unable`: why not, in words that can follow a colon */
export function mayKeep(facts: RunFacts): Known<undefined> {
  const {event, ref, defaultBranch, sha, head, isClean} = facts;
  if (event === undefined || !EVENTS.includes(event))
    return unable(`it is made on the default branch only, and this is ${event ?? 'no event'}`);
  if (defaultBranch === undefined) return unable('the event does not name the default branch');
  if (ref !== `refs/heads/${defaultBranch}`)
    return unable(`it is made on the default branch (${defaultBranch}) only`);
  if (head === undefined || head !== sha)
    return unable('the commit that is checked out is not that of the event');
  if (!isClean) return unable('files were changed after they were checked out');
  return known(undefined);
}
