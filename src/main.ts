/** Picks the mode, owns the run's deadline and clean-up, and is the one place that fails the step. */
import {ask} from './command.ts';
import type {Deps} from './deps.ts';
import {exitStatus} from './domain/exit.ts';
import type {Report} from './domain/report/schema.ts';
import {Interrupted, ToolError} from './errors.ts';
import type {Inputs} from './inputs.ts';
import {cleanup} from './modes/cleanup.ts';

export async function run(deps: Deps): Promise<void> {
  if (deps.workflow.isPost) return cleanup(deps);
  const status = await gate(deps);
  const keepsJob = deps.workflow.door === 'action' && !deps.signal.aborted;
  for (const failure of await deps.cleanup.run(keepsJob ? 'run' : 'job')) deps.log.foreign(failure);
  deps.workflow.end(status);
}

/** The exit status of one run, whatever happens in it. Modes load when needed: help is quick. */
async function gate(deps: Deps): Promise<number> {
  const startedAt = deps.clock.now();
  let inputs: Inputs | undefined;
  try {
    const asked = ask(deps.workflow);
    if (asked.kind === 'words') {
      await deps.workflow.writeStdout(asked.text);
      return 0;
    }
    inputs = asked.inputs;
    const report = await Promise.race([checkInTime(inputs, deps), interruption(deps.signal)]);
    return exitStatus({report, enforce: inputs.enforce, door: deps.workflow.door});
  } catch (error) {
    if (error instanceof Interrupted) return 130;
    const {failed} = await import('./modes/failed.ts');
    const report = await failed(
      {error, ...(inputs === undefined ? {} : {inputs}), startedAt},
      deps,
    );
    return exitStatus({report, enforce: true, door: deps.workflow.door});
  }
}

/** After `timeout` everything that is under way is ended, and the run reports what it has. */
async function checkInTime(inputs: Inputs, deps: Deps): Promise<Report> {
  const words = `The run took longer than ${inputs.timeoutSeconds} seconds and was ended; the input timeout allows more.`;
  void deps.clock.sleep(inputs.timeoutSeconds, deps.signal).then(() => {
    deps.abort(new ToolError('plimsoll', words));
  });
  const {check} = await import('./modes/check.ts');
  return check(inputs, deps);
}

function interruption(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      if (signal.reason instanceof Interrupted) reject(signal.reason);
    });
  });
}
