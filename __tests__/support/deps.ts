/** Real effects with a recorded log and workflow, for tests below the bundle. */
import {tmpdir} from 'node:os';
import type {Annotation, Deps, Invocation, Log, Owned, Section} from '../../src/deps.ts';
import {liveCleanup} from '../../src/platform/cleanup.ts';
import {liveClock} from '../../src/platform/clock.ts';
import {liveExec} from '../../src/platform/exec.ts';
import {liveFiles} from '../../src/platform/files.ts';
import {liveGitHub} from '../../src/platform/github.ts';
import {liveHttp} from '../../src/platform/http.ts';
import {liveMachine} from '../../src/platform/machine.ts';
import {liveRunning} from '../../src/platform/running.ts';
import {liveSecrets} from '../../src/platform/secrets.ts';
import {TOOL_CACHE} from './tool-cache.ts';

export interface Recorded {
  readonly lines: string[];
  readonly annotations: Annotation[];
  readonly outputs: Map<string, string>;
  readonly summaries: string[];
  readonly stdout: string[];
  owned: readonly Owned[];
}

export interface TestDepsOptions {
  readonly door?: Invocation;
  /** Over the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of the environment of the tests. */
  readonly onlyEnv?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Of the command. */
  readonly args?: readonly string[];
  /** Where temporary folders are made. */
  readonly temporary?: string;
  /** Told the exit status of a whole run. */
  readonly end?: (status: number) => void;
}

export type TestDeps = Deps & {readonly recorded: Recorded};

export function testDeps(options: TestDepsOptions = {}): TestDeps {
  const recorded: Recorded = {
    lines: [],
    annotations: [],
    outputs: new Map(),
    summaries: [],
    stdout: [],
    owned: [],
  };
  const env = options.onlyEnv ?? {...environment(), RUNNER_TOOL_CACHE: TOOL_CACHE, ...options.env};
  const controller = new AbortController();
  const secrets = liveSecrets();
  const runId = `test-${process.pid}-${Math.random().toString(16).slice(2)}`;
  const cleanup = liveCleanup({
    before: {runId, owned: []},
    save: (ownership) => (recorded.owned = ownership.owned),
    exec: liveExec({env, signal: new AbortController().signal, runId: `${runId}-end`}),
  });
  return {
    recorded,
    workflow: {
      invocation: options.door ?? 'command',
      env,
      args: options.args ?? [],
      cwd: options.cwd ?? process.cwd(),
      isPost: false,
      annotate: (annotation) => recorded.annotations.push(annotation),
      setOutput: (name, value) => recorded.outputs.set(name, value),
      writeSummary: (text) => Promise.resolve(void recorded.summaries.push(text)),
      writeStdout: (text) => Promise.resolve(void recorded.stdout.push(text)),
      end: options.end ?? (() => undefined),
    },
    log: recordedLog(recorded.lines),
    secrets,
    exec: liveExec({env, signal: controller.signal, runId}),
    files: liveFiles({temporary: options.temporary ?? tmpdir(), cleanup}),
    http: liveHttp({env, signal: controller.signal}),
    github: (token) => liveGitHub(token, {env, signal: controller.signal}),
    machine: liveMachine(),
    clock: liveClock,
    running: liveRunning(),
    cleanup,
    runId,
    signal: controller.signal,
    abort: (reason) => {
      controller.abort(reason);
    },
  };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).map(([name, value]) => [name, value ?? '']),
  );
}

function recordedLog(lines: string[]): Log {
  const line = (text: string): void => {
    lines.push(text);
  };
  const section: Section = {line, untrusted: line, end: () => undefined};
  return {line, untrusted: line, live: () => section, task: () => section, status: () => undefined};
}
