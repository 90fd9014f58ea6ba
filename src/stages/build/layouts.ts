/** Tells when a target's layout is complete, and gives each platform a view of its own. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {Layout} from '../../domain/layout.ts';
import {toFileName} from '../../domain/image-id.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import {
  blobPath,
  indexSchema,
  isAttestation,
  isIndex,
  formatPlatform,
  type Descriptor,
} from '../../domain/image/manifest.ts';
import {normalPlatform} from '../../domain/plan/images.ts';
import {writeLayoutIndex} from './layout-index.ts';
import type {Output} from './build-call.ts';
import {removeUnreferenced} from './preseed.ts';

const LARGEST_INDEX = 4 * 1024 * 1024;

/** Undefined until `index.json` is there and parses: it is written last. */
async function readIndex(
  path: string,
  deps: Pick<Deps, 'files'>,
): Promise<readonly Descriptor[] | undefined> {
  try {
    const text = await deps.files.readText(path, LARGEST_INDEX);
    return indexSchema.parse(JSON.parse(text)).manifests;
  } catch {
    return undefined;
  }
}

export async function isComplete(folder: string, deps: Pick<Deps, 'files'>): Promise<boolean> {
  return (await readIndex(join(folder, 'index.json'), deps)) !== undefined;
}

/**
 * The layouts of one target's images; undefined while it is not complete. One platform: the folder
 * itself. Several: a folder each, whose index names one manifest and whose blobs are hard links,
 * because Trivy scans only the first of a nested index (facts.md).
 */
export async function completeLayouts(
  output: Output,
  deps: Deps,
): Promise<readonly Layout[] | undefined> {
  const {folder, images} = output;
  const top = await readIndex(join(folder, 'index.json'), deps);
  if (top === undefined) return undefined;
  const nested = await Promise.all(
    top.map((descriptor) => manifestsOf(descriptor, {folder, deps})),
  );
  const manifests = nested.flat();
  // Damaged, it is complained about by whoever reads it.
  await removeUnreferenced(output, manifests, deps).catch(() => undefined);
  const [first] = images;
  if (images.length === 1 && first !== undefined) return [{image: first, path: folder}];
  const views = images.flatMap((image) => {
    const manifest = manifests.find(
      ({platform}) =>
        platform !== undefined && normalPlatform(formatPlatform(platform)) === image.platform,
    );
    return manifest === undefined ? [] : [{image, manifest}];
  });
  return Promise.all(views.map((view) => makeView(folder, view, deps)));
}

/** What takes longest to scan comes first: of several, the others are read meanwhile. */
export async function largestFirst(
  layouts: readonly Layout[],
  deps: Pick<Deps, 'files'>,
): Promise<readonly Layout[]> {
  const weighed = await Promise.all(
    layouts.map(async (layout) => ({layout, bytes: await layoutBytes(layout, deps)})),
  );
  return weighed.sort((one, other) => other.bytes - one.bytes).map(({layout}) => layout);
}

/** Of its blobs, as they lie on the disk. */
export async function layoutBytes({path}: Layout, {files}: Pick<Deps, 'files'>): Promise<number> {
  const blobs = join(path, 'blobs/sha256');
  const stats = (await files.list(blobs)).map((name) => files.stat(join(blobs, name)));
  return (await Promise.all(stats)).reduce((sum, stat) => sum + (stat?.bytes ?? 0), 0);
}

async function manifestsOf(
  descriptor: Descriptor,
  at: {readonly folder: string; readonly deps: Deps},
): Promise<readonly Descriptor[]> {
  if (!isIndex(descriptor)) return [descriptor];
  const blob = blobPath(at.folder, descriptor.digest);
  const inner = (await readIndex(blob, at.deps)) ?? [];
  return inner.filter((entry) => !isAttestation(entry));
}

async function makeView(
  folder: string,
  view: {readonly image: PlannedImage; readonly manifest: Descriptor},
  deps: Pick<Deps, 'files'>,
): Promise<Layout> {
  const path = join(`${folder}-views`, toFileName(view.image.id));
  const blobs = join(path, 'blobs/sha256');
  await deps.files.makeFolder(blobs);
  const names = await deps.files.list(join(folder, 'blobs/sha256'));
  await Promise.all(
    names.map((name) => deps.files.hardLink(join(folder, 'blobs/sha256', name), join(blobs, name))),
  );
  await writeLayoutIndex(path, view.manifest, deps);
  return {image: view.image, path};
}
