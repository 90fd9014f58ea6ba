import {restoreCache, saveCache} from '@actions/cache';
import type {CacheTask} from './worker-task.ts';

/** One restore, which gives the key that was found, or one save. */
export async function saveOrRestore(task: CacheTask): Promise<string | undefined> {
  // By the name that it was given: the library takes what is found for relative to it.
  const {GITHUB_WORKSPACE: workspace} = process.env;
  if (workspace !== undefined) process.cwd = () => workspace;
  if (task.verb === 'restore') return restoreCache([task.path], task.key, [...task.prefixes]);
  await saveCache([task.path], task.key);
  return undefined;
}
