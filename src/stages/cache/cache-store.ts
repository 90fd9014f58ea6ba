/** Folders that outlive a run: on this machine, or in the job's cache service. */
import {join, relative} from 'node:path';
import type {Deps} from '../../deps.ts';
import {KEPT_FOLDER, RECORDS, type KeptKey} from '../../domain/keep/keys.ts';
import {isKnown} from '../../domain/known.ts';
import type {Notice} from '../../domain/notice.ts';
import {machineCache} from '../../domain/supply/machine-cache.ts';
import {errorMessage} from '../../errors.ts';
import type {Rights} from './rights.ts';
import {openSealed, type OpenOptions, type Sealed} from './sealed.ts';

export interface CacheStore {
  /** Absolute; undefined where nothing can be kept. */
  readonly root: string | undefined;
  /** The key that filled the folder; undefined where nothing did. Never rejects. */
  readonly restore: (folder: string, key: KeptKey) => Promise<string | undefined>;
  /** Whether what it holds is as it was kept; what is not is no longer there, and a notice says so. */
  readonly open: (folder: string, options?: OpenOptions) => Promise<Sealed>;
  /** Whether this run may leave anything for later ones, on this machine or in the service. */
  readonly maySave: () => Promise<boolean>;
  /** Never rejects; only where this run may. `end` awaits it. */
  readonly save: (folder: string, key: string) => Promise<void>;
  /** When all that is being saved is there, or given up. */
  readonly end: () => Promise<void>;
  /** What was not as it was kept; and one of the service: it is asked no more when it has failed once. */
  readonly notices: () => readonly Notice[];
}

/** @param deadlineSeconds for one restore, and for one save */
export function makeCacheStore(
  rights: Promise<Rights>,
  deadlineSeconds: number,
  deps: Deps,
): CacheStore {
  const root = rootOf(deps);
  const damages: Notice[] = [];
  const mayLeave = async (): Promise<boolean> => isKnown((await rights).keeping);
  const {restore, save, end, failure} = serviceOf({root, rights, deadlineSeconds}, deps);
  return {
    root,
    restore,
    save,
    end,
    maySave: mayLeave,
    open: async (folder, options = {digests: true}) => {
      const sealed = await openSealed(folder, options, deps);
      if (sealed.state !== 'damaged') return sealed;
      damages.push(damageNotice(relative(root ?? '/', join(folder, sealed.file))));
      if (await mayLeave()) await deps.files.remove(folder).catch(() => undefined);
      return {state: 'absent'};
    },
    notices: () => [...damages, ...failure()],
  };
}

interface Service extends Pick<CacheStore, 'restore' | 'save' | 'end'> {
  readonly failure: () => readonly Notice[];
}

interface Serving {
  readonly root: string | undefined;
  readonly rights: Promise<Rights>;
  readonly deadlineSeconds: number;
}

function serviceOf(
  {root, rights, deadlineSeconds}: Serving,
  {running, files}: Pick<Deps, 'files' | 'running'>,
): Service {
  const told = new Set<Notice>();
  const saving: Promise<void>[] = [];
  const attempt = patient(told, running);
  const save = async (folder: string, key: string): Promise<void> => {
    const {cache, writing} = await rights;
    if (!isKnown(cache) || !isKnown(writing)) return;
    const ask = {key, folder, deadlineSeconds};
    const saved = await attempt('be written', () => cache.value.save(ask));
    // No other run and no other attempt has this key.
    if (saved === 'there' && key.startsWith(RECORDS)) told.add(TWICE);
  };
  return {
    restore: async (folder, key) => {
      const {cache} = await rights;
      if (!isKnown(cache) || root === undefined) return undefined;
      const ask = {...key, folder, deadlineSeconds};
      // The service's client would let others in.
      await files.makeOwnFolder(root).catch(() => undefined);
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
    failure: () => [...told],
  };
}

type Attempt = <T>(what: string, work: () => Promise<T>) => Promise<T | undefined>;

/** Asks no more when it has failed once, and tells of that one. */
function patient(told: Set<Notice>, running: Deps['running']): Attempt {
  const failures: Notice[] = [];
  return async (what, work) => {
    if (failures.length > 0) return undefined;
    try {
      return await running.during('the cache service', work);
    } catch (error) {
      failures.push(failureOf(what, error));
      // Of several that were under way the first one.
      told.add(failures[0] ?? failureOf(what, error));
      return undefined;
    }
  };
}

const TWICE: Notice = {
  from: 'keep',
  message:
    'Another job of this run has left a record of the same image, and the two share their category in code scanning and their comment: what one says, the other overwrites. Set the input key to another value in each.',
};

function failureOf(what: string, error: unknown): Notice {
  const message = `The cache service could not ${what}: ${errorMessage(error)}. Later runs start without what this one could have kept; the verdict does not hang on it.`;
  return {from: 'keep', message};
}

/** @param path of the file, below the folder that all is kept in */
export function damageNotice(path: string): Notice {
  return {
    from: 'keep',
    message: `What an earlier run has kept is not what it was (${path}): it is not used, and this run does that work again.`,
  };
}

/** A runner of GitHub's has no folder that outlives its job. */
function rootOf({
  cache,
  workflow,
  cleanup,
}: Pick<Deps, 'cache' | 'cleanup' | 'workflow'>): string | undefined {
  const machine = machineCache(workflow.env);
  const temporary = workflow.env['RUNNER_TEMP'];
  if (cache === undefined || temporary === undefined || !temporary.startsWith('/'))
    return machine === undefined ? undefined : join(machine, 'plimsoll');
  const path = join(temporary, KEPT_FOLDER);
  cleanup.own({kind: 'folder', path, life: 'job'});
  return path;
}
