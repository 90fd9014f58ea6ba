/** What the event's own document says of branches and commits. Foreign until it is parsed. Pure. */
import {z} from 'zod';
import {defined} from '../defined.ts';
import {isOfEvent} from '../github/target.ts';
import {ownProperty} from '../own-property.ts';

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

const schema = z.object({
  repository: z.object({default_branch: z.string()}).optional().catch(undefined),
  /** Of a push: what the branch was at. */
  before: sha.optional().catch(undefined),
  pull_request: z
    .object({
      base: z.object({sha}),
      head: z.object({sha}).optional().catch(undefined),
      number: z.int().positive().optional(),
    })
    .optional()
    .catch(undefined),
  merge_group: z.object({base_sha: sha}).optional().catch(undefined),
});

export interface EventDocument {
  readonly defaultBranch?: string;
  readonly before?: string;
  /** Of a pull request or a merge group: what it is to be merged into. */
  readonly baseSha?: string;
  /** Of a pull request. */
  readonly headSha?: string;
  /** The number of the pull request. */
  readonly pullRequest?: number;
}

/** Empty where it is none. */
export function parseEvent(json: string): EventDocument {
  try {
    const {repository, before, ...change} = schema.parse(JSON.parse(json));
    const {number, head} = change.pull_request ?? {};
    const baseSha = change.pull_request?.base.sha ?? change.merge_group?.base_sha;
    return {
      ...defined({defaultBranch: repository?.default_branch}),
      ...(before === undefined || /^0+$/.test(before) ? {} : {before}),
      ...defined({baseSha, headSha: head?.sha, pullRequest: number}),
    };
  } catch {
    return {};
  }
}

export interface Commits {
  readonly event: EventDocument;
  /** Of the commit that is checked out, first one first. */
  readonly parents: readonly string[];
  /** The commit that is checked out. */
  readonly head: string;
  /** GITHUB_SHA. */
  readonly sha: string | undefined;
}

/**
 * The commits whose record is this run's baseline, the best first; none for what has no base. What the
 * event tells of is before its own commit, and not before another one.
 */
export function baselineCommits(name: string | undefined, commits: Commits): readonly string[] {
  const {head, sha, event} = commits;
  const candidates = ownProperty(CANDIDATES, name ?? '');
  if (candidates === undefined) return [];
  const found = isOfEvent(head, {sha, pullHead: event.headSha})
    ? candidates(commits)
    : again(commits);
  return [...new Set(found.filter((commit) => commit !== undefined))];
}

type Candidates = (commits: Commits) => readonly (string | undefined)[];

/** Nothing was changed: what an earlier run has kept of this very commit goes first. */
const again: Candidates = ({head, parents: [first]}) => [head, first];

const CANDIDATES: Readonly<Record<string, Candidates>> = {
  // The merge commit that is checked out was made of the base, then of the pull request.
  pull_request: ({event, parents: [first]}) => [first, event.baseSha],
  merge_group: ({event}) => [event.baseSha],
  push: ({event, parents: [first]}) => [event.before, first],
  schedule: again,
  workflow_dispatch: again,
  repository_dispatch: again,
};

/** Commits of a pull request's base that are looked at for a record. */
export const MOST_ANCESTORS = 50;

/** Where a run is: how it was started, and the job's environment. */
export interface RunContext {
  readonly invocation: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether it is in a job of GitHub Actions, however it was started: the command in a `run:` step is on nobody's laptop. */
export function isInJob({invocation, env}: RunContext): boolean {
  return invocation === 'action' || env['GITHUB_ACTIONS'] === 'true';
}

/** Whether somebody's change is judged before it is merged: a pull request, or its place in the merge queue. */
export function isChange({invocation, env}: RunContext): boolean {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  return invocation === 'action' && ['pull_request', 'merge_group'].includes(event);
}
