/** What was asked of caches, all together. Pure. */
import {parseDuration, parseSwitch} from '../input-values.ts';
import {parseBuildCache, parseCacheWrite, type BuildCacheAsk, type CacheWrite} from './cache.ts';

export interface CacheInputs {
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly cache: BuildCacheAsk;
  readonly cacheWrite: CacheWrite;
  /** How long a cache service is waited for. */
  readonly cacheTimeoutSeconds: number;
}

type CacheInputName = 'no-cache' | 'pull' | 'cache' | 'cache-write' | 'cache-timeout';

/** @throws {UserError} */
export function parseCacheInputs(text: (name: CacheInputName) => string | undefined): CacheInputs {
  return {
    noCache: parseSwitch('no-cache', text('no-cache') ?? 'false'),
    pull: parseSwitch('pull', text('pull') ?? 'false'),
    cache: parseBuildCache(text('cache') ?? 'auto'),
    cacheWrite: parseCacheWrite(text('cache-write') ?? 'default-branch'),
    cacheTimeoutSeconds: parseDuration('cache-timeout', text('cache-timeout') ?? '60s'),
  };
}
