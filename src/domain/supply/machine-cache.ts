/** Where things are kept between runs on one machine. Pure. */
import {posix} from 'node:path';

/**
 * `RUNNER_TOOL_CACHE`, which self-hosted runners keep between jobs; else the user's cache folder.
 * Undefined on a machine that has no place for such things.
 */
export function machineCache(env: Readonly<Record<string, string>>): string | undefined {
  const {RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: user, HOME: home} = env;
  return [tools, user, home === undefined ? undefined : posix.join(home, '.cache')].find(
    (path) => path !== undefined && path.startsWith('/'),
  );
}
