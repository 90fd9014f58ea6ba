/** What is known of each image's layers, ours and the scanner's: found before they are read, left after. */
import {basename, dirname, join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {layersKey, layersPrefix} from '../../domain/keep/keys.ts';
import {toFileName, type ImageId} from '../../domain/image-id.ts';
import type {KeptScan, KeptScanFiles} from '../scan/scan-call.ts';
import {openLayerCache, layerFileName, type LayerCache} from '../read/layer-cache.ts';
import {replaceSealed, type FileToKeep} from '../cache/sealed.ts';
import type {CacheStore} from '../cache/cache-store.ts';

export interface KeptLayers {
  readonly layerCache: LayerCache;
  /** Of the scanner: files that may not be there. */
  readonly scan: KeptScan;
  /** When the image was read and scanned: what is new is left for later runs. Never rejects. */
  readonly save: (layers: readonly {digest: string; diffId: string}[]) => Promise<void>;
}

export interface LayersRequest {
  readonly images: readonly ImageId[];
  /** The version that is asked for; the analyses say themselves of which they are. */
  readonly trivy: string;
  readonly cacheStore: CacheStore;
}

/**
 * Looks for all at once; nobody waits for them before they are needed. Never rejects: where there is no place
 * for it, or the run has ended meanwhile, nothing is kept.
 */
export function findLayers(
  {images, trivy, cacheStore}: LayersRequest,
  deps: Deps,
): (image: ImageId) => Promise<KeptLayers | undefined> {
  const found = new Map(
    images.map(
      (image) => [image, findOne(image, {trivy, cacheStore, deps}).catch(() => undefined)] as const,
    ),
  );
  return (image) => found.get(image) ?? Promise.resolve(undefined);
}

interface Finding {
  readonly trivy: string;
  readonly cacheStore: CacheStore;
  readonly deps: Deps;
}

async function findOne(
  image: ImageId,
  {trivy, cacheStore, deps}: Finding,
): Promise<KeptLayers | undefined> {
  if (cacheStore.root === undefined) return undefined;
  const folder = join(cacheStore.root, 'layers', toFileName(image));
  const prefix = layersPrefix(image, trivy);
  const from = await cacheStore.restore(folder, {key: prefix, prefixes: [prefix]});
  const before = (await cacheStore.open(folder)).state === 'whole' ? folder : undefined;
  const after = (await cacheStore.maySave()) ? newPlace(folder, deps) : undefined;
  const read = (place: string | undefined) => place && join(place, READ);
  const layerCache = openLayerCache({from: read(before), to: read(after)}, deps);
  return {
    layerCache,
    scan: {before: scanFiles(before), after: scanFiles(after)},
    save: async (layers) => {
      await layerCache.end();
      if (after === undefined) return;
      const digests = layers.map(({digest}) => digest);
      await leaveFiles(folder, {before, after, digests}, deps).catch(() => undefined);
      const {key} = layersKey(image, {trivy, diffIds: layers.map(({diffId}) => diffId)});
      if (key !== from) await cacheStore.save(folder, key);
    },
  };
}

const READ = 'read';
const [ANALYSES, ANSWER] = ['fanal.db', 'answer'];

function scanFiles(place: string | undefined): KeptScanFiles | undefined {
  if (place === undefined) return undefined;
  return {analyses: join(place, ANALYSES), answer: join(place, ANSWER)};
}

/** Beside it, for as long as the run: what is new goes there, and all that was there stays whole. */
function newPlace(folder: string, {cleanup, runId}: Pick<Deps, 'cleanup' | 'runId'>): string {
  const path = join(dirname(folder), `.new-${runId}-${basename(folder)}`);
  cleanup.own({kind: 'folder', path, life: 'run'});
  return path;
}

interface Places {
  readonly before: string | undefined;
  readonly after: string;
  readonly digests: readonly string[];
}

/** What is new, and what is still wanted of the rest; nothing where that is what is there. */
async function leaveFiles(
  folder: string,
  {before, after, digests}: Places,
  deps: Pick<Deps, 'cleanup' | 'files' | 'runId'>,
): Promise<void> {
  const names = [
    ...new Set(digests.map((digest) => `${READ}/${layerFileName(digest)}`)),
    ...[ANALYSES, ANSWER],
  ];
  const isThere = async (path: string): Promise<boolean> =>
    (await deps.files.stat(path))?.kind === 'file';
  const wanted: FileToKeep[] = [];
  let isNew = before === undefined;
  for (const name of names) {
    if (await isThere(join(after, name))) {
      isNew = true;
      wanted.push({name, from: join(after, name)});
    } else if (before !== undefined && (await isThere(join(before, name))))
      wanted.push({name, from: join(before, name)});
  }
  const count = before === undefined ? 0 : (await deps.files.list(join(before, READ))).length;
  if (isNew || count !== wanted.filter(({name}) => name.startsWith(`${READ}/`)).length)
    await replaceSealed(folder, wanted, deps);
}
