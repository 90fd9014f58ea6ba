/**
 * Child processes: no shell, a process group each, a deadline, the run's abort signal, bounded output.
 * node's own spawn and not a library: ending a whole group needs the negative pid of a detached child.
 */
import {spawn, type ChildProcess} from 'node:child_process';
import type {Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type {Exec, RunOptions, RunResult} from '../deps.ts';
import {LineSplitter} from '../domain/text/line-splitter.ts';
import {childEnvironment} from '../domain/environment/withheld.ts';
import {hasCode} from '../errors.ts';
import {OutputBuffer} from './output.ts';
import {STARTED_BY} from './started-by.ts';

const DEFAULT_OUTPUT_BYTES = 64 * 1024 * 1024;
const KILL_AFTER_SECONDS = 5;

export interface ExecOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** In every child's environment, so that what a killed run left behind can be found. */
  readonly runId: string;
}

export function liveExec(options: ExecOptions): Exec {
  const inherited = childEnvironment(options.env);
  return {
    run: (program, run) => {
      const base = run.onlyEnv ?? {...inherited, ...run.addEnv};
      const env = {...base, [STARTED_BY]: options.runId};
      return runChild(program, run, {env, signal: options.signal});
    },
  };
}

interface Surroundings {
  readonly env: Readonly<Record<string, string>>;
  /** The run's. */
  readonly signal: AbortSignal;
}

type Ended = RunResult['ended'];

function runChild(program: string, run: RunOptions, around: Surroundings): Promise<RunResult> {
  const start = performance.now();
  const limit = run.maxOutputBytes ?? DEFAULT_OUTPUT_BYTES;
  const stdout = new OutputBuffer(limit);
  const stderr = new OutputBuffer(limit);
  return new Promise((resolve) => {
    const finish = (ended: Ended, exitCode: number): void => {
      resolve({
        ended,
        exitCode,
        stdout: stdout.text(run.encoding),
        stderr: stderr.text(),
        truncated: stdout.truncated || stderr.truncated,
        seconds: (performance.now() - start) / 1000,
      });
    };
    const early = endOf(run.signal, around.signal);
    if (early !== undefined) {
      finish(early, -1);
      return;
    }
    const child = spawn(program, [...run.args], {
      cwd: run.cwd,
      env: {...around.env},
      detached: true,
      stdio: [run.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    if (child.stdin !== null && run.stdin !== undefined) void feed(child, child.stdin, run.stdin);
    const lines = new LineSplitter(run.onStderrLine ?? (() => undefined));
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout.add(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr.add(chunk);
      lines.add(chunk);
    });
    const signals = {own: run.signal, ofRun: around.signal};
    watch(child, {deadlineSeconds: run.deadlineSeconds, ...signals, finish, lines});
  });
}

/** Which of the two has ended it: what the run's end breaks off is no failure. */
function endOf(own: AbortSignal | undefined, ofRun: AbortSignal): Ended | undefined {
  if (ofRun.aborted) return 'stopped';
  return own?.aborted === true ? 'aborted' : undefined;
}

/** A child that reads no further says itself how it ends; one that is given no more is ended. */
async function feed(
  child: ChildProcess,
  to: Writable,
  from: AsyncIterable<Uint8Array>,
): Promise<void> {
  try {
    await pipeline(from, to);
  } catch (error) {
    if (!hasCode(error, 'EPIPE', 'ECONNRESET')) killGroup(child.pid, 'SIGTERM');
  }
}

interface Watch {
  readonly deadlineSeconds: number;
  readonly own: AbortSignal | undefined;
  readonly ofRun: AbortSignal;
  readonly finish: (ended: Ended, exitCode: number) => void;
  readonly lines: LineSplitter;
}

/** Ends the child's group when its time is over, and tells how it ended. */
function watch(child: ChildProcess, {deadlineSeconds, own, ofRun, finish, lines}: Watch): void {
  const signal = AbortSignal.any([ofRun, ...(own === undefined ? [] : [own])]);
  let reason: Ended | undefined;
  let killTimer: NodeJS.Timeout | undefined;
  const end = (why: Ended): void => {
    if (reason !== undefined) return;
    reason = why;
    killGroup(child.pid, 'SIGTERM');
    killTimer = setTimeout(() => {
      killGroup(child.pid, 'SIGKILL');
    }, KILL_AFTER_SECONDS * 1000);
  };
  const onAbort = (): void => {
    end(endOf(own, ofRun) ?? 'aborted');
  };
  const deadline = setTimeout(() => {
    end('deadline');
  }, deadlineSeconds * 1000);
  signal.addEventListener('abort', onAbort, {once: true});
  const close = (ended: Ended, exitCode: number): void => {
    clearTimeout(deadline);
    clearTimeout(killTimer);
    signal.removeEventListener('abort', onAbort);
    // A child that ended may leave grandchildren in its group.
    if (reason !== undefined) killGroup(child.pid, 'SIGKILL');
    lines.end();
    finish(reason ?? ended, reason === undefined ? exitCode : -1);
  };
  child.on('error', (error: NodeJS.ErrnoException) => {
    if (child.pid === undefined) close(error.code === 'ENOENT' ? 'missing' : 'signal', -1);
  });
  child.on('close', (code) => {
    close(code === null ? 'signal' : 'exit', code ?? -1);
  });
}

/** Signals a whole process group; one that is gone already is no error. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended by itself.
  }
}
