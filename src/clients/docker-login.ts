/** The login that `docker login` keeps for a registry, also where a credential helper keeps it. */
import {join} from 'node:path';
import type {Deps} from '../deps.ts';
import {findLogin, parseHelperAnswer, type Login} from '../domain/registry/docker-login.ts';

const LARGEST_CONFIG = 1024 * 1024;
const HELPER_SECONDS = 20;

/** Undefined where there is none. What is found is masked from then on. */
export async function readLogin(
  host: string,
  deps: Pick<Deps, 'exec' | 'files' | 'secrets' | 'workflow'>,
): Promise<Login | undefined> {
  const json = await readConfig(deps);
  const source = json === undefined ? undefined : findLogin(json, host);
  if (source === undefined) return undefined;
  const login =
    source.from === 'config' ? source.login : await askHelper(source.helper, source.server, deps);
  if (login !== undefined) {
    const {user, password} = login;
    deps.secrets.add([password, Buffer.from(`${user}:${password}`).toString('base64')]);
  }
  return login;
}

async function readConfig({
  workflow: {env},
  files,
}: Pick<Deps, 'files' | 'workflow'>): Promise<string | undefined> {
  const home = env['HOME'] ?? env['USERPROFILE'];
  const folder = env['DOCKER_CONFIG'] ?? (home === undefined ? undefined : join(home, '.docker'));
  if (folder === undefined) return undefined;
  return files.readText(join(folder, 'config.json'), LARGEST_CONFIG).catch(() => undefined);
}

/** A helper that knows nothing says so by its exit status. */
async function askHelper(
  helper: string,
  server: string,
  deps: Pick<Deps, 'exec'>,
): Promise<Login | undefined> {
  const result = await deps.exec.run(`docker-credential-${helper}`, {
    args: ['get'],
    cwd: '/',
    deadlineSeconds: HELPER_SECONDS,
    stdin: bytesOf(server),
  });
  return result.ended === 'exit' && result.exitCode === 0
    ? parseHelperAnswer(result.stdout)
    : undefined;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(Buffer.from(text));
}
