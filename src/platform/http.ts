/** GET over fetch: redirects counted, one deadline for all of it, the run's signal, the job's proxy. */
import {Readable} from 'node:stream';
import type {Fetched, Init} from './fetched.ts';
import type {Http, HttpResponse, HttpRequest} from '../deps.ts';
import {ownProperty} from '../domain/own-property.ts';
import {PERMANENT_ERROR_CODE} from '../domain/retry.ts';
import {RUN_OVER} from '../errors.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'];

export interface HttpOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export function liveHttp({env, signal}: HttpOptions): Http {
  return {
    get: async (ask) => {
      const limit = limitOf(ask.deadlineSeconds, signal);
      try {
        return answerOf(await follow(ask, {env, signal: limit.signal}), limit);
      } catch (error) {
        limit.end();
        throw new Error(wordsOf(error), {cause: error});
      }
    },
  };
}

interface Limit {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** Not AbortSignal.timeout: it says less, and holds on after the answer is there. */
function limitOf(seconds: number, run: AbortSignal): Limit {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`no full answer within ${Math.ceil(seconds)} seconds`));
  }, seconds * 1000);
  const onRunEnd = (): void => {
    controller.abort(new Error(RUN_OVER));
  };
  if (run.aborted) onRunEnd();
  run.addEventListener('abort', onRunEnd, {once: true});
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      run.removeEventListener('abort', onRunEnd);
    },
  };
}

async function follow(ask: HttpRequest, options: HttpOptions): Promise<Fetched> {
  let url = new URL(ask.url);
  const headers = new Headers({'accept-encoding': 'identity', ...ask.headers});
  const content =
    ask.json === undefined
      ? ({method: 'GET'} as const)
      : ({method: 'POST', body: JSON.stringify(ask.json)} as const);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const answer = await fetchOnce(url, {...content, headers}, options);
    const location = answer.headers.get('location');
    if (!REDIRECTS.has(answer.status) || location === null) return answer;
    await answer.body?.cancel();
    const next = new URL(location, url);
    if (url.protocol === 'https:' && next.protocol !== 'https:')
      throw lasting('it redirects from https to another protocol');
    if (next.origin !== url.origin) headers.delete('authorization');
    url = next;
  }
  throw lasting(`it redirects more than ${MOST_REDIRECTS} times`);
}

function lasting(words: string): Error {
  return Object.assign(new Error(words), {code: PERMANENT_ERROR_CODE});
}

/** node's own fetch knows no proxy unless node was started for it. */
async function fetchOnce(
  url: URL,
  content: Omit<Init, 'signal' | 'redirect'>,
  {env, signal}: HttpOptions,
): Promise<Fetched> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw lasting(`${url.protocol} is no protocol of the web`);
  const init: Init = {...content, signal, redirect: 'manual'};
  if (!PROXIES.some((name) => (ownProperty(env, name) ?? '') !== '')) return fetch(url, init);
  const {fetchByProxy} = await import('./proxy.ts');
  return fetchByProxy(url, init);
}

/** An error of a body that nobody reads any more must not end the process. */
function answerOf(response: Fetched, limit: Limit): HttpResponse {
  const body = response.body === null ? Readable.from([]) : Readable.from(bytesOf(response));
  body.on('error', () => undefined);
  body.once('close', limit.end);
  return {status: response.status, headers: Object.fromEntries(response.headers.entries()), body};
}

async function* bytesOf({body}: Fetched): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of body ?? []) yield chunk;
  } catch (error) {
    throw new Error(wordsOf(error), {cause: error});
  }
}

/** fetch says "fetch failed", and its cause why. */
function wordsOf(error: unknown): string {
  if (!isError(error)) return String(error);
  if (isError(error.cause)) return wordsOf(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (error.message === '' ? code : error.message).replace(/\.$/, '');
}

/** Not instanceof: under jest the error is of another realm. */
function isError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error;
}
