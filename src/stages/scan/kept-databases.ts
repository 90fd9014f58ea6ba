/** Databases that are kept on this machine: a folder each, named by the time that it is of. */
import {join} from 'node:path';
import {z} from 'zod';
import type {Deps} from '../../deps.ts';
import {isKnown} from '../../domain/known.ts';
import type {DatabaseKind} from '../../domain/registry/databases.ts';
import type {Reference} from '../../domain/registry/reference.ts';
import {machineCache} from '../../domain/supply/machine-cache.ts';
import {readDatabase, type Database} from './database.ts';
import {ownProperty} from '../../domain/own-property.ts';

/** What is known of where a kept one came from: beside it, in its folder. */
const originSchema = z.strictObject({
  from: z.string(),
  digest: z.string(),
  files: z.record(z.string(), z.string()),
});
type Origin = z.infer<typeof originSchema>;

const ORIGIN = 'origin.json';
const LARGEST_ORIGIN = 64 * 1024;
/** A run that started before still uses the one before; a runner has one run, and moves all that is kept. */
const mostKept = ({cache}: Pick<Deps, 'cache'>): number => (cache === undefined ? 2 : 1);

/** Where they are kept; undefined on a machine that has no place for such things. */
export function databaseCacheFolder(
  kind: DatabaseKind,
  env: Readonly<Record<string, string>>,
): string | undefined {
  const root = machineCache(env);
  return root === undefined ? undefined : join(root, 'plimsoll', kind.cacheFolder);
}

/** The newest of these mirrors that is as it was kept; what is damaged is taken away. */
export async function newestKept(
  {kind, mirrors}: {readonly kind: DatabaseKind; readonly mirrors: readonly Reference[]},
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<Database | undefined> {
  const cacheFolder = databaseCacheFolder(kind, deps.workflow.env);
  if (cacheFolder === undefined) return undefined;
  for (const name of (await entriesOf(cacheFolder, deps)).toReversed()) {
    const cache = join(cacheFolder, name);
    const origin = await readOrigin(cache, deps);
    if (origin !== undefined && !mirrors.some(({text}) => text === origin.from)) continue;
    const read = await readDatabase(kind, cache, deps);
    if (origin !== undefined && isKnown(read) && (await isWhole(read.value, origin, deps)))
      return {...read.value, digest: origin.digest, from: origin.from};
    await deps.files.remove(cache);
  }
  return undefined;
}

/**
 * Moves a new one from its folder among the kept ones to its place, and takes those away that are older than
 * the one before it. Gives it as it is then; as it was, where it cannot be kept.
 */
export async function keep(
  fresh: Database,
  deps: Pick<Deps, 'cache' | 'files' | 'workflow'>,
): Promise<Database> {
  const {kind, folder, digest, from, dates} = fresh;
  const cacheFolder = databaseCacheFolder(kind, deps.workflow.env);
  const cache = join(folder, '..');
  if (cacheFolder === undefined || join(cache, '..') !== cacheFolder || digest === undefined)
    return fresh;
  if (dates.updatedAt === undefined) return fresh;
  const files = await Promise.all(
    kind.files.map(async (name) => [name, await deps.files.sha256(join(folder, name))] as const),
  );
  const origin: Origin = {from, digest, files: Object.fromEntries(files)};
  await deps.files.write(join(cache, ORIGIN), JSON.stringify(origin));
  const place = join(cacheFolder, nameOf(dates.updatedAt, digest));
  try {
    await deps.files.rename(cache, place);
  } catch {
    // Another run has kept the same one meanwhile.
    return fresh;
  }
  for (const name of (await entriesOf(cacheFolder, deps)).slice(0, -mostKept(deps)))
    await deps.files.remove(join(cacheFolder, name));
  return {...fresh, folder: join(place, kind.folder)};
}

/** `2026-11-24T06:13:22.1Z`, `sha256:abc…` -> `20261124T061322Z-abc…`: sorted by time. */
function nameOf(updatedAt: string, digest: string): string {
  const time = new Date(updatedAt)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  return `${time}-${digest.replace('sha256:', '').slice(0, 12)}`;
}

async function entriesOf(
  cacheFolder: string,
  deps: Pick<Deps, 'files'>,
): Promise<readonly string[]> {
  const names = await deps.files.list(cacheFolder);
  return names.filter((name) => /^\d{8}T\d{6}Z-[0-9a-f]{12}$/.test(name));
}

async function readOrigin(cache: string, deps: Pick<Deps, 'files'>): Promise<Origin | undefined> {
  try {
    const text = await deps.files.readText(join(cache, ORIGIN), LARGEST_ORIGIN);
    return originSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function isWhole(
  {kind, folder}: Pick<Database, 'kind' | 'folder'>,
  {files}: Origin,
  deps: Pick<Deps, 'files'>,
): Promise<boolean> {
  for (const name of kind.files) {
    if ((await deps.files.sha256(join(folder, name))) !== ownProperty(files, name)) return false;
  }
  return true;
}
