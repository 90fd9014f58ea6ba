/** Trivy as a process of its own: an empty folder, and an environment of listed names. */
import type {Deps, RunResult} from '../deps.ts';
import {parseFailureReason} from '../domain/findings/trivy-log.ts';
import {parseTrivyVersion} from '../domain/findings/trivy-schema.ts';
import {isKnown, known, unable, type Known} from '../domain/known.ts';
import {RUN_OVER} from '../errors.ts';

/** Where it runs. */
export interface Sandbox {
  /** Ours, for caches and reports. */
  readonly folder: string;
  /** Empty: no trivy.yaml, .trivyignore or trivy-secret.yaml is found there. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const VERSION_SECONDS = 30;
const LARGEST_LOG = 4 * 1024 * 1024;

export interface BareCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly sandbox: Sandbox;
  readonly deadlineSeconds?: number;
  readonly maxOutputBytes?: number;
}

export function runBare(call: BareCall, deps: Pick<Deps, 'exec'>): Promise<RunResult> {
  return deps.exec.run(call.program, {
    args: call.args,
    cwd: call.sandbox.cwd,
    onlyEnv: call.sandbox.env,
    deadlineSeconds: call.deadlineSeconds ?? VERSION_SECONDS,
    maxOutputBytes: call.maxOutputBytes ?? LARGEST_LOG,
  });
}

const VERSION_ARGS = ['version', '--format', 'json'] as const;

/** What it printed of its version, unless it failed; `unable` in words without a full stop. */
function versionOf(failure: string | undefined, stdout: string): Known<string> {
  if (failure !== undefined) return unable(failure);
  const version = parseTrivyVersion(stdout);
  return version === undefined
    ? unable('it does not tell its version as Trivy does')
    : known(version);
}

/** Starts it once, and gives its version; `unable` says what to set. */
export async function askVersion(
  program: string,
  cell: Sandbox,
  deps: Pick<Deps, 'exec'>,
): Promise<Known<string>> {
  const result = await runBare({program, args: VERSION_ARGS, sandbox: cell}, deps);
  const version = versionOf(trivyFailure(result), result.stdout);
  return isKnown(version)
    ? version
    : unable(
        `Trivy could not be started (${program}: ${version.unable}); install it, or name it with the input trivy-path.`,
      );
}

/** How it ended badly, in words without a full stop; undefined when it ended well. */
export function trivyFailure(result: RunResult): string | undefined {
  switch (result.ended) {
    case 'missing':
      return 'there is no such program';
    case 'deadline':
      return `it was ended after ${result.seconds.toFixed(0)} seconds`;
    case 'stopped':
      return RUN_OVER;
    case 'aborted':
      return 'it took too long and was given up';
    case 'signal':
      return 'it could not be run, or was killed; a lack of memory does that';
    case 'exit':
      if (result.exitCode === 0) return undefined;
      return parseFailureReason(result.stderr) ?? `exit status ${result.exitCode}, without a word`;
  }
}
