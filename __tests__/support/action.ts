/** The bundle as the runner starts it: the Actions door, without a runner. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {TOOL_CACHE} from './tool-cache.ts';
import {BUNDLE, type Ran} from './command.ts';

export interface ActionRun extends Ran {
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly state: ReadonlyMap<string, string>;
}

export interface RunAction {
  /** Empty, and the caller's to remove: what the job would have as its own. */
  readonly job: string;
  /** The checkout. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Every input of action.yml is in the environment under Actions, an absent one as empty. */
export function runAction({job, workspace, inputs, env}: RunAction): ActionRun {
  const temporary = join(job, 'temp');
  mkdirSync(temporary, {recursive: true});
  const file = (name: string): string => {
    writeFileSync(join(job, name), '');
    return join(job, name);
  };
  const given = Object.entries({workdir: '.', ...inputs}).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
  );
  const result = spawnSync(process.execPath, [BUNDLE], {
    cwd: workspace,
    env: {
      ...process.env,
      RUNNER_TOOL_CACHE: TOOL_CACHE,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temporary,
      GITHUB_OUTPUT: file('output'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      ...Object.fromEntries(given),
      ...env,
    },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return {
    status: result.status,
    stdout: result.stdout,
    stderr: result.stderr,
    outputs: commandFile(join(job, 'output')),
    summary: readFileSync(join(job, 'summary'), 'utf8'),
    state: commandFile(join(job, 'state')),
  };
}

/** `name<<delimiter`, value, delimiter: as @actions/core writes them. */
function commandFile(path: string): ReadonlyMap<string, string> {
  if (!existsSync(path)) return new Map();
  const entries = readFileSync(path, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n(.*?)\n\2$/gms);
  return new Map([...entries].map((entry) => [entry[1] ?? '', entry[3] ?? '']));
}
