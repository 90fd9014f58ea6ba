/** Which events may build what is checked out: threats.md rule 10. Pure. */
import {UserError} from '../../errors.ts';

const PRIVILEGED = ['pull_request_target', 'issue_comment', 'workflow_run'];

export interface EventFacts {
  readonly event: string | undefined;
  /** GITHUB_SHA. */
  readonly sha: string | undefined;
  /** The commit that is checked out; undefined where git cannot tell. */
  readonly head: string | undefined;
}

/**
 * Such an event runs with the default branch's rights; another commit checked out may be a stranger's.
 * @throws {UserError} with the reason and the way that is safe
 */
export function refuseUnsafe({event, sha, head}: EventFacts): void {
  if (event === undefined || !PRIVILEGED.includes(event)) return;
  if (head !== undefined && head === sha) return;
  const checkedOut =
    head === undefined
      ? 'git cannot tell which commit is checked out'
      : `commit ${head} is checked out`;
  throw new UserError(
    `On ${event} the workflow runs with the default branch's rights and secrets, and ${checkedOut} instead of ${sha ?? 'the commit of the event'}: building it could hand them to a stranger. Run Plimsoll on pull_request instead, which has neither.`,
  );
}
