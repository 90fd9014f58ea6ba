/**
 * Layers of the images that this machine built last: what lies in the folder that an image is exported
 * to, the builder need not send again.
 */
import {basename, dirname, join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {fileNameOf, type ImageId} from '../../domain/image-id.ts';
import type {LayerFacts} from '../../domain/image/facts.ts';
import {blobPath} from '../../domain/image/manifest.ts';

/** None of its functions rejects: what is not kept is built and sent. */
export interface BlobShelf {
  /** Puts what is kept of an image into a folder of blobs; the names of those. */
  readonly give: (image: ImageId, blobs: string) => Promise<readonly string[]>;
  /** Keeps the layers of a layout; what else was kept of the image goes. */
  readonly leave: (image: ImageId, layout: LayersOfLayout) => Promise<void>;
  /** For an image that could not be read: what was kept may be damaged. */
  readonly forget: (image: ImageId) => Promise<void>;
}

export interface LayersOfLayout {
  readonly path: string;
  readonly layers: readonly Pick<LayerFacts, 'digest' | 'downloadBytes'>[];
}

/** Of the disk that is free. */
const LARGEST_SHARE = 0.1;

const NO_SHELF: BlobShelf = {
  give: () => Promise.resolve([]),
  leave: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

/** @param root absolute; undefined on a machine that ends with its job */
export function blobShelf(root: string | undefined, deps: Deps): BlobShelf {
  if (root === undefined) return NO_SHELF;
  const folderOf = (image: ImageId): string => join(root, 'blobs', fileNameOf(image));
  return {
    give: (image, blobs) => giveAll(folderOf(image), blobs, deps).catch(() => []),
    leave: (image, layout) => leaveAll(folderOf(image), layout, deps).catch(() => undefined),
    forget: (image) => deps.files.remove(folderOf(image)).catch(() => undefined),
  };
}

async function giveAll(folder: string, blobs: string, deps: Deps): Promise<readonly string[]> {
  const names = await deps.files.list(folder);
  if (names.length > 0) await deps.files.makeFolder(blobs);
  await Promise.all(names.map((name) => share(join(folder, name), join(blobs, name), deps)));
  return names;
}

async function leaveAll(folder: string, {path, layers}: LayersOfLayout, deps: Deps): Promise<void> {
  const {files} = deps;
  // A layer that comes twice is one blob.
  const sizes = new Map(layers.map(({digest, downloadBytes}) => [digest, downloadBytes]));
  const blobs = [...sizes.keys()].map((digest) => blobPath(path, digest));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  await files.makeFolder(folder);
  // The files are readable for the container that scans, and so for others on this machine.
  await files.setMode(dirname(folder), 0o700);
  if (bytes > LARGEST_SHARE * (await files.freeBytes(folder))) return;
  await Promise.all(blobs.map((blob) => share(blob, join(folder, basename(blob)), deps)));
  const wanted = new Set(blobs.map((blob) => basename(blob)));
  for (const name of await files.list(folder))
    if (!wanted.has(name)) await files.remove(join(folder, name));
}

/** One file under two names; where the other name is on another disk, a copy, which appears whole. */
async function share(from: string, to: string, {files, runId}: Deps): Promise<void> {
  if ((await files.stat(to)) !== undefined) return;
  try {
    await files.hardLink(from, to);
  } catch {
    const unfinished = join(dirname(to), `.${runId}-${basename(to)}`);
    await files.copy(from, unfinished);
    await files.rename(unfinished, to);
  }
}
