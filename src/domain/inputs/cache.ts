/** What was asked of caches, all together. Pure. */
import {parseDuration, parseSwitch} from './values.ts';
import {
  parseBuildCache,
  parseCacheWrite,
  type BuildCacheSource,
  type CacheWrite,
} from '../build/cache.ts';

export interface CacheInputs {
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly cache: BuildCacheSource;
  readonly cacheWrite: CacheWrite;
  /** How long a cache service is waited for. */
  readonly cacheTimeoutSeconds: number;
}

type CacheInputName = 'no-cache' | 'pull' | 'cache' | 'cache-write' | 'cache-timeout';

/** @throws {UserError} */
export function parseCacheInputs(word: (name: CacheInputName) => string): CacheInputs {
  return {
    noCache: parseSwitch('no-cache', word('no-cache')),
    pull: parseSwitch('pull', word('pull')),
    cache: parseBuildCache(word('cache')),
    cacheWrite: parseCacheWrite(word('cache-write')),
    cacheTimeoutSeconds: parseDuration('cache-timeout', word('cache-timeout')),
  };
}
