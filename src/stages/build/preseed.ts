/**
 * Blobs that are put where a target is exported to, before the build: its exporter leaves out what is
 * there. In the end a layout holds nothing but its image.
 */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {blobPath, manifestSchema, type Descriptor} from '../../domain/image/manifest.ts';
import type {BlobCache} from '../cache/blob-cache.ts';
import type {Output} from './build-call.ts';

const LARGEST_MANIFEST = 4 * 1024 * 1024;

export async function preseed(output: Output, blobCache: BlobCache): Promise<Output> {
  const blobs = join(output.folder, 'blobs/sha256');
  const names = await Promise.all(output.images.map(({id}) => blobCache.restore(id, blobs)));
  return {...output, preseeded: names.flat()};
}

/** Takes away what none of the manifests of a complete layout names. */
export async function removeUnreferenced(
  {folder, preseeded: seeded}: Pick<Output, 'folder' | 'preseeded'>,
  manifests: readonly Descriptor[],
  {files}: Pick<Deps, 'files'>,
): Promise<void> {
  if (seeded.length === 0) return;
  const named = await Promise.all(
    manifests.map(async ({digest}) => {
      const text = await files.readText(blobPath(folder, digest), LARGEST_MANIFEST);
      return manifestSchema.parse(JSON.parse(text)).layers.map((layer) => layer.digest);
    }),
  );
  const wanted = new Set(named.flat());
  for (const name of seeded)
    if (!wanted.has(`sha256:${name}`)) await files.remove(join(folder, 'blobs/sha256', name));
}
