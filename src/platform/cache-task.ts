import {restoreCache, saveCache} from '@actions/cache';
import type {CacheTask} from './worker-task.ts';

/** One restore, which gives the key that was found, or one save. */
export async function saveOrRestore(errand: CacheTask): Promise<string | undefined> {
  // By the name that it was given: the library takes what is found for relative to it.
  const {GITHUB_WORKSPACE: workspace} = process.env;
  if (workspace !== undefined) process.cwd = () => workspace;
  if (errand.verb === 'restore')
    return restoreCache([errand.path], errand.key, [...errand.prefixes]);
  await saveCache([errand.path], errand.key);
  return undefined;
}
