import {join} from 'node:path';
import {EMPTY_FILES} from '../../../clients/trivy.ts';
import type {Deps} from '../../../deps.ts';

export const DATABASE_FILES = ['trivy.db', 'metadata.json'] as const;

/** What every cache folder of a call holds beforehand. */
export async function prepareCache(cache: string, {files, signal}: Deps): Promise<void> {
  // Its parent may be gone by now, and would be made again.
  if (signal.aborted) throw new Error('the run was stopped');
  for (const name of ['db', 'home', 'tmp']) await files.makeFolder(join(cache, name));
  for (const name of Object.values(EMPTY_FILES)) await files.write(join(cache, name), '');
}
