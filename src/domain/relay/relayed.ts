/** That a report is a stranger's, and where it goes. Pure. */
import {githubLinks, type Links} from '../github/links.ts';
import type {AnalysisTarget, Variables} from '../github/target.ts';
import {parseRepository} from '../github/target.ts';
import {known, unable, type Known} from '../known.ts';
import type {RelayedPull} from './pull.ts';

export interface Relayed {
  /** Absent: there is nothing to relay, and only this run says so. */
  readonly pull?: RelayedPull;
  /** The workflow run that has reported it. */
  readonly runId: string;
  /** One sentence, under the verdict. */
  readonly message: string;
}

const SHORT_COMMIT = 12;

export function relayedMessage({by, from, commit}: RelayedPull): string {
  const whose = by === 'fork' ? 'the fork’s' : 'Dependabot’s';
  return `As reported by ${whose} own run, of ${from} at ${commit.slice(0, SHORT_COMMIT)}. Nobody here has checked it.`;
}

/** Of each pull request's head, which is the one commit that the stranger's run was of. */
export function relayedTargets(
  env: Variables,
  {numbers, commit}: RelayedPull,
): Known<readonly AnalysisTarget[]> {
  const repository = parseRepository(env);
  return repository === undefined
    ? unable('the run has no ref and commit')
    : known(numbers.map((number) => ({...repository, ref: `refs/pull/${number}/head`, commit})));
}

/** `7 pull requests have this head: 5 of them (1, 2, 3, 4, 5) are told, and 2 are left out.` */
export function leftOutMessages({numbers, leftOut}: RelayedPull): readonly string[] {
  if (leftOut === 0) return [];
  const all = numbers.length + leftOut;
  return [
    `${all} pull requests have this head: ${numbers.length} of them (${numbers.join(', ')}) are told, and ${leftOut} ${leftOut === 1 ? 'is' : 'are'} left out.`,
  ];
}

/** Places at the commit that is reported, and the run that has reported it. */
export function relayedLinks(env: Variables, {pull, runId}: Relayed): Links {
  return githubLinks({...env, GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: ''}, pull?.commit);
}
