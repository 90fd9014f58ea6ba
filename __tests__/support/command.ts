/** The bundle as a developer runs it. */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {TOOL_CACHE} from './tool-cache.ts';
import {reportSchema, type Report} from '../../src/domain/report/schema.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
export const BUNDLE = join(ROOT, 'dist/index.js');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunCommand {
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Over the environment of the tests; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export function runCommand({args, cwd, env}: RunCommand): Ran {
  const result = spawnSync(process.execPath, [BUNDLE, ...args], {
    cwd: cwd ?? ROOT,
    // On a laptop, also where the tests themselves are a job.
    env: {...process.env, GITHUB_ACTIONS: undefined, RUNNER_TOOL_CACHE: TOOL_CACHE, ...env},
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return {status: result.status, stdout: result.stdout, stderr: result.stderr};
}

/** @throws when report.json is not of its own schema */
export function readReport(folder: string): Report {
  return reportSchema.parse(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')));
}
