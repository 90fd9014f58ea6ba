/** How each kind of thing that a run makes outside of itself is taken away. */
import {rm} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';
import type {Exec, Owned, RunResult} from '../deps.ts';
import {errorMessage} from '../errors.ts';

/** Under the 7 s that a run which is stopped has left (threats.md rule 4). */
const DEADLINE_SECONDS = 5;
/** The engine may still be at what a client that was killed has asked of it. */
const LATE_MS = 300;

/** Gives why a thing is still there, in words. */
export type Remove = (thing: Owned) => Promise<string | undefined>;

/** A stopped run is cleaned up while its stages still end: a thing's removals come one after the other. */
export function removals(exec: Exec): Remove {
  const last = new Map<Owned, Promise<string | undefined>>();
  const after = async (thing: Owned, earlier: Promise<string | undefined> | undefined) => {
    if (earlier !== undefined && (await earlier) === undefined) return undefined;
    return removeOwned(thing, exec);
  };
  return (thing) => {
    const removal = after(thing, last.get(thing));
    last.set(thing, removal);
    return removal;
  };
}

/** Never throws: why it is still there, in words. What is not there is no failure. */
async function removeOwned(thing: Owned, exec: Exec): Promise<string | undefined> {
  switch (thing.kind) {
    case 'folder':
      return removeFolder(thing.path);
    case 'container':
      return removeFromEngine(thing.name, ['rm', '--force', '--volumes', thing.name], exec);
    case 'image':
      return removeFromEngine(thing.name, ['image', 'rm', thing.name], exec);
    case 'volume':
      return removeFromEngine(thing.name, ['volume', 'rm', thing.name], exec);
    case 'builder':
      return removeFromEngine(thing.name, ['buildx', 'rm', '--force', thing.name], exec);
  }
}

async function removeFolder(path: string): Promise<string | undefined> {
  try {
    await rm(path, {recursive: true, force: true, maxRetries: 3});
    return undefined;
  } catch (error) {
    return `${path} could not be removed: ${errorMessage(error)}`;
  }
}

async function removeFromEngine(
  name: string,
  args: readonly string[],
  exec: Exec,
): Promise<string | undefined> {
  const run = (): Promise<RunResult> =>
    exec.run('docker', {args, cwd: '/', deadlineSeconds: DEADLINE_SECONDS});
  const first = await run();
  if (!isAbsent(first)) return failureOf(name, first);
  await wait(LATE_MS);
  const second = await run();
  return isAbsent(second) ? undefined : failureOf(name, second);
}

function isAbsent({stderr}: RunResult): boolean {
  return /No such (container|image|volume)|no builder "[^"]*" found/i.test(stderr);
}

function failureOf(name: string, {ended, exitCode, stderr}: RunResult): string | undefined {
  if (ended === 'exit' && exitCode === 0) return undefined;
  const why = ended === 'exit' ? stderr.trim() : `docker did not answer (${ended})`;
  return `${name} could not be removed from the engine: ${why}`;
}
