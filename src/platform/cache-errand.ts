import {restoreCache, saveCache} from '@actions/cache';
import type {CacheErrand} from './errand.ts';

/** One restore, which gives the key that was found, or one save. */
export async function keepOrFind(errand: CacheErrand): Promise<string | undefined> {
  // By the name that it was given: the library takes what is found for relative to it.
  const {GITHUB_WORKSPACE: workspace} = process.env;
  if (workspace !== undefined) process.cwd = () => workspace;
  if (errand.verb === 'restore')
    return restoreCache([errand.path], errand.key, [...errand.prefixes]);
  await saveCache([errand.path], errand.key);
  return undefined;
}
