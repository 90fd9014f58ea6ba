/** Asks GitHub's API with patience: what may work later is asked again, within a deadline. */
import type {z} from 'zod';
import type {Deps} from '../deps.ts';
import type {GitHub, GitHubAnswer, GitHubAsk} from '../domain/github/api.ts';
import {isPassing, refusalOf, retryAfter, type Asked} from '../domain/github/refusal.ts';
import {isKnown, known, unable, type Known} from '../domain/known.ts';
import {mayPass} from '../domain/retry.ts';
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

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** Nothing else that an object about it may hold: GitHub takes what it knows, and refuses or ignores the rest. */
export function named({owner, repo}: Repository): Repository {
  return {owner, repo};
}

export interface PatientAsk extends Omit<GitHubAsk, 'deadlineSeconds'> {
  /** Done twice it would be there twice: it is asked again only where GitHub surely did nothing. */
  readonly isOnce?: boolean;
}

/** The last answer, whatever it says; `unable`: there was none. */
export async function askPatiently(
  {isOnce = false, ...ask}: PatientAsk,
  {github, patience, deps}: Asking,
): Promise<Known<GitHubAnswer>> {
  for (const pause of [...patience.pauses, undefined]) {
    const answer = await askOnce(github, {...ask, deadlineSeconds: patience.askSeconds});
    const isDoubtful = !isKnown(answer) || answer.value.status >= 500;
    const isLast = pause === undefined || deps.signal.aborted || (isOnce && isDoubtful);
    if (!isKnown(answer)) {
      if (isLast || !answer.mayPass) return unable(answer.unable);
      await deps.clock.sleep(pause, deps.signal);
      continue;
    }
    if (isLast || !isPassing(answer.value)) return known(answer.value);
    const wanted = retryAfter(answer.value, deps.clock.now());
    if (wanted !== undefined && wanted > patience.longestPause) return known(answer.value);
    await deps.clock.sleep(wanted ?? pause, deps.signal);
  }
  return unable('GitHub was not asked');
}

type Once = {readonly value: GitHubAnswer} | {readonly unable: string; readonly mayPass: boolean};

async function askOnce(github: GitHub, ask: GitHubAsk): Promise<Once> {
  try {
    return {value: await github.ask(ask)};
  } catch (error) {
    return {unable: messageOf(error), mayPass: mayPass(error)};
  }
}

/** No answer at all is no reason not to try the next thing; a refusal mostly is. */
export type Refused = {readonly refused: string; readonly status?: number};
export type Tried<T> = {readonly value: T} | Refused;

/** A success as it is; anything else as one sentence that says what to change. */
export function taken(answer: Known<GitHubAnswer>, asked: Asked): Tried<GitHubAnswer> {
  if (!isKnown(answer))
    return {refused: `GitHub gave no answer to ${asked.what}: ${answer.unable}.`};
  const {status} = answer.value;
  if (status >= 200 && status < 300) return {value: answer.value};
  return {refused: refusalOf(answer.value, asked), status};
}

export interface Reading<T> {
  readonly asked: Asked;
  readonly schema: z.ZodType<T>;
  readonly asking: Asking;
}

/** What GitHub tells, as the schema has it; its words are foreign. */
export async function readAs<T>(
  ask: PatientAsk,
  {asked, schema, asking}: Reading<T>,
): Promise<Tried<T>> {
  const answer = taken(await askPatiently(ask, asking), asked);
  if ('refused' in answer) return answer;
  const parsed = schema.safeParse(answer.value.data);
  return parsed.success
    ? {value: parsed.data}
    : {refused: `GitHub’s answer to ${asked.what} is not one that is known.`};
}
