/** Child processes: no shell, a process group each, a deadline, the run's abort signal, bounded output. */
import type {ChildProcess} from 'node:child_process';
import {pipeline} from 'node:stream/promises';
import {exec} from '@actions/exec';
import type {Exec, RunOptions, RunResult} from '../deps.ts';
import {childEnvironment} from '../domain/environment/withheld.ts';
import {hasCode} from '../errors.ts';
import {Group} from './group.ts';
import {canLead, launched, type Launch} from './launch.ts';
import {Output} from './output.ts';
import {DENIED, findProgram, isFolder} from './program.ts';
import {STARTED_BY} from './child-mark.ts';

/** By which @actions/exec would leave streams that are still open: the group's end comes first. */
const NEVER_MS = 2 ** 31 - 1;

const GRACE_SECONDS = 5;

const GAP =
  'This release of node does not hand out the processes that it starts: they cannot be ended as a group and are given no input. What outlives its deadline is ended when the job ends.';

export interface ExecOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** In every child's environment, so that what a killed run left behind can be found. */
  readonly runId: string;
  /** What a child that is ended has to end by itself; default 5. */
  readonly graceSeconds?: number;
}

export function liveExec(options: ExecOptions): Exec {
  const inherited = childEnvironment(options.env);
  const isLed = canLead();
  return {
    ...(isLed ? {} : {gap: GAP}),
    run: (program, run) => {
      const base = run.onlyEnv ?? {...inherited, ...run.addEnv};
      const env = {...base, [STARTED_BY]: options.runId};
      const {signal, graceSeconds = GRACE_SECONDS} = options;
      return runChild(program, run, {env, signal, graceSeconds, isLed});
    },
  };
}

interface Surroundings {
  readonly env: Readonly<Record<string, string>>;
  /** The run's. */
  readonly signal: AbortSignal;
  readonly graceSeconds: number;
  readonly isLed: boolean;
}

type Ended = Pick<RunResult, 'ended' | 'exitCode'> & {
  /** Why it was not started. */
  readonly failure?: string;
};

const MISSING: Ended = {ended: 'missing', exitCode: -1};

async function runChild(
  program: string,
  run: RunOptions,
  around: Surroundings,
): Promise<RunResult> {
  const start = performance.now();
  const output = new Output(run);
  const {deadlineSeconds, signal: own} = run;
  const {signal: ofRun, graceSeconds, isLed} = around;
  const group = new Group({deadlineSeconds, own, ofRun, graceSeconds, isLed});
  const {failure, ...ended} = await endOf(program, {run, around, output, group});
  const {reason} = group;
  group.end();
  output.end();
  const written = output.result();
  return {
    ...(reason === undefined ? ended : {ended: reason, exitCode: -1}),
    ...written,
    stderr: failure ?? written.stderr,
    seconds: (performance.now() - start) / 1000,
  };
}

interface Call {
  readonly run: RunOptions;
  readonly around: Surroundings;
  readonly output: Output;
  readonly group: Group;
}

/** Of no meaning where the group had to end. */
async function endOf(program: string, call: Call): Promise<Ended> {
  const {run, around} = call;
  const given = [program, ...run.args, run.cwd, ...Object.entries(around.env).flat()];
  // Node refuses it where the library neither catches nor tells.
  if (given.some((text) => text.includes('\0'))) return notStarted('it was given a NUL');
  if (run.stdin !== undefined && !around.isLed) return notStarted('it cannot be given its input');
  // A disk that does not answer is waited for no longer than the program would be.
  const looking = look(program, call);
  const argv = await Promise.race([looking, call.group.over]);
  if (argv === undefined) return MISSING;
  if (argv === DENIED) return notStarted('permission denied');
  return call.group.reason === undefined ? start(argv, call) : MISSING;
}

async function look(program: string, {run, around}: Call): ReturnType<typeof findProgram> {
  const argv = await findProgram(program, {path: around.env['PATH'], cwd: run.cwd});
  return (await isFolder(run.cwd)) ? argv : undefined;
}

function notStarted(failure: string): Ended {
  return {ended: 'signal', exitCode: -1, failure};
}

async function start(
  [file, ...before]: readonly [string, ...string[]],
  {run, around, output, group}: Call,
): Promise<Ended> {
  const failures: Error[] = [];
  const stdin = run.stdin === undefined ? ('ignore' as const) : ('pipe' as const);
  const launch: Launch = {
    options: {detached: true, stdio: [stdin, 'pipe', 'pipe']},
    onStart: (child) => {
      output.take(child);
      group.lead(child.pid);
      void feed(child, run, group);
    },
    onFailure: (error) => failures.push(error),
  };
  const options = {
    cwd: run.cwd,
    env: {...around.env},
    listeners: output.listeners,
    silent: true,
    ignoreReturnCode: true,
    delay: NEVER_MS,
  };
  // The library's type does not say so: a child that a signal ended has no status.
  const task = async (): Promise<number | null> => exec(file, [...before, ...run.args], options);
  const exited = launched(launch, task).catch(() => undefined);
  const code = await Promise.race([exited, group.over]);
  if (typeof code === 'number') return {ended: 'exit', exitCode: code};
  const [failure] = failures;
  if (failure !== undefined && !hasCode(failure, 'ENOENT')) return notStarted(failure.message);
  return code === undefined ? MISSING : {ended: 'signal', exitCode: -1};
}

/**
 * A child that reads no further says itself how it ends; one that is given no more is ended. The library's own
 * way to give input ends the process where the child has ended before it read.
 */
async function feed({stdin}: ChildProcess, run: RunOptions, group: Group): Promise<void> {
  if (stdin === null || run.stdin === undefined) return;
  try {
    await pipeline(run.stdin, stdin);
  } catch (error) {
    if (!hasCode(error, 'EPIPE', 'ECONNRESET')) group.kill('SIGTERM');
  }
}
