/** Picks the mode, owns the run's signal and clean-up, and is the one place that fails the step. */
import {parseCommand} from './command.ts';
import type {Deps} from './deps.ts';
import {endedLog} from './domain/ended-log.ts';
import {exitStatus} from './domain/report/exit.ts';
import {Interrupted} from './errors.ts';
import type {Inputs} from './inputs.ts';
import {cleanup} from './modes/cleanup.ts';
import {hasReport, endingReason, stopping} from './modes/early-end.ts';
import {MODES} from './modes/index.ts';

export async function run(given: Deps): Promise<void> {
  const deps: Deps = {...given, log: endedLog(given)};
  if (deps.workflow.workerTask !== undefined) return deps.workflow.workerTask();
  if (deps.workflow.isPost) return cleanup(deps);
  const {status, keep} = await gate(deps);
  const life = keep && hasReport(deps) ? 'run' : 'job';
  // A run that ends early may still be fetching: what goes on would make again what is removed.
  deps.abort(new Interrupted('The run has ended.'));
  for (const failure of await deps.cleanup.run(life)) deps.log.untrusted(failure);
  deps.workflow.end(status);
}

interface Ended {
  readonly status: number;
  /** What lives until the job's end stays, for later steps (Actions) or for the user (`--keep`). */
  readonly keep: boolean;
}

/** One run, whatever happens in it. */
async function gate(deps: Deps): Promise<Ended> {
  const [{invocation}, startedAt] = [deps.workflow, deps.clock.now()];
  let inputs: Inputs | undefined;
  const end = (status: number): Ended => ({
    status,
    keep: invocation === 'action' || inputs?.keep === true,
  });
  try {
    const asked = parseCommand(deps.workflow);
    if (asked.kind === 'words') {
      await deps.workflow.writeStdout(asked.text);
      return end(0);
    }
    inputs = asked.inputs;
    const report = await Promise.race([MODES[inputs.mode](inputs, deps), stopping(deps)]);
    return end(exitStatus({...inputs, report, invocation}));
  } catch (thrown) {
    const error = endingReason(thrown, deps);
    if (error instanceof Interrupted) return end(130);
    const {failedRun} = await import('./modes/failed-run.ts');
    const given = inputs === undefined ? {} : {inputs};
    const report = await failedRun({error, ...given, startedAt}, deps);
    return end(exitStatus({report, enforce: true, invocation}));
  }
}
