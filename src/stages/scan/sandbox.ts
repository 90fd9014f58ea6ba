import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {Sandbox} from '../../clients/bare-trivy.ts';
import type {Deps} from '../../deps.ts';
import {trivyVariables} from '../../domain/supply/confinement.ts';

export interface ScanSandbox {
  /** For what looks at foreign bytes: nothing of the job's is in its environment but PATH. */
  readonly sandbox: Sandbox;
  readonly nonce: Nonce;
}

/** A file that nobody else can know: who reads it shares our disk. */
export interface Nonce {
  readonly path: string;
  readonly content: string;
}

/** Makes the folders that Trivy runs in. PATH is given, so that `trivy` is found by its name. */
export async function makeSandbox(deps: Pick<Deps, 'files' | 'workflow'>): Promise<ScanSandbox> {
  const {env} = deps.workflow;
  const folder = await deps.files.makeTemporary('plimsoll-scan', 'run');
  const cwd = join(folder, 'empty');
  const home = join(folder, 'home');
  const temporary = join(folder, 'tmp');
  for (const path of [cwd, home, temporary]) await deps.files.makeFolder(path);
  const nonce = {path: join(folder, 'nonce'), content: randomBytes(16).toString('hex')};
  await deps.files.write(nonce.path, nonce.content);
  const scanning = {
    PATH: env['PATH'] ?? '',
    HOME: home,
    TMPDIR: temporary,
    ...trivyVariables(),
  };
  return {
    nonce,
    sandbox: {folder, cwd, env: scanning},
  };
}
