import {readFile, readdir, rm} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';
import type {Cleanup, Life, Owned} from '../deps.ts';
import {messageOf} from '../errors.ts';

/** What must be known to clean up after a run that was killed. Kept as the action's state. */
export interface Ownership {
  readonly runId: string;
  readonly owned: readonly Owned[];
}

/**
 * @param save called with everything owned, before each new thing is made
 * @param before what an earlier process of the same job registered
 */
export function liveCleanup(save: (ownership: Ownership) => void, before: Ownership): Cleanup {
  let owned = [...before.owned];
  return {
    own: (thing) => {
      owned = [...owned, thing];
      save({runId: before.runId, owned});
    },
    run: async (life) => {
      if (life === 'job') await endChildren(before.runId);
      const due = owned.filter((thing) => isDue(thing.life, life));
      owned = owned.filter((thing) => !isDue(thing.life, life));
      const failures = await Promise.all(due.map(remove));
      save({runId: before.runId, owned});
      return failures.filter((failure) => failure !== undefined);
    },
  };
}

function isDue(own: Life, ending: Life): boolean {
  return ending === 'job' || own === 'run';
}

async function remove(thing: Owned): Promise<string | undefined> {
  try {
    await rm(thing.path, {recursive: true, force: true, maxRetries: 3});
    return undefined;
  } catch (error) {
    return `${thing.path} could not be removed: ${messageOf(error)}`;
  }
}

const KILL_TRIES = 50;

/** Ends processes that carry the run's id in their environment (Linux), and waits until they are gone:
 * one that is still writing would put back what is removed next. */
async function endChildren(runId: string): Promise<void> {
  for (let tries = 0; tries < KILL_TRIES; tries += 1) {
    const left = await childrenOf(runId);
    if (left.length === 0) return;
    for (const pid of left) kill(pid);
    await wait(50);
  }
}

async function childrenOf(runId: string): Promise<readonly number[]> {
  const names = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const pids = await Promise.all(
    names.map(async (name) => {
      const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
      const isOurs = environment.split('\0').includes(`PLIMSOLL_RUN_ID=${runId}`);
      return isOurs && Number(name) !== process.pid ? [Number(name)] : [];
    }),
  );
  return pids.flat();
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}
