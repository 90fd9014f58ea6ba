/**
 * What a step leaves for its post step. The runner's file of it can be gone (a full disk, a clean-up of
 * the job's own): then it lies beside the temporary folders, by the names that both steps have. It is
 * sealed by the runtime token, which `run:` steps do not get: they cannot make a gate believe that it is over.
 */
import {createHash, createHmac} from 'node:crypto';
import {ownProperty} from '../domain/own-property.ts';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {temporaryFolder} from './temporary.ts';

type Variables = Readonly<Record<string, string>>;

const schema = z.object({values: z.record(z.string(), z.string()), seal: z.string()});

/** @param write as the runner takes it; it throws where the runner's file is gone */
export function stateSaver(
  env: Variables,
  write: (name: string, value: string) => void,
): (values: Readonly<Record<string, string>>) => void {
  return (values) => {
    try {
      for (const [name, value] of Object.entries(values)) write(name, value);
    } catch {
      try {
        const seal = sealOf(values, env);
        writeFileSync(besideOf(env), JSON.stringify({values, seal}), {mode: 0o600});
      } catch {
        // Nowhere: the run itself still takes away what it has made.
      }
    }
  };
}

/** The environment with what an earlier process of the step could only leave beside. */
export function withSavedState(env: Variables): Variables {
  if (env['STATE_isPost'] !== undefined || env['GITHUB_ACTIONS'] !== 'true') return env;
  try {
    const {values, seal} = schema.parse(JSON.parse(readFileSync(besideOf(env), 'utf8')));
    if (seal !== sealOf(values, env)) return env;
    const state = Object.entries(values).map(([name, value]) => [`STATE_${name}`, value] as const);
    return {...env, ...Object.fromEntries(state)};
  } catch {
    return env;
  }
}

/** @throws where the job has no runtime token */
function sealOf(values: Variables, {ACTIONS_RUNTIME_TOKEN: token = ''}: Variables): string {
  if (token === '') throw new Error('there is no runtime token');
  return createHmac('sha256', token).update(JSON.stringify(values)).digest('hex');
}

function besideOf(env: Variables): string {
  const names = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'GITHUB_ACTION'];
  const step = JSON.stringify([
    ...names.map((name) => ownProperty(env, name)),
    env['RUNNER_TRACKING_ID'],
  ]);
  const mark = createHash('sha256').update(step).digest('hex').slice(0, 16);
  return join(temporaryFolder(env), `plimsoll-state-${mark}.json`);
}
