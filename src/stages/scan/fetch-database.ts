/** A database from where it is to be had: a given folder, what is kept on this machine, a mirror. */
import {basename, dirname, join} from 'node:path';
import zlib from 'node:zlib';
import {Meter, PullFailed} from '../../clients/pull-response.ts';
import {pullLayer} from '../../clients/registry.ts';
import type {Deps} from '../../deps.ts';
import {ageInDays, ageText, isFresh} from '../../domain/findings/database-age.ts';
import {databaseKey} from '../../domain/keep/keys.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {DatabaseKind} from '../../domain/registry/databases.ts';
import type {Reference} from '../../domain/registry/reference.ts';
import {errorMessage} from '../../errors.ts';
import type {CacheStore} from '../cache/cache-store.ts';
import {readDatabase, type Database} from './database.ts';
import {keep, newestKept, databaseCacheFolder} from './kept-databases.ts';
import {takeFirst, type FetchLimits} from './mirrors.ts';
import {unpackInto} from './unpack.ts';

export interface DatabaseRequest {
  readonly kind: DatabaseKind;
  /** A Trivy cache folder; nothing is fetched then. */
  readonly dbPath: string | undefined;
  /** Nothing is fetched. */
  readonly offline: boolean;
  /** In order. */
  readonly mirrors: readonly Reference[];
  readonly limits: FetchLimits;
  /** What other runs have kept; absent: nothing. */
  readonly cacheStore?: CacheStore | undefined;
}

const CHUNK = 1024 * 1024;

/** What is kept and fresh is taken as it is; an old one where nothing newer can be had. */
export async function findDatabase(ask: DatabaseRequest, deps: Deps): Promise<Known<Database>> {
  const {kind, dbPath, offline, mirrors} = ask;
  if (dbPath !== undefined) return givenDatabase(kind, dbPath, deps);
  const isGood = ({dates}: Database): boolean => offline || isFresh(dates, deps.clock.now());
  const here = await newestKept(ask, deps);
  if (here !== undefined && isGood(here)) return known(here);
  const kept = offline ? here : await bringKept(ask, deps);
  if (kept !== undefined && isGood(kept)) return known(kept);
  if (offline)
    return unable(
      `No ${kind.what} of ${mirrors.map(({text}) => text).join(' or ')} is kept on this machine, and offline is set, so that nothing is fetched. Name a Trivy cache folder with the input db-path, or run once without offline.`,
    );
  const fetching = deps.running.during(`download of the ${kind.what}`, () =>
    fetchDatabase(ask, deps),
  );
  const fetched = await fetching.catch((error: unknown) => ({
    // A full disk, mostly.
    reasons: [errorMessage(error)],
  }));
  if ('taken' in fetched) {
    leaveForOthers(fetched.taken, ask, deps);
    return known(fetched.taken);
  }
  const why = `The ${kind.what} could not be fetched (${fetched.reasons.join('; ')})`;
  if (kept !== undefined) return known({...kept, notice: `${why}; ${usedInstead(kept, deps)}.`});
  return unable(
    `${why}. Name a registry that can be reached with the input db-repositories, or a Trivy cache folder with db-path.`,
  );
}

/** The newest after another run's was brought here: it is as foreign as any that is kept. */
async function bringKept(
  ask: DatabaseRequest,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<Database | undefined> {
  const cacheFolder = databaseCacheFolder(ask.kind, deps.workflow.env);
  if (cacheFolder !== undefined)
    await ask.cacheStore?.restore(cacheFolder, databaseKey(ask.kind.cacheFolder, ''));
  return newestKept(ask, deps);
}

/** At once: a gate that fails is no reason to fetch it again. Nobody waits for it here. */
function leaveForOthers(
  {folder}: Database,
  {kind, cacheStore}: DatabaseRequest,
  deps: Pick<Deps, 'workflow'>,
): void {
  const cacheFolder = databaseCacheFolder(kind, deps.workflow.env);
  const place = dirname(folder);
  if (cacheStore === undefined || cacheFolder === undefined || dirname(place) !== cacheFolder)
    return;
  void cacheStore.save(cacheFolder, databaseKey(kind.cacheFolder, basename(place)).key);
}

async function givenDatabase(
  kind: DatabaseKind,
  cache: string,
  deps: Pick<Deps, 'files'>,
): Promise<Known<Database>> {
  const read = await readDatabase(kind, cache, deps);
  return isKnown(read)
    ? known({...read.value, from: 'the input db-path'})
    : unable(
        `There is no ${kind.what} in ${cache} (${read.unable}); the input db-path takes a Trivy cache folder that has one.`,
      );
}

function usedInstead({dates}: Database, deps: Pick<Deps, 'clock'>): string {
  const days = ageInDays(dates, deps.clock.now());
  const age = days === undefined || days < 0 ? '' : `, ${ageText(days)} old,`;
  return `the one that was kept${age} is used`;
}

type Fetched = {readonly taken: Database} | {readonly reasons: readonly string[]};

async function fetchDatabase(
  {kind, mirrors, limits}: DatabaseRequest,
  deps: Deps,
): Promise<Fetched> {
  if (mirrors.length === 0) return {reasons: [`no repository is known that has it`]};
  const cache = await makeRoom(kind, deps);
  const take = (mirror: Reference, deadlineSeconds: number): Promise<Database> =>
    fetchFrom(mirror, {kind, cache, deadlineSeconds}, deps);
  const fetched = await takeFirst({mirrors, limits, take}, deps);
  if (!('taken' in fetched)) return fetched;
  const taken = await keep(fetched.taken, deps);
  if (fetched.others.length === 0) return {taken};
  const notice = `The ${kind.what} was taken from ${taken.from}, because a mirror before it gave none (${fetched.others.join('; ')}).`;
  return {taken: {...taken, notice}};
}

/** A new folder: in the folder of kept ones, so that it can be moved to its place; else a temporary one. */
async function makeRoom(
  kind: DatabaseKind,
  deps: Pick<Deps, 'cleanup' | 'files' | 'runId' | 'workflow'>,
): Promise<string> {
  const cacheFolder = databaseCacheFolder(kind, deps.workflow.env);
  if (cacheFolder !== undefined) {
    const path = join(cacheFolder, `.new-${deps.runId}`);
    deps.cleanup.own({kind: 'folder', path, life: 'run'});
    try {
      await deps.files.makeFolder(path);
      return path;
    } catch {
      // A home that is read-only.
    }
  }
  return deps.files.makeTemporary(`plimsoll-${kind.folder}`, 'run');
}

interface Room {
  readonly kind: DatabaseKind;
  readonly cache: string;
  readonly deadlineSeconds: number;
}

/** @throws {PullFailed} */
async function fetchFrom(
  reference: Reference,
  {kind, cache, deadlineSeconds}: Room,
  deps: Deps,
): Promise<Database> {
  const {mediaType, largestLayer, largestUnpacked, files: names} = kind;
  const folder = join(cache, kind.folder);
  // Of an attempt before.
  await deps.files.remove(folder);
  await deps.files.makeFolder(folder);
  const into = () =>
    [
      zlib.createGunzip({chunkSize: CHUNK}),
      new Meter(largestUnpacked),
      unpackInto({folder, names}, deps),
    ] as const;
  const pull = {reference, mediaType, largestLayer, into, deadlineSeconds};
  const {digest} = await pullLayer(pull, deps);
  const read = await readDatabase(kind, cache, deps);
  if (!isKnown(read)) throw new PullFailed(`there is no database in it (${read.unable})`);
  return {...read.value, digest, from: reference.text};
}
