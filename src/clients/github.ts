/** Asks GitHub's API with patience: what may work later is asked again, within a deadline. */
import type {z} from 'zod';
import type {Deps} from '../deps.ts';
import type {GitHub, GitHubResponse, GitHubRequest} from '../domain/github/api.ts';
import {
  isTransientResponse,
  refusalMessage,
  retryAfter,
  type RequestPurpose,
} from '../domain/github/refusal.ts';
import {isKnown, known, unable, type Known} from '../domain/known.ts';
import {isTransientError} from '../domain/retry.ts';
import {errorMessage} from '../errors.ts';

export interface RetryPolicy {
  /** For one answer. */
  readonly askSeconds: number;
  /** Before the second, third, ... try; GitHub's `retry-after` goes before. */
  readonly pauses: readonly number[];
  /** The most that is waited because GitHub says so. */
  readonly longestPause: number;
}

export const RETRY_POLICY: RetryPolicy = {askSeconds: 60, pauses: [2, 6, 18], longestPause: 60};

export interface GitHubContext {
  readonly github: GitHub;
  readonly retryPolicy: RetryPolicy;
  readonly deps: Pick<Deps, 'clock' | 'signal'>;
}

export interface GitHubRepository {
  readonly owner: string;
  readonly repo: string;
}

/** Nothing else that an object about it may hold: GitHub takes what it knows, and refuses or ignores the rest. */
export function repositoryParameters({owner, repo}: GitHubRepository): GitHubRepository {
  return {owner, repo};
}

export interface RetriedRequest extends Omit<GitHubRequest, 'deadlineSeconds'> {
  /** Done twice it would be there twice: it is asked again only where GitHub surely did nothing. */
  readonly isOnce?: boolean;
}

/** The last answer, whatever it says; `unable`: there was none. */
export async function requestWithRetry(
  {isOnce = false, ...ask}: RetriedRequest,
  {github, retryPolicy, deps}: GitHubContext,
): Promise<Known<GitHubResponse>> {
  for (const pause of [...retryPolicy.pauses, undefined]) {
    const answer = await askOnce(github, {...ask, deadlineSeconds: retryPolicy.askSeconds});
    const isDoubtful = !isKnown(answer) || answer.value.status >= 500;
    const isLast = pause === undefined || deps.signal.aborted || (isOnce && isDoubtful);
    if (!isKnown(answer)) {
      if (isLast || !answer.mayPass) return unable(answer.unable);
      await deps.clock.sleep(pause, deps.signal);
      continue;
    }
    if (isLast || !isTransientResponse(answer.value)) return known(answer.value);
    const wanted = retryAfter(answer.value, deps.clock.now());
    if (wanted !== undefined && wanted > retryPolicy.longestPause) return known(answer.value);
    await deps.clock.sleep(wanted ?? pause, deps.signal);
  }
  return unable('GitHub was not asked');
}

type Once = {readonly value: GitHubResponse} | {readonly unable: string; readonly mayPass: boolean};

async function askOnce(github: GitHub, ask: GitHubRequest): Promise<Once> {
  try {
    return {value: await github.request(ask)};
  } catch (error) {
    return {unable: errorMessage(error), mayPass: isTransientError(error)};
  }
}

/** No answer at all is no reason not to try the next thing; a refusal mostly is. */
export type Refused = {readonly refused: string; readonly status?: number};
export type ApiResult<T> = {readonly value: T} | Refused;

/** A success as it is; anything else as one sentence that says what to change. */
export function toApiResult(
  answer: Known<GitHubResponse>,
  asked: RequestPurpose,
): ApiResult<GitHubResponse> {
  if (!isKnown(answer))
    return {refused: `GitHub gave no answer to ${asked.what}: ${answer.unable}.`};
  const {status} = answer.value;
  if (status >= 200 && status < 300) return {value: answer.value};
  return {refused: refusalMessage(answer.value, asked), status};
}

export interface TypedRequest<T> {
  readonly asked: RequestPurpose;
  readonly schema: z.ZodType<T>;
  readonly asking: GitHubContext;
}

/** What GitHub tells, as the schema has it; its words are foreign. */
export async function requestTyped<T>(
  ask: RetriedRequest,
  {asked, schema, asking}: TypedRequest<T>,
): Promise<ApiResult<T>> {
  const answer = toApiResult(await requestWithRetry(ask, asking), asked);
  if ('refused' in answer) return answer;
  const parsed = schema.safeParse(answer.value.data);
  return parsed.success
    ? {value: parsed.data}
    : {refused: `GitHub’s answer to ${asked.what} is not one that is known.`};
}
