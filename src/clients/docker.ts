import {z} from 'zod';
import type {Deps, RunResult} from '../deps.ts';
import {namedBy} from '../domain/build/engine-name.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {ToolError} from '../errors.ts';
import {describeEnding, hasSucceeded} from './tool.ts';

export interface ServerFacts {
  readonly version: string;
  /** `linux/amd64`, as OCI names it. */
  readonly platform: string;
}

const schema = z.object({Version: z.string(), Os: z.string(), Arch: z.string()});

/** Without waiting for a network it answers at once. */
const ANSWER_SECONDS = 10;

/**
 * The same at the begin of a run: what accepts and never answers would be waited for until the run's own end.
 * @throws {ToolError}
 */
export function requireAnswer(
  deps: Pick<Deps, 'exec' | 'workflow'>,
  cwd: string,
): Promise<Known<ServerFacts>> {
  const answer = answerOf(deps, cwd);
  // Whoever asks may have other things to do before it looks.
  answer.catch(() => undefined);
  return answer;
}

async function answerOf(
  deps: Pick<Deps, 'exec' | 'workflow'>,
  cwd: string,
): Promise<Known<ServerFacts>> {
  const result = await askServer(deps, {cwd, deadlineSeconds: ANSWER_SECONDS});
  if (result.ended === 'deadline') {
    const name = namedBy(deps.workflow.env);
    const which = name === undefined ? '' : ` that ${name} names`;
    throw new ToolError(
      'docker',
      `The container engine${which} does not answer: docker version was given up after ${ANSWER_SECONDS} s. Look at its log and start it again${name === undefined ? '' : `, or set ${name} to another one`}.`,
    );
  }
  return serverOf(result);
}

/** Asks the engine who it is; `unable` when there is no docker client or no engine behind it. */
export async function findServer(
  deps: Pick<Deps, 'exec'>,
  cwd: string,
): Promise<Known<ServerFacts>> {
  return serverOf(await askServer(deps, {cwd, deadlineSeconds: 30}));
}

function askServer(
  {exec}: Pick<Deps, 'exec'>,
  place: {readonly cwd: string; readonly deadlineSeconds: number},
): Promise<RunResult> {
  return exec.run('docker', {args: ['version', '--format', '{{json .Server}}'], ...place});
}

function serverOf(result: RunResult): Known<ServerFacts> {
  if (!hasSucceeded(result)) return unable(describeEnding(result));
  try {
    const server = schema.parse(JSON.parse(result.stdout));
    return known({version: server.Version, platform: `${server.Os}/${server.Arch}`});
  } catch {
    return unable('the engine does not say its version in a form that is known');
  }
}
