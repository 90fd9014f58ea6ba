import {readFile, readdir} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';
import type {Cleanup, Exec, Lifetime, Owned} from '../deps.ts';
import {removals} from './removal.ts';
import {STARTED_BY} from './child-mark.ts';

/** What must be known to clean up after a run that was killed. Kept as the action's state. */
export interface Ownership {
  readonly runId: string;
  readonly owned: readonly Owned[];
}

export interface CleanupOptions {
  /** What an earlier process of the same job registered. */
  readonly before: Ownership;
  /** Called with everything owned, before each new thing is made. */
  readonly save: (ownership: Ownership) => void;
  /** One that works on when the run was stopped, and whose children do not carry the run's id. */
  readonly exec: Exec;
}

export function liveCleanup({before, save, exec}: CleanupOptions): Cleanup {
  let owned = [...before.owned];
  // What is made after that would stay.
  let isOver = false;
  const keep = (things: readonly Owned[]): void => {
    owned = [...things];
    save({runId: before.runId, owned});
  };
  const remove = removals(exec);
  const take = async (thing: Owned): Promise<string | undefined> => {
    const failure = await remove(thing);
    // What is still there is tried again, in the post step at the latest.
    if (failure === undefined) owned = owned.filter((other) => other !== thing);
    return failure;
  };
  return {
    own: (thing) => {
      if (isOver) throw new Error('the run has ended');
      keep([...owned, thing]);
    },
    remove: async (thing) => {
      if (!owned.includes(thing)) return;
      await take(thing);
      keep(owned);
    },
    run: async (life) => {
      isOver = true;
      if (life === 'job') await endChildren(before.runId);
      const due = owned.filter((thing) => isDue(thing.life, life));
      // An image cannot go while a container is made of it, nor a volume that one has.
      const [lasting, others] = [due.filter(isHeld), due.filter((thing) => !isHeld(thing))];
      const failures = [
        ...(await Promise.all(others.map(take))),
        ...(await Promise.all(lasting.map(take))),
      ];
      keep(owned);
      return failures.filter((failure) => failure !== undefined);
    },
  };
}

/** By containers. */
function isHeld({kind}: Owned): boolean {
  return kind === 'image' || kind === 'volume';
}

function isDue(own: Lifetime, ending: Lifetime): boolean {
  return ending === 'job' || own === 'run';
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
      const isOurs = environment.split('\0').includes(`${STARTED_BY}=${runId}`);
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
