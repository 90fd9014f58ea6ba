/** Asks GitHub's API with patience: what may work later is asked again, within a deadline. */
import type {Deps} from '../deps.ts';
import type {GitHub, GitHubAnswer, GitHubAsk} from '../domain/github/api.ts';
import {isPassing, retryAfter} from '../domain/github/refusal.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {messageOf} from '../errors.ts';

export interface Patience {
  /** For one answer. */
  readonly askSeconds: number;
  /** Before the second, third, ... try; GitHub's `retry-after` goes before. */
  readonly pauses: readonly number[];
  /** The most that is waited because GitHub says so. */
  readonly longestPause: number;
}

export const PATIENCE: Patience = {askSeconds: 60, pauses: [2, 6, 18], longestPause: 60};

export interface Asking {
  readonly github: GitHub;
  readonly patience: Patience;
  readonly deps: Pick<Deps, 'clock' | 'signal'>;
}

/** The last answer, whatever it says; `unable`: there was none. */
export async function askPatiently(
  ask: Omit<GitHubAsk, 'deadlineSeconds'>,
  {github, patience, deps}: Asking,
): Promise<Known<GitHubAnswer>> {
  for (const pause of [...patience.pauses, undefined]) {
    const answer = await askOnce(github, {...ask, deadlineSeconds: patience.askSeconds});
    const isLast = pause === undefined || deps.signal.aborted;
    if (!('value' in answer)) {
      if (isLast) return answer;
      await deps.clock.sleep(pause, deps.signal);
      continue;
    }
    if (isLast || !isPassing(answer.value)) return answer;
    const wanted = retryAfter(answer.value, deps.clock.now());
    if (wanted !== undefined && wanted > patience.longestPause) return answer;
    await deps.clock.sleep(wanted ?? pause, deps.signal);
  }
  return unable('GitHub was not asked');
}

async function askOnce(github: GitHub, ask: GitHubAsk): Promise<Known<GitHubAnswer>> {
  try {
    return known(await github.ask(ask));
  } catch (error) {
    return unable(messageOf(error));
  }
}
