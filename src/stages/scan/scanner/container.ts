/** What both kinds of containers have in common: a name, an end, and words for how it ended. */
import {randomBytes} from 'node:crypto';
import {importImage, inspectContainer, type EngineCall} from '../../../clients/containers.ts';
import {endingOf} from '../../../clients/tool.ts';
import {failureOf} from '../../../clients/bare-trivy.ts';
import type {Deps, Owned, RunResult} from '../../../deps.ts';
import {isKnown, type Known} from '../../../domain/known.ts';
import type {Ids} from '../../../domain/supply/confinement.ts';
import {formatBytes} from '../../../domain/text/units.ts';

/** Of what Trivy prints. */
export const LARGEST_LOG = 4 * 1024 * 1024;
export const VERSION_SECONDS = 60;

/** What the run has settled once for all of its containers. */
export interface Shell {
  readonly call: EngineCall;
  /** The image that they are made of. */
  readonly image: string;
  /** Trivy on this machine. */
  readonly program: string;
  readonly ids: Ids;
  readonly memoryBytes: number;
}

/** The image goes with the run. */
export async function ownImage(
  call: EngineCall,
  content: AsyncIterable<Uint8Array>,
): Promise<Known<string>> {
  const {deps} = call;
  const tag = `plimsoll-${randomBytes(8).toString('hex')}:scanner`;
  deps.cleanup.own({kind: 'image', name: tag, life: 'run'});
  const made = await importImage(call, {tag, runId: deps.runId, content});
  return isKnown(made) ? {value: tag} : made;
}

/** Registered before it is made. Its removal holds nobody up: the run's end awaits it. */
export async function inContainer<T>(deps: Deps, work: (name: string) => Promise<T>): Promise<T> {
  const name = `plimsoll-${randomBytes(8).toString('hex')}`;
  const thing: Owned = {kind: 'container', name, life: 'run'};
  deps.cleanup.own(thing);
  try {
    return await work(name);
  } finally {
    void deps.cleanup.remove(thing);
  }
}

const KILLED = 137;
/** docker's own exit status, and those of a program that cannot be started. */
const NOT_RUN = new Set([125, 126, 127]);

/** How a container of ours ended badly, in words without a full stop; undefined when it ended well. */
export async function failureIn(
  result: RunResult,
  {call, memoryBytes, name}: Pick<Shell, 'call' | 'memoryBytes'> & {readonly name: string},
): Promise<string | undefined> {
  if (result.ended !== 'exit') return failureOf(result);
  if (NOT_RUN.has(result.exitCode)) return `the engine could not run it: ${endingOf(result)}`;
  if (result.exitCode !== KILLED) return failureOf(result);
  const state = await inspectContainer(call, name);
  const most = `the ${formatBytes(memoryBytes)} of memory that it may use`;
  return isKnown(state) && state.value.outOfMemory
    ? `it needed more than ${most}`
    : `it was killed; needing more than ${most} does that`;
}
