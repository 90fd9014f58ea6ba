/** The bundle as the runner starts it: the Actions door, without a runner. */
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
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

/** What the runner starts the bundle with. */
interface Started {
  readonly job: string;
  readonly options: {readonly cwd: string; readonly env: NodeJS.ProcessEnv};
}

/** Every input of action.yml is in the environment under Actions, an absent one as empty. */
function prepare({job, workspace, inputs, env}: RunAction): Started {
  const temporary = join(job, 'temp');
  mkdirSync(temporary, {recursive: true});
  const file = (name: string): string => {
    writeFileSync(join(job, name), '');
    return join(job, name);
  };
  const given = Object.entries({workdir: '.', ...inputs}).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
  );
  const options = {
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
  };
  return {job, options};
}

export function runAction(ask: RunAction): ActionRun {
  const {job, options} = prepare(ask);
  const result = spawnSync(process.execPath, [BUNDLE], {
    ...options,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return {...left(job), status: result.status, stdout: result.stdout, stderr: result.stderr};
}

/** The same while this process serves what the action calls. */
export async function startAction(ask: RunAction): Promise<ActionRun> {
  const {job, options} = prepare(ask);
  const child = spawn(process.execPath, [BUNDLE], {...options, stdio: ['ignore', 'pipe', 'pipe']});
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  return {...left(job), status, stdout, stderr};
}

function left(job: string): Pick<ActionRun, 'outputs' | 'summary' | 'state'> {
  return {
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
