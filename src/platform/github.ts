/** GitHub's REST API over @actions/github: the job's proxy and API address, one deadline an ask, the run's signal. */
import type {getOctokit as GetOctokit} from '@actions/github';
import type {GitHub, GitHubResponse} from '../domain/github/api.ts';
import {RUN_OVER} from '../errors.ts';

type Octokit = ReturnType<typeof GetOctokit>;
type OctokitOptions = NonNullable<Parameters<typeof GetOctokit>[1]>;

export interface GitHubOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Nothing is loaded before the first ask. */
export function liveGitHub(token: string, {env, signal}: GitHubOptions): GitHub {
  let octokit: Promise<Octokit> | undefined;
  return {
    request: async ({route, parameters, deadlineSeconds}) => {
      octokit ??= connect(token, env);
      const {request} = await octokit;
      const limit = AbortSignal.any([signal, AbortSignal.timeout(deadlineSeconds * 1000)]);
      try {
        return answerOf(
          await request(route, {...parameters, request: {signal: limit, retries: 0}}),
        );
      } catch (error) {
        const answer = responseOf(error);
        if (answer !== undefined) return answer;
        throw new Error(wordsOf(error, {run: signal, limit, deadlineSeconds}), {cause: error});
      }
    },
  };
}

async function connect(token: string, env: Readonly<Record<string, string>>): Promise<Octokit> {
  const {getOctokit} = await import('@actions/github');
  const quiet = (): void => undefined;
  const options: OctokitOptions = {
    ...(env['GITHUB_API_URL'] === undefined ? {} : {baseUrl: env['GITHUB_API_URL']}),
    // Foreign words go to the log by our own writer alone.
    log: {debug: quiet, info: quiet, warn: quiet, error: quiet},
  };
  return getOctokit(token, options);
}

interface Response {
  readonly status: number;
  readonly headers: object;
  readonly data: unknown;
}

function answerOf({status, headers, data}: Response): GitHubResponse {
  const pairs: [string, unknown][] = Object.entries(headers);
  const texts = pairs.map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {status, headers: Object.fromEntries(texts), data};
}

/** Octokit throws what is not a success; a status is an answer all the same. */
function responseOf(error: unknown): GitHubResponse | undefined {
  if (!isObject(error) || !('response' in error) || !isObject(error.response)) return undefined;
  const {response} = error;
  if (!('status' in response) || typeof response.status !== 'number') return undefined;
  const headers = 'headers' in response && isObject(response.headers) ? response.headers : {};
  return answerOf({
    status: response.status,
    headers,
    data: 'data' in response ? response.data : '',
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

interface RequestLimits {
  readonly run: AbortSignal;
  readonly limit: AbortSignal;
  readonly deadlineSeconds: number;
}

function wordsOf(error: unknown, {run, limit, deadlineSeconds}: RequestLimits): string {
  if (run.aborted) return RUN_OVER;
  if (limit.aborted) return `no full answer within ${Math.ceil(deadlineSeconds)} seconds`;
  return innermost(error).replace(/\.$/, '');
}

/** "fetch failed" has its reason as its cause. */
function innermost(error: unknown): string {
  if (!isObject(error)) return String(error);
  if ('cause' in error && isObject(error.cause)) return innermost(error.cause);
  if ('message' in error && typeof error.message === 'string' && error.message !== '')
    return error.message;
  return 'code' in error ? String(error.code) : 'no reason was given';
}
