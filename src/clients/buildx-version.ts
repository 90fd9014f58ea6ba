/** Whether buildx is there, and new enough; where it does not start, why. */
import type {Deps, RunResult} from '../deps.ts';
import {isAtLeast} from '../domain/build/tool-version.ts';
import {truncate} from '../domain/text/truncate.ts';
import {withoutEscapes} from '../domain/text/plain-text.ts';
import {ToolError} from '../errors.ts';
import {describeEnding} from './tool.ts';

/** `bake --list`, `history inspect attachment` and directory output with entitlements came until here. */
const NEEDED = [0, 22, 0] as const;
const LONGEST_REASON = 500;

/** What the client says of a plugin that it does not find: in either form, among other lines. */
const NO_PLUGIN = /is not a docker command|unknown command: docker buildx|unknown shorthand flag/;

/** A folder that cannot be read, a context that is not there: said before what follows of it. */
const REASONS =
  /permission denied|too many open files|no such file|cannot allocate|resource temporarily|context .* (?:does not exist|not found)|unable to resolve docker endpoint/i;

/** The line that says why; the last one only says what followed. Undefined: none is known. */
function firstReason({ended, stderr}: RunResult): string | undefined {
  if (ended !== 'exit') return undefined;
  const line = withoutEscapes(stderr)
    .split(/[\r\n]+/)
    .find((one) => REASONS.test(one));
  return line === undefined ? undefined : truncate(line.trim().replace(/\.$/, ''), LONGEST_REASON);
}

/** @throws {ToolError} when buildx is missing or too old: says the version found and the one needed */
export async function requireBuildx(deps: Pick<Deps, 'exec'>, cwd: string): Promise<string> {
  const result = await deps.exec.run('docker', {
    args: ['buildx', 'version'],
    cwd,
    deadlineSeconds: 30,
  });
  const needed = NEEDED.join('.');
  if (result.ended === 'missing') {
    throw new ToolError(
      'docker',
      'There is no docker client on PATH; install Docker (or start its runner image) and buildx with it.',
    );
  }
  const version = /(\d{1,6})\.(\d{1,6})\.(\d{1,6})/.exec(result.stdout);
  if (result.exitCode !== 0 || version === null) {
    const why = firstReason(result) ?? describeEnding(result);
    // The client lists its own help after any word that it does not take.
    const isMissing =
      result.ended === 'exit' && firstReason(result) === undefined && NO_PLUGIN.test(result.stderr);
    throw new ToolError(
      'buildx',
      isMissing
        ? `The docker client has no buildx (needed: ${needed} or newer); install the plugin docker-buildx. It says: ${why}.`
        : `The docker client could not start buildx: ${why}.`,
    );
  }
  if (!isAtLeast(version[0], NEEDED)) {
    throw new ToolError(
      'buildx',
      `buildx ${version[0]} is too old: ${needed} or newer is needed; update the plugin docker-buildx.`,
    );
  }
  return version[0];
}
