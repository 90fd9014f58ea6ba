/** What GitHub's API answers when it does not do what was asked, in one line that says what to change. Pure. */
import {z} from 'zod';
import type {GitHubResponse} from './api.ts';
import {plainLine} from '../text/plain-text.ts';

const LONGEST = 300;

const bodySchema = z.object({
  message: z.string().optional(),
  errors: z.array(z.unknown()).optional(),
});

/** What was asked for, and what it takes. */
export interface RequestPurpose {
  /** `the upload to code scanning`. */
  readonly what: string;
  /** `security-events: write`. */
  readonly permission: string;
  /** Of a 404: what else there may be none of, beside the repository. */
  readonly unseen: string;
  /** Of a 413: how to make it smaller. */
  readonly tooLarge?: string;
}

/** GitHub's own words, on one line; its errors after its message. */
export function responseMessage({data}: Pick<GitHubResponse, 'data'>): string {
  if (typeof data === 'string') return plainLine(data).slice(0, LONGEST);
  const parsed = bodySchema.safeParse(data);
  if (!parsed.success) return '';
  const {message = '', errors = []} = parsed.data;
  const details = errors.flatMap((error) => {
    if (typeof error === 'string') return [error];
    const inner = bodySchema.safeParse(error);
    return inner.success && inner.data.message !== undefined ? [inner.data.message] : [];
  });
  return plainLine([message, ...details].join(' ')).slice(0, LONGEST);
}

/** Whether the same ask may work later: it was too much, or GitHub itself failed. */
export function isTransientResponse(answer: GitHubResponse): boolean {
  return answer.status === 429 || answer.status >= 500 || isRateLimit(answer);
}

/** Seconds that GitHub wants us to wait; undefined when it does not say. */
export function retryAfter({headers}: GitHubResponse, now: Date): number | undefined {
  const seconds = Number(headers['retry-after'] ?? 'none');
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  if (headers['x-ratelimit-remaining'] !== '0') return undefined;
  const reset = Number(headers['x-ratelimit-reset'] ?? 'none');
  return Number.isFinite(reset) ? Math.max(0, reset - now.getTime() / 1000) : undefined;
}

function isRateLimit(answer: GitHubResponse): boolean {
  const {status, headers} = answer;
  return (
    (status === 403 || status === 429) &&
    (headers['retry-after'] !== undefined ||
      headers['x-ratelimit-remaining'] === '0' ||
      /rate limit|abuse/i.test(responseMessage(answer)))
  );
}

/** One sentence: what was refused, and which permission or setting is missing. */
export function refusalMessage(answer: GitHubResponse, asked: RequestPurpose): string {
  const words = responseMessage(answer);
  const said = words === '' ? '' : ` ("${words.replace(/\.$/, '')}")`;
  return `GitHub refused ${asked.what} with status ${answer.status}${said}: ${remedyOf(answer, asked)}`;
}

function remedyOf(answer: GitHubResponse, {permission, unseen, tooLarge}: RequestPurpose): string {
  const {status} = answer;
  if (isRateLimit(answer) || status === 429)
    return 'its rate limit is used up; the next run tries again.';
  if (status >= 500) return 'it has a problem of its own; the next run tries again.';
  switch (status) {
    case 401:
      return 'it does not accept the token; check the input token.';
    case 403:
      return forbidden(answer, permission);
    case 404:
      return `the token does not see the repository, or ${unseen}; give the job ${[...new Set(['contents: read', permission])].join(' and ')}.`;
    case 413:
      return `it is too large${tooLarge === undefined ? '' : `; ${tooLarge}`}.`;
    default:
      return 'it could not be taken as it is.';
  }
}

function forbidden(answer: GitHubResponse, permission: string): string {
  const words = responseMessage(answer);
  if (/advanced security|code security|code scanning is not enabled/i.test(words))
    return 'code scanning is not available for this repository; switch it on under Settings, Code security (a private repository needs GitHub Code Security), or set the input sarif to file.';
  if (/archived|read-only/i.test(words)) return 'the repository takes no writes.';
  if (/\blocked\b/i.test(words))
    return 'the conversation is locked; unlock it, or give the input token one of somebody who may write there.';
  const accepted = answer.headers['x-accepted-github-permissions'];
  const named = accepted === undefined ? '' : ` (GitHub asks for ${plainLine(accepted)})`;
  return `the token may not; give the job permissions: ${permission}${named}.`;
}
