/** What the job's runtime token lets us do with the cache service. Read before anything is built. Pure. */
import {z} from 'zod';
import {known, unable, type Known} from '../known.ts';

/** Bits of a permission, as the service writes them. */
const READ = 1;
const WRITE = 2;

const scopeSchema = z.object({Scope: z.string(), Permission: z.number().int()});
const payloadSchema = z.looseObject({exp: z.number().optional(), ac: z.string().optional()});

export interface CacheRights {
  readonly canRead: boolean;
  readonly canWrite: boolean;
}

/**
 * @param token a JWT whose claim `ac` is a JSON list of `{Scope, Permission}`; the service checks its
 * signature, and we what it says
 * @returns `unable`: in words that can follow a colon; never with a part of the token
 */
export function parseRuntimeToken(token: string, now: Date): Known<CacheRights> {
  const payload = payloadOf(token);
  if (payload === undefined) return unable('the runtime token is not one that can be read');
  if (payload.exp !== undefined && payload.exp * 1000 <= now.getTime())
    return unable('the runtime token has expired');
  const scopes = scopesOf(payload.ac);
  if (scopes === undefined)
    return unable('the runtime token does not say what it may do with caches');
  const has = (bit: number): boolean => scopes.some(({Permission}) => (Permission & bit) !== 0);
  if (!has(READ)) return unable('the runtime token gives no right to any cache');
  return known({canRead: true, canWrite: has(WRITE)});
}

function payloadOf(token: string): z.infer<typeof payloadSchema> | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  const parsed = payloadSchema.safeParse(jsonOf(Buffer.from(payload, 'base64url').toString()));
  return parsed.success ? parsed.data : undefined;
}

function scopesOf(claim: string | undefined): readonly z.infer<typeof scopeSchema>[] | undefined {
  const parsed = z.array(scopeSchema).safeParse(claim === undefined ? undefined : jsonOf(claim));
  return parsed.success ? parsed.data : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
