/** What both kinds of containers have in common: a name, an end, and words for how it ended. */
import {randomBytes} from 'node:crypto';
import {defined} from '../../../domain/defined.ts';
import {importImage, inspectContainer, type EngineCall} from '../../../clients/containers.ts';
import {describeEnding} from '../../../clients/tool.ts';
import {trivyFailure} from '../../../clients/bare-trivy.ts';
import type {ScannerRun} from '../../../clients/scanner.ts';
import type {OwnedByEngine, RunResult} from '../../../deps.ts';
import {isKnown, type Known} from '../../../domain/known.ts';
import {INSIDE, type Ids} from '../../../domain/supply/confinement.ts';
import {formatBytes} from '../../../domain/text/units.ts';

/** Of what Trivy prints. */
export const LARGEST_LOG = 4 * 1024 * 1024;

/** What the run has settled once for all of its containers. */
export interface Shell {
  readonly call: EngineCall;
  /** The image that they are made of. */
  readonly image: string;
  /** Trivy on this machine. */
  readonly program: string;
  readonly ids: Ids;
  readonly memoryBytes: number;
  /** What was made in the engine: it goes when the last scan has ended, and with the run at the latest. */
  readonly made: OwnedByEngine[];
}

type ContainerOwner = Pick<Shell, 'call' | 'made'>;

export async function ownImage(
  {call, made}: ContainerOwner,
  content: AsyncIterable<Uint8Array>,
): Promise<Known<string>> {
  const tag = `plimsoll-${randomBytes(8).toString('hex')}:scanner`;
  own({kind: 'image', name: tag, life: 'run'}, {call, made});
  const imported = await importImage(call, {tag, runId: call.deps.runId, content});
  return isKnown(imported) ? {value: tag} : imported;
}

/** Its removal holds nobody up: the run's end awaits it. */
export async function inContainer<T>(
  making: ContainerOwner,
  work: (name: string) => Promise<T>,
): Promise<T> {
  const name = `plimsoll-${randomBytes(8).toString('hex')}`;
  const thing = own({kind: 'container', name, life: 'run'}, making);
  try {
    return await work(name);
  } finally {
    void making.call.deps.cleanup.remove(thing);
  }
}

/** Registered before it is made. */
function own(thing: OwnedByEngine, {call, made}: ContainerOwner): OwnedByEngine {
  call.deps.cleanup.own(thing);
  made.push(thing);
  return thing;
}

/** An image cannot go while a container is made of it. */
export async function endAll({call, made}: ContainerOwner): Promise<void> {
  for (const kind of ['container', 'image'])
    await Promise.all(
      made.filter((thing) => thing.kind === kind).map((thing) => call.deps.cleanup.remove(thing)),
    );
}

const KILLED = 137;
/** docker's own exit status, and those of a program that cannot be started. */
const NOT_RUN = new Set([125, 126, 127]);

type ScannerEnd = Omit<ScannerRun, 'input'>;

/** How the program ended in a container of ours, and what it said. */
export async function endingIn(
  result: RunResult,
  container: Pick<Shell, 'call' | 'memoryBytes'> & {readonly name: string},
): Promise<ScannerEnd> {
  const log = result.stderr;
  if (isNotStarted(result)) return notStarted(describeEnding(result), log);
  const failure = await failureIn(result, container);
  return {log, ...defined({failure})};
}

/** A program that the container has no loader or shell for ends as if it had started (runc 1.1). */
function isNotStarted({ended, exitCode, stderr}: RunResult): boolean {
  if (ended !== 'exit') return false;
  return (
    NOT_RUN.has(exitCode) || (exitCode === 255 && stderr.startsWith(`exec ${INSIDE.program}:`))
  );
}

export function notStarted(why: string, log = ''): ScannerEnd {
  return {log, failure: `the engine could not run it: ${why}`, notStarted: true};
}

async function failureIn(
  result: RunResult,
  {call, memoryBytes, name}: Pick<Shell, 'call' | 'memoryBytes'> & {readonly name: string},
): Promise<string | undefined> {
  if (result.ended !== 'exit') return trivyFailure(result);
  if (result.exitCode !== KILLED) return trivyFailure(result);
  const state = await inspectContainer(call, name);
  const most = `the ${formatBytes(memoryBytes)} of memory that it may use`;
  return isKnown(state) && state.value.outOfMemory
    ? `it needed more than ${most}`
    : `it was killed; needing more than ${most} does that`;
}
