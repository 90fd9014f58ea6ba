/** Folders that outlive a run: on this machine, or in the job's cache service. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {KeptKey} from '../../domain/keep/keys.ts';
import {isKnown} from '../../domain/known.ts';
import type {Notice} from '../../domain/plan.ts';
import {machineCache} from '../../domain/supply/machine-cache.ts';
import {messageOf} from '../../errors.ts';
import type {Rights} from './rights.ts';

/** For one restore, and for one save: what takes longer costs more than it is worth. */
export interface KeepLimits {
  readonly restoreSeconds: number;
  readonly saveSeconds: number;
}

export const KEEP_LIMITS: KeepLimits = {restoreSeconds: 30, saveSeconds: 60};

export interface Shelter {
  /** Absolute; undefined where nothing can be kept. */
  readonly root: string | undefined;
  /** The key that filled the folder; undefined where nothing did. Never rejects. */
  readonly restore: (folder: string, key: KeptKey) => Promise<string | undefined>;
  /** Never rejects; only where this run may. */
  readonly save: (folder: string, key: string) => Promise<void>;
  /** One for all that failed for one reason. */
  readonly notices: () => readonly Notice[];
}

export function makeShelter(rights: Promise<Rights>, limits: KeepLimits, deps: Deps): Shelter {
  const failures = new Map<string, Notice>();
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      const message = `The cache service could not ${what}: ${messageOf(error)}. The verdict does not hang on it.`;
      failures.set(message, {from: 'keep', message});
      return undefined;
    }
  };
  return {
    root: rootOf(deps),
    restore: async (folder, key) => {
      const {cache} = await rights;
      if (!isKnown(cache)) return undefined;
      const ask = {...key, folder, deadlineSeconds: limits.restoreSeconds};
      return attempt('be read', () => cache.value.restore(ask));
    },
    save: async (folder, key) => {
      const {cache, writing} = await rights;
      if (!isKnown(cache) || !isKnown(writing)) return;
      const ask = {key, folder, deadlineSeconds: limits.saveSeconds};
      await attempt('be written', () => cache.value.save(ask));
    },
    notices: () => [...failures.values()],
  };
}

/** A runner of GitHub's has no folder that outlives its job. */
function rootOf({cache, workflow, cleanup}: Deps): string | undefined {
  const machine = machineCache(workflow.env);
  const temporary = workflow.env['RUNNER_TEMP'];
  if (cache === undefined || temporary === undefined)
    return machine === undefined ? undefined : join(machine, 'plimsoll');
  const path = join(temporary, 'plimsoll-kept');
  cleanup.own({kind: 'folder', path, life: 'job'});
  return path;
}
