/** The files of the commit that a pull request is to be merged into. */
import {readEventText} from '../../clients/event.ts';
import {commitFiles, type CommitFiles} from '../../clients/commit-files.ts';
import {RETRY_POLICY} from '../../clients/github.ts';
import type {Deps} from '../../deps.ts';
import {isChange, parseEvent} from '../../domain/keep/event-commits.ts';
import {parseRepository} from '../../domain/github/target.ts';
import {known, unable, type Known} from '../../domain/known.ts';
import {errorMessage} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';

export interface BaseFilesRequest {
  /** Absolute. */
  readonly repository: string;
  readonly token: string | undefined;
}

/** Whether the policy that judges is the base's, and not that of the checkout. */
export function isJudgedByBase(
  {policyFrom}: Pick<Inputs, 'policyFrom'>,
  workflow: Deps['workflow'],
): boolean {
  return policyFrom === 'base' && isChange(workflow);
}

/** `unable` in words that can follow a colon. */
export async function baseFiles(
  {repository, token}: BaseFilesRequest,
  deps: Deps,
): Promise<Known<CommitFiles>> {
  const at = parseRepository(deps.workflow.env);
  const {baseSha: commit} = parseEvent(await readEventText(deps));
  if (at === undefined || commit === undefined) return unable('the event names no base commit');
  if (token === undefined) return unable('there is no token to ask GitHub with');
  const asking = {github: deps.github(token), retryPolicy: RETRY_POLICY, deps};
  const files = commitFiles({at, commit, root: repository}, asking);
  try {
    // A token that may not look gets the same answer as for a file that is not there.
    if ((await files.stat(repository)) !== undefined) return known(files);
    return unable('the token does not see it; give the job permissions: contents: read');
  } catch (error) {
    return unable(errorMessage(error).replace(/\.$/, ''));
  }
}
