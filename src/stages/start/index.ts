/** What every mode begins with. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {Notice} from '../../domain/notice.ts';
import {timeoutWords} from '../../domain/report/run-end.ts';
import {TimeOver} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';

/** Sets the run's deadline and hides its token; gives the time of its start. */
export function startRun(
  {timeoutSeconds, token}: Pick<Inputs, 'timeoutSeconds' | 'token'>,
  deps: DeadlineDeps & Pick<Deps, 'secrets' | 'watchdog'>,
): Date {
  deps.watchdog?.start(timeoutSeconds);
  endInTime(timeoutSeconds, deps);
  deps.secrets.add(token === undefined ? [] : [token]);
  return deps.clock.now();
}

const PROBE_BYTES = 64 * 1024;

/**
 * Before anything else is asked: a full folder is said as that, after what killed runs left there is gone; a
 * runner empties its own. @throws {ToolError}
 */
export async function requireRoom({
  files,
  workflow,
}: Pick<Deps, 'files' | 'workflow'>): Promise<void> {
  if (workflow.invocation === 'command') await files.removeLeftovers();
  const folder = await files.makeTemporary('plimsoll-room', 'run');
  const probe = join(folder, 'probe');
  await files.write(probe, new Uint8Array(PROBE_BYTES));
  await files.remove(probe);
}

type DeadlineDeps = Pick<Deps, 'clock' | 'running' | 'log' | 'signal' | 'abort'>;

/** After `timeout` everything that is under way is ended, and the run reports what it has. */
function endInTime(seconds: number, {clock, running, log, signal, abort}: DeadlineDeps): void {
  void clock.sleep(seconds, signal).then(() => {
    if (signal.aborted) return;
    const words = timeoutWords(seconds, running.names());
    log.untrusted(words);
    abort(new TimeOver(words));
  });
}

/** What this machine's node cannot do for the children of a run. */
export function gapNotices({exec, log}: Pick<Deps, 'exec' | 'log'>): readonly Notice[] {
  if (exec.gap === undefined) return [];
  log.line(exec.gap);
  return [{from: 'run', message: exec.gap}];
}

/** Why the run was ended before its end, in one sentence; undefined while its time is not over. */
export function overtime({signal}: Pick<Deps, 'signal'>): string | undefined {
  const reason: unknown = signal.aborted ? signal.reason : undefined;
  return reason instanceof TimeOver ? reason.message : undefined;
}
