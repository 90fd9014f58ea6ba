/** The action's post step: what lives until the job's end goes, and what a killed run left behind. */
import type {Deps} from '../deps.ts';

export async function cleanup(deps: Pick<Deps, 'cleanup' | 'log'>): Promise<void> {
  for (const failure of await deps.cleanup.run('job')) deps.log.untrusted(failure);
}
