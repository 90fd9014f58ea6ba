/** Where temporary folders are made. */
import {tmpdir} from 'node:os';

/** `RUNNER_TEMP`; the machine's own place where the job has none, or one that is no path. */
export function temporaryFolder(env: Readonly<Record<string, string>>): string {
  const {RUNNER_TEMP: own = ''} = env;
  return own.startsWith('/') || /^[A-Za-z]:[\\/]/.test(own) ? own : tmpdir();
}
