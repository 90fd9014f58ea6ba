/** Picks the mode, owns the run's signal and clean-up, and is the one place that fails the step. */
import {once} from 'node:events';
import {ask} from './command.ts';
import type {Deps} from './deps.ts';
import {exitStatus} from './domain/exit.ts';
import {Interrupted, ToolError} from './errors.ts';
import type {Inputs} from './inputs.ts';
import {cleanup} from './modes/cleanup.ts';
import {MODES} from './modes/index.ts';

export async function run(deps: Deps): Promise<void> {
  if (deps.workflow.errand !== undefined) return deps.workflow.errand();
  if (deps.workflow.isPost) return cleanup(deps);
  const {status, keep} = await gate(deps);
  const life = keep && !deps.signal.aborted ? 'run' : 'job';
  // A run that ends early may still be fetching: what goes on would make again what is removed.
  deps.abort(new Error('The run has ended.'));
  for (const failure of await deps.cleanup.run(life)) deps.log.foreign(failure);
  deps.workflow.end(status);
}

interface Ended {
  readonly status: number;
  /** What lives until the job's end stays, for later steps (Actions) or for the user (`--keep`). */
  readonly keep: boolean;
}

/** One run, whatever happens in it. */
async function gate(deps: Deps): Promise<Ended> {
  const [{door}, startedAt] = [deps.workflow, deps.clock.now()];
  let inputs: Inputs | undefined;
  const end = (status: number): Ended => ({
    status,
    keep: door === 'action' || inputs?.keep === true,
  });
  try {
    const asked = ask(deps.workflow);
    if (asked.kind === 'words') {
      await deps.workflow.writeStdout(asked.text);
      return end(0);
    }
    inputs = asked.inputs;
    const report = await Promise.race([MODES[inputs.mode](inputs, deps), stopping(deps.signal)]);
    return end(exitStatus({...inputs, report, door}));
  } catch (error) {
    if (error instanceof Interrupted) return end(130);
    const {failed} = await import('./modes/failed.ts');
    const given = inputs === undefined ? {} : {inputs};
    const report = await failed({error, ...given, startedAt}, deps);
    return end(exitStatus({report, enforce: true, door}));
  }
}

/** Rejects when the run is to end at once; one that took too long still reports what it has. */
async function stopping(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  const reason: unknown = signal.reason;
  if (reason instanceof Error && !(reason instanceof ToolError)) throw reason;
  return new Promise(() => undefined);
}
