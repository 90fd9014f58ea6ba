import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {VexDocument} from '../../domain/policy/vex.ts';

/** Puts the documents where the scanner sees them; their names in its cache folder. */
export function giveVex(
  documents: readonly VexDocument[],
  cache: string,
  {files}: Pick<Deps, 'files'>,
): Promise<readonly string[]> {
  return Promise.all(
    documents.map(async ({text}, index) => {
      const name = `vex-${index}.json`;
      await files.write(join(cache, name), text);
      return name;
    }),
  );
}
