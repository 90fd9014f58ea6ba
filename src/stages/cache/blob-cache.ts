/**
 * Layers of the images that this machine built last: what lies in the folder that an image is exported
 * to, the builder need not send again.
 */
import {basename, dirname, join, relative} from 'node:path';
import type {Deps} from '../../deps.ts';
import {toFileName, type ImageId} from '../../domain/image-id.ts';
import type {LayerFacts} from '../../domain/image/facts.ts';
import {blobPath} from '../../domain/image/manifest.ts';
import {replaceSealed, shareFile} from './sealed.ts';
import type {CacheStore} from './cache-store.ts';

/** None of its functions rejects: what is not kept is built and sent. */
export interface BlobCache {
  /** Puts what is kept of an image into a folder of blobs; the names of those. */
  readonly restore: (image: ImageId, blobs: string) => Promise<readonly string[]>;
  /** Keeps the layers of a layout; what else was kept of the image goes. */
  readonly save: (image: ImageId, layout: LayersOfLayout) => Promise<void>;
  /** For an image that could not be read: a kept layer that is not what its name says, and no longer kept. */
  readonly findDamage: (image: ImageId) => Promise<string | undefined>;
}

export interface LayersOfLayout {
  readonly path: string;
  readonly layers: readonly Pick<LayerFacts, 'digest' | 'downloadBytes'>[];
}

/** Of the disk that is free. */
const LARGEST_SHARE = 0.1;
/** A name is the digest of what is in it, which is held to it when it is read: once, and not here too. */
const OPEN = {digests: false};

export const NO_BLOB_CACHE: BlobCache = {
  restore: () => Promise.resolve([]),
  save: () => Promise.resolve(),
  findDamage: () => Promise.resolve(undefined),
};

type BlobStore = Pick<CacheStore, 'root' | 'open' | 'maySave'>;

/** @param cacheStore without a root on a machine that ends with its job */
export function openBlobCache(
  {root, open, maySave: mayLeave}: BlobStore,
  deps: Pick<Deps, 'cleanup' | 'files' | 'runId'>,
): BlobCache {
  if (root === undefined) return NO_BLOB_CACHE;
  const folderOf = (image: ImageId): string => join(root, 'blobs', toFileName(image));
  return {
    restore: async (image, blobs) => {
      const folder = folderOf(image);
      const sealed = await open(folder, OPEN);
      if (sealed.state !== 'whole') return [];
      return giveAll([...sealed.files.keys()], {folder, blobs}, deps).catch(() => []);
    },
    save: async (image, layout) => {
      if (await mayLeave()) await leaveAll(folderOf(image), layout, deps).catch(() => undefined);
    },
    findDamage: async (image) => {
      const path = await damagedIn(folderOf(image), deps).catch(() => undefined);
      if (path === undefined) return undefined;
      if (await mayLeave()) await deps.files.remove(dirname(path)).catch(() => undefined);
      return relative(root, path);
    },
  };
}

async function giveAll(
  names: readonly string[],
  {folder, blobs}: {readonly folder: string; readonly blobs: string},
  deps: Pick<Deps, 'files' | 'runId'>,
): Promise<readonly string[]> {
  if (names.length > 0) await deps.files.makeFolder(blobs);
  await Promise.all(
    names.map(async (name) => {
      const to = join(blobs, name);
      if ((await deps.files.stat(to)) === undefined) await shareFile(join(folder, name), to, deps);
    }),
  );
  return names;
}

async function damagedIn(
  folder: string,
  {files}: Pick<Deps, 'files'>,
): Promise<string | undefined> {
  for (const name of await files.list(folder)) {
    const path = join(folder, name);
    if (/^[0-9a-f]{64}$/.test(name) && (await files.sha256(path)) !== name) return path;
  }
  return undefined;
}

async function leaveAll(
  folder: string,
  {path, layers}: LayersOfLayout,
  deps: Pick<Deps, 'cleanup' | 'files' | 'runId'>,
): Promise<void> {
  const {files} = deps;
  // A layer that comes twice is one blob.
  const sizes = new Map(layers.map(({digest, downloadBytes}) => [digest, downloadBytes]));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const wanted = [...sizes.keys()].map((digest) => {
    const from = blobPath(path, digest);
    return {name: basename(from), from, digest: basename(from)};
  });
  const parent = dirname(folder);
  await files.makeFolder(parent);
  // The files are readable for the container that scans, and so for others on this machine.
  await files.setMode(parent, 0o700);
  if (bytes > LARGEST_SHARE * (await files.freeBytes(parent))) return files.remove(folder);
  await replaceSealed(folder, wanted, deps);
}
