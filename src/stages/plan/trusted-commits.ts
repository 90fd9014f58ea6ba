/** Which commits an event may build that runs with the default branch's rights: threats.md rule 10. */
import {readEventText} from '../../clients/event.ts';
import {RETRY_POLICY} from '../../clients/github.ts';
import {isInBranch} from '../../clients/history.ts';
import type {Deps} from '../../deps.ts';
import {parseRepository} from '../../domain/github/target.ts';
import {parseEvent} from '../../domain/keep/event-commits.ts';
import {known, unable, type Known} from '../../domain/known.ts';
import {memoize} from '../../domain/memoize.ts';
import {ownCommits} from '../../domain/plan/event.ts';

/** `unable`: why not, as what follows the name of a thing. */
export type MayBuild = (commit: string) => Promise<Known<undefined>>;

/** Each commit is asked for once, and only if it is needed. */
export async function trustedCommits(
  {event, token}: {readonly event: string; readonly token: string | undefined},
  deps: Deps,
): Promise<MayBuild> {
  const {env} = deps.workflow;
  const text = await readEventText(deps);
  const own = ownCommits({event, sha: env['GITHUB_SHA']}, text);
  const at = parseRepository(env);
  const {defaultBranch: branch} = parseEvent(text);
  const ask = async (commit: string): Promise<Known<undefined>> => {
    const not = (reason: string): Known<never> =>
      unable(`is of commit ${commit}, which is not the event’s own, and ${reason}`);
    if (at === undefined || branch === undefined)
      return not('the event does not name the default branch');
    if (token === undefined)
      return not(`without the input token nobody can be asked whether ${branch} has it`);
    const asking = {github: deps.github(token), retryPolicy: RETRY_POLICY, deps};
    const answer = await isInBranch(at, {branch, commit}, asking);
    if ('refused' in answer)
      return not(
        `whether ${branch} has it is not known (${answer.refused.replace(/\.$/, '')}; this takes contents: read)`,
      );
    return answer.value ? known(undefined) : not(`${branch} does not have it`);
  };
  const asked = memoize(ask, (commit) => commit);
  return async (commit) => (own.includes(commit) ? known(undefined) : asked(commit));
}
