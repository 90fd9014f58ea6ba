import {readFile, readdir, rm} from 'node:fs/promises';
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
      owned.push(thing);
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

/** Ends processes that a killed run left behind: they carry its id in their environment (Linux). */
async function endChildren(runId: string): Promise<void> {
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  await Promise.all(
    processes.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      if (Number(pid) === process.pid) return;
      if (environment.split('\0').includes(`PLIMSOLL_RUN_ID=${runId}`)) {
        try {
          process.kill(Number(pid), 'SIGKILL');
        } catch {
          // It ended meanwhile.
        }
      }
    }),
  );
}
