/** Folders that outlive a run: on this machine, or in the job's cache service. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {KEPT_FOLDER, type KeptKey} from '../../domain/keep/keys.ts';
import {isKnown} from '../../domain/known.ts';
import type {Notice} from '../../domain/plan.ts';
import {machineCache} from '../../domain/supply/machine-cache.ts';
import {messageOf} from '../../errors.ts';
import type {Rights} from './rights.ts';

export interface Shelter {
  /** Absolute; undefined where nothing can be kept. */
  readonly root: string | undefined;
  /** The key that filled the folder; undefined where nothing did. Never rejects. */
  readonly restore: (folder: string, key: KeptKey) => Promise<string | undefined>;
  /** Never rejects; only where this run may. `end` awaits it. */
  readonly save: (folder: string, key: string) => Promise<void>;
  /** When all that is being saved is there, or given up. */
  readonly end: () => Promise<void>;
  /** One: a service that has failed once is asked no more. */
  readonly notices: () => readonly Notice[];
}

/** @param deadlineSeconds for one restore, and for one save */
export function makeShelter(rights: Promise<Rights>, deadlineSeconds: number, deps: Deps): Shelter {
  let failure: Notice | undefined;
  const saving: Promise<void>[] = [];
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    if (failure !== undefined) return undefined;
    try {
      return await deps.running.during('the cache service', work);
    } catch (error) {
      const message = `The cache service could not ${what}: ${messageOf(error)}. Later runs start without what this one could have kept; the verdict does not hang on it.`;
      failure ??= {from: 'keep', message};
      return undefined;
    }
  };
  const save = async (folder: string, key: string): Promise<void> => {
    const {cache, writing} = await rights;
    if (!isKnown(cache) || !isKnown(writing)) return;
    const ask = {key, folder, deadlineSeconds};
    await attempt('be written', () => cache.value.save(ask));
  };
  return {
    root: rootOf(deps),
    restore: async (folder, key) => {
      const {cache} = await rights;
      if (!isKnown(cache)) return undefined;
      const ask = {...key, folder, deadlineSeconds};
      return attempt('be read', () => cache.value.restore(ask));
    },
    save: (folder, key) => {
      const saved = save(folder, key);
      saving.push(saved);
      return saved;
    },
    end: async () => {
      await Promise.all(saving);
    },
    notices: () => (failure === undefined ? [] : [failure]),
  };
}

/** A runner of GitHub's has no folder that outlives its job. */
function rootOf({cache, workflow, cleanup}: Deps): string | undefined {
  const machine = machineCache(workflow.env);
  const temporary = workflow.env['RUNNER_TEMP'];
  if (cache === undefined || temporary === undefined || !temporary.startsWith('/'))
    return machine === undefined ? undefined : join(machine, 'plimsoll');
  const path = join(temporary, KEPT_FOLDER);
  cleanup.own({kind: 'folder', path, life: 'job'});
  return path;
}
