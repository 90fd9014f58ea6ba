/** Bodies of a registry's answers: bounded, checked, put into words. */
import {createHash} from 'node:crypto';
import {Transform, type Readable} from 'node:stream';
import {z} from 'zod';
import type {HttpResponse} from '../deps.ts';
import {isTransientStatus, parseRetryAfter} from '../domain/registry/retry.ts';
import {isTransientError} from '../domain/retry.ts';
import {errorMessage} from '../errors.ts';

/** Why nothing was pulled, in words that can follow a colon. */
export class PullFailed extends Error {
  override readonly name = 'PullFailed';
  /** Seconds to wait at least before it may go better; undefined: trying again is no use. */
  readonly wait: number | undefined;

  constructor(message: string, options: {readonly wait?: number; readonly cause?: unknown} = {}) {
    super(message, options.cause === undefined ? undefined : {cause: options.cause});
    this.wait = options.wait;
  }
}

/** No answer, or only a part of one. */
export function brokenOff(cause: unknown, doing = ''): PullFailed {
  return new PullFailed(`${doing}${errorMessage(cause)}`, {
    cause,
    ...(isTransientError(cause) && {wait: 0}),
  });
}

const LARGEST_ERROR = 64 * 1024;

const errorSchema = z.object({
  errors: z.array(z.object({code: z.string().regex(/^[A-Z_]{1,40}$/)})).min(1),
});

/** Any other status than 200; of the body only the specification's own code is taken. */
export async function readPullFailure(answer: HttpResponse, now: Date): Promise<PullFailed> {
  const {status, headers} = answer;
  const body = await readAll(answer.body, LARGEST_ERROR).catch(() => Buffer.alloc(0));
  const parsed = errorSchema.safeParse(parseJson(body));
  const code = parsed.success ? parsed.data.errors[0]?.code : undefined;
  const words = `it answered ${status}${code === undefined ? '' : ` ${code}`}`;
  if (!isTransientStatus(status)) return new PullFailed(words);
  const wait = parseRetryAfter(headers['retry-after'], now);
  const asked = wait > 0 ? ` and asks to wait ${Math.ceil(wait)} seconds` : '';
  return new PullFailed(`${words}${asked}`, {wait});
}

/** @throws {PullFailed} when there is more, or it breaks off */
export async function readAll(body: Readable, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > most) break;
      parts.push(Buffer.from(chunk));
    }
  } catch (cause) {
    throw brokenOff(cause);
  }
  if (bytes > most) throw new PullFailed(`its answer has more than ${most} bytes`);
  return Buffer.concat(parts);
}

/** Undefined for what is no JSON. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Passes bytes on, counted and hashed; more than `most` break it off. */
export class Meter extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;

  constructor(most: number) {
    super({
      transform: (chunk: Buffer, _, done) => {
        this.#hash.update(chunk);
        this.bytes += chunk.length;
        if (this.bytes > most) done(new Error(`there are more than ${most} bytes`));
        else done(null, chunk);
      },
    });
  }

  /** Once, at the end. */
  digest(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}
