import {restoreCache, saveCache} from '@actions/cache';
import type {CacheErrand} from './errand.ts';

/** One restore, which gives the key that was found, or one save. */
export async function keepOrFind(errand: CacheErrand): Promise<string | undefined> {
  if (errand.verb === 'restore')
    return restoreCache([errand.path], errand.key, [...errand.prefixes]);
  await saveCache([errand.path], errand.key);
  return undefined;
}
