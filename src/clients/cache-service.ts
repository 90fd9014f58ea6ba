/** Whether the job's cache service answers at all: asked once, for something that is not there. */
import {text} from 'node:stream/consumers';
import type {Deps, HttpRequest} from '../deps.ts';
import {errorMessage} from '../errors.ts';

/** What a service that works takes far less than. */
const MOST_SECONDS = 5;
const KEY = 'plimsoll-probe';
const VERSION = '0'.repeat(64);

/** Undefined when it does; else why it cannot be used, in words that can follow a colon. */
export async function probeCacheService(
  patienceSeconds: number,
  {http, workflow}: Pick<Deps, 'http' | 'workflow'>,
): Promise<string | undefined> {
  try {
    const deadlineSeconds = Math.min(MOST_SECONDS, patienceSeconds);
    const {status, body} = await http.get({...probeOf(workflow.env), deadlineSeconds});
    const words = await text(body);
    if (status === 401 || status === 403) return `the service refuses the token (status ${status})`;
    if (status !== 200 && status !== 204) return `the service answered with status ${status}`;
    if (words !== '') JSON.parse(words);
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError
      ? 'the service answered with words that are none of its own'
      : `the service does not answer (${errorMessage(error)})`;
  }
}

function probeOf(env: Readonly<Record<string, string>>): Omit<HttpRequest, 'deadlineSeconds'> {
  const {ACTIONS_RUNTIME_TOKEN: token = '', ACTIONS_RESULTS_URL: two = ''} = env;
  const headers = {authorization: `Bearer ${token}`, accept: 'application/json'};
  if (env['ACTIONS_CACHE_SERVICE_V2'] === undefined) {
    const one = env['ACTIONS_CACHE_URL'] ?? '';
    const url = `${one}_apis/artifactcache/cache?keys=${KEY}&version=${VERSION}`;
    return {url, headers};
  }
  return {
    url: `${two}twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL`,
    headers: {...headers, 'content-type': 'application/json'},
    json: {key: KEY, restore_keys: [], version: VERSION},
  };
}
