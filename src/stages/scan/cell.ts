import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {Cell} from '../../clients/bare-trivy.ts';
import type {Deps} from '../../deps.ts';
import {trivyVariables} from '../../domain/supply/confinement.ts';

/** What the way to a registry may need: docker's own login, proxies, certificates. */
const FOR_FETCHING = [
  ...['HOME', 'DOCKER_CONFIG', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
];

export interface Cells {
  /** For what looks at foreign bytes: nothing of the job's is in its environment but PATH. */
  readonly scanning: Cell;
  /** For what goes to a registry and looks at no image. */
  readonly fetching: Cell;
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
  await deps.files.write(join(folder, 'no-config.yaml'), '');
  const nonce = {path: join(folder, 'nonce'), words: randomBytes(16).toString('hex')};
  await deps.files.write(nonce.path, nonce.words);
  const scanning = {
    PATH: env['PATH'] ?? '',
    HOME: home,
    TMPDIR: temporary,
    ...trivyVariables(),
  };
  const passed = FOR_FETCHING.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    nonce,
    scanning: {folder, cwd, env: scanning},
    fetching: {folder, cwd, env: {...scanning, ...Object.fromEntries(passed)}},
  };
}
