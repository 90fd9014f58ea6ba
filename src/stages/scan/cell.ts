import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {Cell} from '../../clients/bare-trivy.ts';
import type {Deps} from '../../deps.ts';
import {trivyVariables} from '../../domain/supply/confinement.ts';

export interface Cells {
  /** For what looks at foreign bytes: nothing of the job's is in its environment but PATH. */
  readonly scanning: Cell;
  readonly nonce: Nonce;
}

/** A file that nobody else can know: who reads it shares our disk. */
export interface Nonce {
  readonly path: string;
  readonly words: string;
}

/** Makes the folders that Trivy runs in. PATH is given, so that `trivy` is found by its name. */
export async function makeCells(deps: Deps): Promise<Cells> {
  const {env} = deps.workflow;
  const folder = await deps.files.makeTemporary('plimsoll-scan', 'run');
  const cwd = join(folder, 'empty');
  const home = join(folder, 'home');
  const temporary = join(folder, 'tmp');
  for (const path of [cwd, home, temporary]) await deps.files.makeFolder(path);
  const nonce = {path: join(folder, 'nonce'), words: randomBytes(16).toString('hex')};
  await deps.files.write(nonce.path, nonce.words);
  const scanning = {
    PATH: env['PATH'] ?? '',
    HOME: home,
    TMPDIR: temporary,
    ...trivyVariables(),
  };
  return {
    nonce,
    scanning: {folder, cwd, env: scanning},
  };
}
