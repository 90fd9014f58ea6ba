/** Which events build a stranger's files with the default branch's rights, and which commits they may: threats.md rule 10. Pure. */
import {z} from 'zod';

/**
 * Their run has no more rights than the code that it is of, or that code is of somebody who may write to
 * the repository. What is not here, also what GitHub will think of next, is held to its commits.
 */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'merge_group', 'release'],
  ...['pull_request', 'pull_request_review', 'pull_request_review_comment'],
]);

/** Outside of a workflow run there is no event, and there are no rights of a default branch. */
export function isPrivileged(event: string | undefined): event is string {
  return event !== undefined && event !== '' && !HARMLESS.has(event);
}

/** Runs of these are of code that was in the repository before they began. */
const OF_THE_REPOSITORY: ReadonlySet<string> = new Set([
  ...['push', 'schedule', 'workflow_dispatch', 'merge_group'],
]);

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const runSchema = z.object({
  repository: z.object({id: z.int()}),
  workflow_run: z.object({
    event: z.string(),
    head_sha: z.string(),
    head_repository: z.object({id: z.int()}),
  }),
});

/**
 * Commits that need not be asked for: the event's own, and that of a run which was started by code of this
 * very repository. Names of branches are a stranger's to choose, and are not looked at.
 *
 * @param json the event's document
 */
export function ownCommits(
  {event, sha}: {readonly event: string; readonly sha: string | undefined},
  json: string,
): readonly string[] {
  const ofRun = event === 'workflow_run' ? commitOfRun(json) : undefined;
  return [sha, ofRun].filter(isCommit);
}

function commitOfRun(json: string): string | undefined {
  try {
    const {repository, workflow_run: run} = runSchema.parse(JSON.parse(json));
    const isOurs = OF_THE_REPOSITORY.has(run.event) && run.head_repository.id === repository.id;
    return isOurs ? run.head_sha : undefined;
  } catch {
    return undefined;
  }
}

export function isCommit(text: string | undefined): text is string {
  return text !== undefined && SHA.test(text);
}

/** What to do instead, at the end of every refusal. */
export const SAFE_WAY =
  'Build on pull_request, which has no such rights, and publish with mode: relay on workflow_run; a file that a step generates is made in a stage of the Dockerfile instead.';

/** @param what is wrong, as the end of a sentence */
export function refusalWords(event: string, what: string): string {
  return `On ${event} the workflow runs with the default branch’s rights and secrets, and ${what}: building it could hand them to a stranger. ${SAFE_WAY}`;
}
