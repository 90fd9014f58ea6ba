/** How an image is started that nobody trusts: threats.md rule 12. Pure. */
import type {RunningOptions} from './running.ts';
import {volumeArgs, type BoundedVolume} from './volumes.ts';

/** How often it is asked: its own interval is made for years, not for a gate. */
const ASK_EVERY = '200ms';
/** The engine takes no part in the judgement: what fails within its start period does not count. */
const NEVER_JUDGED = '1h';

/** What the docker client puts into every container where its configuration names a proxy. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];

export interface ContainerRequest {
  readonly name: string;
  readonly runId: string;
  readonly image: string;
  readonly platform: string;
  /** `NAME=value` lines of the image's own config. */
  readonly imageEnv: readonly string[];
  readonly running: RunningOptions;
  readonly volumes: readonly BoundedVolume[];
}

/** What follows `docker create`. */
export function createArgs(ask: ContainerRequest): readonly string[] {
  const {name, runId, image, platform, running, volumes} = ask;
  return [
    ...['--name', name, '--label', `plimsoll.run=${runId}`],
    ...['--platform', platform, '--pull', 'never'],
    ...['--network', 'none', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...['--pids-limit', '256', '--memory', '1g', '--cpus', '1', '--read-only'],
    // Bounded, and readable whatever log driver the engine has.
    ...['--log-driver', 'json-file', '--log-opt', 'max-size=1m', '--log-opt', 'max-file=2'],
    ...['--health-interval', ASK_EVERY, '--health-start-interval', ASK_EVERY],
    ...['--health-start-period', NEVER_JUDGED],
    ...running.writable.flatMap((path) => ['--tmpfs', `${path}:exec,mode=1777`]),
    ...volumeArgs(volumes),
    ...environmentOf(ask).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    image,
  ];
}

/** The proxies of the client's configuration, often with a password, stay outside: `HTTP_PROXY=`. */
function environmentOf({
  imageEnv,
  running,
}: ContainerRequest): readonly (readonly [string, string])[] {
  const own = new Map(
    imageEnv.map((line) => {
      const at = line.indexOf('=');
      return at === -1 ? ([line, ''] as const) : ([line.slice(0, at), line.slice(at + 1)] as const);
    }),
  );
  return [
    ...new Map([
      ...Object.keys(noProxies()).map((key) => [key, own.get(key) ?? ''] as const),
      ...Object.entries(running.env),
    ]),
  ];
}

/** All of them, empty: else the docker client fills them in. */
export function noProxies(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PROXIES.flatMap((key) => [key, key.toLowerCase()]).map((key) => [key, '']),
  );
}
