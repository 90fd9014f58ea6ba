/** What the event's own document says of branches and commits. Foreign until it is parsed. Pure. */
import {z} from 'zod';

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

const schema = z.object({
  repository: z.object({default_branch: z.string()}).optional().catch(undefined),
  /** Of a push: what the branch was at. */
  before: sha.optional().catch(undefined),
  pull_request: z
    .object({base: z.object({sha}), number: z.int().positive().optional()})
    .optional()
    .catch(undefined),
});

export interface EventDocument {
  readonly defaultBranch?: string;
  readonly before?: string;
  readonly baseSha?: string;
  /** The number of the pull request. */
  readonly pullRequest?: number;
}

/** Empty where it is none. */
export function parseEvent(json: string): EventDocument {
  try {
    const {repository, before, pull_request: pull} = schema.parse(JSON.parse(json));
    return {
      ...(repository === undefined ? {} : {defaultBranch: repository.default_branch}),
      ...(before === undefined || /^0+$/.test(before) ? {} : {before}),
      ...(pull === undefined ? {} : {baseSha: pull.base.sha}),
      ...(pull?.number === undefined ? {} : {pullRequest: pull.number}),
    };
  } catch {
    return {};
  }
}

/** The commits whose record is this run's baseline, the best first; none for what has no base. */
export function baselineCommits(
  name: string | undefined,
  {event, parents}: {readonly event: EventDocument; readonly parents: readonly string[]},
): readonly string[] {
  const [first] = parents;
  // The merge commit that is checked out was made of the base, then of the pull request.
  const found =
    name === 'pull_request' ? [first, event.baseSha] : name === 'push' ? [event.before, first] : [];
  return [...new Set(found.filter((commit) => commit !== undefined))];
}
