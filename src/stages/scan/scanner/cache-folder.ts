import {join} from 'node:path';
import {EMPTY_FILES} from '../../../clients/trivy.ts';
import type {SharedDatabase} from '../../../clients/scanner.ts';
import type {Deps} from '../../../deps.ts';
import {RUN_OVER} from '../../../errors.ts';

/** What every cache folder of a call holds beforehand. */
export async function prepareCache(
  cache: string,
  {files, signal}: Pick<Deps, 'files' | 'signal'>,
): Promise<void> {
  // Its parent may be gone by now, and would be made again.
  if (signal.aborted) throw new Error(RUN_OVER);
  for (const name of ['db', 'java-db', 'home', 'tmp']) await files.makeFolder(join(cache, name));
  for (const name of Object.values(EMPTY_FILES)) await files.write(join(cache, name), '');
}

export interface DatabaseFile {
  /** On this machine, links followed. */
  readonly source: string;
  /** In the cache folder: `db/trivy.db`. */
  readonly name: string;
}

/** Every file of the databases, and where the scanner looks for it. */
export async function databaseFiles(
  databases: readonly SharedDatabase[],
  {files}: Pick<Deps, 'files'>,
): Promise<readonly DatabaseFile[]> {
  const names = databases.flatMap(({kind, folder}) =>
    kind.files.map((file) => ({path: join(folder, file), name: `${kind.folder}/${file}`})),
  );
  return Promise.all(
    names.map(async ({path, name}) => ({source: await files.realPath(path), name})),
  );
}
