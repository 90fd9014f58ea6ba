/** Where nothing better is to be had: a process that sees an empty folder and listed variables. */
import {join} from 'node:path';
import {failureOf, runBare, type Cell} from '../../../clients/bare-trivy.ts';
import type {Scanner} from '../../../clients/scanner.ts';
import type {Deps} from '../../../deps.ts';
import {DATABASE_FILES, prepareCache} from './cache-folder.ts';

export interface BareAsk {
  readonly program: string;
  readonly version: string;
  readonly cell: Cell;
}

export function bareScanner({program, version, cell}: BareAsk, deps: Deps): Scanner {
  return {
    program,
    version,
    run: async ({args, input, cache, database, deadlineSeconds}) => {
      await prepareCache(cache, deps);
      if (database !== undefined) await linkDatabase(database, cache, deps);
      const call = {program, cell, args: args({input, cache}), deadlineSeconds};
      const result = await runBare(call, deps);
      const failure = failureOf(result);
      return {input, log: result.stderr, ...(failure === undefined ? {} : {failure})};
    },
  };
}

async function linkDatabase(database: string, cache: string, {files}: Deps): Promise<void> {
  for (const name of DATABASE_FILES) {
    const link = join(cache, 'db', name);
    await files.remove(link);
    await files.symlink(await files.realPath(join(database, name)), link);
  }
}
