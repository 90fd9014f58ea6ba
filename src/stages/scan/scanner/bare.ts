/** Where nothing better is to be had: a process that sees an empty folder and listed variables. */
import {join} from 'node:path';
import {defined} from '../../../domain/defined.ts';
import {trivyFailure, runBare, type Sandbox} from '../../../clients/bare-trivy.ts';
import type {Scanner, SharedDatabase} from '../../../clients/scanner.ts';
import type {Deps} from '../../../deps.ts';
import {databaseFiles, prepareCache} from './cache-folder.ts';

export interface BareRequest {
  readonly program: string;
  readonly sandbox: Sandbox;
}

export function bareScanner(
  {program, sandbox: cell}: BareRequest,
  deps: Pick<Deps, 'exec' | 'files' | 'signal'>,
): Scanner {
  return {
    program,
    run: async ({args, input, cache, databases, deadlineSeconds}) => {
      await prepareCache(cache, deps);
      await linkDatabases(databases, cache, deps);
      const call = {program, sandbox: cell, args: args({input, cache}), deadlineSeconds};
      const result = await runBare(call, deps);
      const failure = trivyFailure(result);
      return {input, log: result.stderr, ...defined({failure})};
    },
  };
}

async function linkDatabases(
  databases: readonly SharedDatabase[],
  cache: string,
  deps: Pick<Deps, 'files'>,
): Promise<void> {
  for (const {source, name} of await databaseFiles(databases, deps)) {
    const link = join(cache, name);
    await deps.files.remove(link);
    await deps.files.symlink(source, link);
  }
}
