/** What every mode begins with. */
import type {Deps} from '../deps.ts';
import {ToolError} from '../errors.ts';
import type {Inputs} from '../inputs.ts';

/** Sets the run's deadline and hides its token; gives the time of its start. */
export function startRun(
  {timeoutSeconds, token}: Pick<Inputs, 'timeoutSeconds' | 'token'>,
  deps: Pick<Deps, 'clock' | 'signal' | 'abort' | 'secrets' | 'watchdog'>,
): Date {
  deps.watchdog?.start(timeoutSeconds);
  endInTime(timeoutSeconds, deps);
  deps.secrets.add(token === undefined ? [] : [token]);
  return deps.clock.now();
}

/** After `timeout` everything that is under way is ended, and the run reports what it has. */
function endInTime(seconds: number, deps: Pick<Deps, 'clock' | 'signal' | 'abort'>): void {
  const words = `The run took longer than ${seconds} seconds and was ended; the input timeout allows more.`;
  void deps.clock.sleep(seconds, deps.signal).then(() => {
    deps.abort(new ToolError('plimsoll', words));
  });
}
