import type {Deps} from '../../../deps.ts';
import {
  ARCHIVE_END,
  archiveHeader,
  archiveManifest,
  archivePadding,
} from '../../../domain/health/archive.ts';
import type {ImageFacts} from '../../../domain/image/facts.ts';
import {blobPath} from '../../../domain/image/manifest.ts';

const CHUNK = 1024 * 1024;

export interface ArchiveRequest {
  readonly folder: string;
  readonly facts: Pick<ImageFacts, 'configDigest' | 'layers'>;
  readonly tag: string;
}

/**
 * The layout's image as `docker load` takes it in every image store. What names the blobs comes last:
 * an archive that broke off is never an image.
 * @throws when a blob cannot be read, or is not as long as it was
 */
export async function* imageArchive(
  {folder, facts, tag}: ArchiveRequest,
  {files}: Pick<Deps, 'files'>,
): AsyncGenerator<Uint8Array, void> {
  const config = blobPath('', facts.configDigest);
  const layers = facts.layers.map(({digest}) => blobPath('', digest));
  for (const digest of new Set([facts.configDigest, ...facts.layers.map((one) => one.digest)])) {
    const path = blobPath(folder, digest);
    const bytes = (await files.stat(path))?.bytes ?? 0;
    yield archiveHeader(blobPath('', digest), bytes);
    let seen = 0;
    for await (const chunk of files.stream(path, CHUNK)) {
      if (!(chunk instanceof Uint8Array)) throw new Error(`${path} gives no bytes`);
      seen += chunk.length;
      yield chunk;
    }
    if (seen !== bytes) throw new Error(`${path} changed while it was read`);
    yield archivePadding(bytes);
  }
  const manifest = new TextEncoder().encode(archiveManifest({tag, config, layers}));
  yield archiveHeader('manifest.json', manifest.length);
  yield manifest;
  yield archivePadding(manifest.length);
  yield ARCHIVE_END;
}
