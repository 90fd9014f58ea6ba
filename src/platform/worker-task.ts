/**
 * Work for a library that prints for itself and knows no deadline: in a child process of our own, so that
 * what hangs can be ended, and nothing of it is loaded before.
 */
import {realpathSync} from 'node:fs';
import type {Exec} from '../deps.ts';
import {RUN_OVER} from '../errors.ts';

/** Holds what the child is asked for, as JSON. */
export const WORKER_TASK = 'PLIMSOLL_ERRAND';

export type CacheTask = {
  readonly key: string;
  /** A name in the child's workspace: the service takes another path for another cache. */
  readonly path: string;
} & ({readonly verb: 'save'} | {readonly verb: 'restore'; readonly prefixes: readonly string[]});

export interface UploadTask {
  readonly verb: 'upload';
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
}

export type WorkerTask = CacheTask | UploadTask;

export interface WorkerTaskOptions {
  /** The job's own, runtime token included: the child is ours. */
  readonly env: Readonly<Record<string, string>>;
  readonly exec: Exec;
  /** What node was started with. */
  readonly script: string;
}

export interface WorkerTaskCall {
  readonly task: WorkerTask;
  readonly cwd: string;
  readonly addEnv: Readonly<Record<string, string>>;
  readonly deadlineSeconds: number;
}

export interface WorkerTaskResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** @throws in words that can follow a colon when it did not come to its own end */
export async function sendWorkerTask(
  {task, cwd, addEnv, deadlineSeconds}: WorkerTaskCall,
  {env, exec, script}: WorkerTaskOptions,
): Promise<WorkerTaskResult> {
  const {ended, exitCode, stdout, stderr} = await exec.run(process.execPath, {
    args: [realpathSync(script)],
    cwd,
    onlyEnv: {...withoutInputs(env), ...addEnv, [WORKER_TASK]: JSON.stringify(task)},
    deadlineSeconds,
  });
  if (ended === 'deadline') throw new Error(`no full answer within ${deadlineSeconds} seconds`);
  if (ended === 'stopped') throw new Error(RUN_OVER);
  if (ended !== 'exit') throw new Error('it could not be run, or was killed');
  return {exitCode, stdout, stderr};
}

function withoutInputs(env: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(env).filter(([name]) => !/^(INPUT|STATE)_/i.test(name));
  return Object.fromEntries(kept);
}

export function lastLine(text: string): string | undefined {
  const line = text.trim().split('\n').at(-1);
  return line === '' ? undefined : line;
}
