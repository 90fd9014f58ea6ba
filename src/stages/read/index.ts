/** One image from its OCI layout alone: manifest, config, and every layer streamed side by side. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {Layout} from '../../domain/layout.ts';
import type {ImageFacts} from '../../domain/image/facts.ts';
import {
  blobPath,
  configSchema,
  parseHealthcheck,
  manifestSchema,
  formatPlatform,
  type Descriptor,
  type ImageConfig,
} from '../../domain/image/manifest.ts';
import {CONFIG, MANIFEST} from '../../domain/image/go-json.ts';
import {imageContents} from '../../domain/image/contents.ts';
import {RecordHistory} from '../../domain/image/removed-records.ts';
import {ScannerView} from '../../domain/image/scanner-view.ts';
import {Tree} from '../../domain/image/tree.ts';
import {known, unable, type Known} from '../../domain/known.ts';
import {errorMessage} from '../../errors.ts';
import {limitConcurrency} from '../../domain/limit-concurrency.ts';
import {unreadAccounts, imageUser} from './accounts.ts';
import {findManifest, readDocument} from './document.ts';
import {Budget, MOST_UNPACKED, TooLarge} from './budget.ts';
import {findLayer, type FoundLayer} from './find-layer.ts';
import {BadLayer} from './layer.ts';
import {hasRoom, isPlainLayer, writePlainView} from './plain-view.ts';
import type {LayerCache} from './layer-cache.ts';

/** What waits for those below it is held in memory; two processors are busy with three. */
const LAYERS_AT_ONCE = 3;

export interface ImageReadResult {
  /** `unable`, with one sentence, for a layout that is damaged or not what it says it is. */
  readonly facts: Known<ImageFacts>;
  /** The layout to scan: the same image with plain layers where they could be written. */
  readonly scannable: string;
  /** Large: for the list of files, and to be let go then. Absent where the image cannot be read. */
  readonly tree?: Tree;
  /** The image unpacks to more than it may: nobody else should try either. */
  readonly isTooLarge?: boolean;
}

export interface ReadingPlace {
  /** An empty folder for the plain layers; whoever gives it removes it. */
  readonly spare: string;
  /** What earlier runs have read, and later ones need not; absent: nothing. */
  readonly layerCache?: LayerCache;
  /** What all its layers may unpack to; absent: as much as by itself. */
  readonly mostBytes?: number;
}

export async function readImage(
  layout: Layout,
  place: ReadingPlace,
  deps: Deps,
): Promise<ImageReadResult> {
  try {
    const {facts, tree, isPlain} = await read(layout.path, place, deps);
    return {facts: known(facts), tree, scannable: isPlain ? place.spare : layout.path};
  } catch (error) {
    const facts = unable(`The image cannot be read: ${errorMessage(error)}.`);
    return {facts, scannable: layout.path, isTooLarge: error instanceof TooLarge};
  }
}

const MANIFEST_DOCUMENT = {schema: manifestSchema, struct: MANIFEST, what: 'manifest'};
const CONFIG_DOCUMENT = {schema: configSchema, struct: CONFIG, what: 'config'};

async function read(
  folder: string,
  {spare, layerCache, mostBytes}: ReadingPlace,
  deps: Deps,
): Promise<{readonly facts: ImageFacts; readonly tree: Tree; readonly isPlain: boolean}> {
  const manifestDescriptor = await findManifest(folder, deps);
  const at = {folder, deps};
  const manifest = await readDocument(manifestDescriptor, {...at, ...MANIFEST_DOCUMENT});
  const config = await readDocument(manifest.config, {...at, ...CONFIG_DOCUMENT});
  const plain = (await hasRoom(spare, manifest.layers, deps)) ? spare : undefined;
  const limits = {mostBytes: mostBytes ?? MOST_UNPACKED};
  const context = {...at, ...limits, plain, layerCache, config};
  const {tree: first, view, history, layers} = await readLayers(manifest.layers, context);
  const alsoKept = unreadAccounts(first);
  const again = {...context, plain: undefined, layerCache: undefined, alsoKept};
  const {tree} = alsoKept.size === 0 ? {tree: first} : await readLayers(manifest.layers, again);
  const views = layers.flatMap(({view}) => view ?? []);
  // Layers that were known are not unpacked; when all are, the scanner takes the layout as it is.
  const isWhole = plain !== undefined && views.length === layers.length;
  const isPlain = isWhole && views.some(isPlainLayer);
  if (isPlain)
    await writePlainView(
      {folder: spare, layout: folder, config: manifest.config, layers: views},
      deps,
    );
  const named = {digest: manifestDescriptor.digest, configDigest: manifest.config.digest};
  return {facts: {...named, ...factsOf(config, layers, {tree, view, history})}, tree, isPlain};
}

function factsOf(
  config: ImageConfig,
  layers: readonly LayerReading[],
  {tree, ...others}: Omit<LayersReading, 'layers'>,
): Omit<ImageFacts, 'digest' | 'configDigest'> {
  const sum = (pick: (layer: LayerReading) => number): number =>
    layers.reduce((total, layer) => total + pick(layer), 0);
  return {
    platform: formatPlatform(config),
    unpackedBytes: sum((layer) => layer.facts.unpackedBytes),
    downloadBytes: sum((layer) => layer.facts.downloadBytes),
    layers: layers.map((layer) => layer.facts),
    user: imageUser(config, tree),
    healthcheck: parseHealthcheck(config),
    volumes: Object.keys(config.config?.Volumes ?? {}),
    env: config.config?.Env ?? [],
    contents: imageContents(tree, others),
    waste: tree.waste(),
  };
}

interface LayersContext {
  readonly folder: string;
  /** Where plain layers go; undefined: nowhere. */
  readonly plain: string | undefined;
  readonly layerCache: LayerCache | undefined;
  readonly config: ImageConfig;
  /** What all its layers may unpack to. */
  readonly mostBytes: number;
  /** Names of files whose content is needed, over those of every image; absent: none. */
  readonly alsoKept?: ReadonlySet<string>;
  readonly deps: Deps;
}

/** Without its entries: they are in the tree. */
type LayerReading = Omit<FoundLayer, 'entries'>;

interface LayersReading {
  readonly tree: Tree;
  readonly view: ScannerView;
  readonly history: RecordHistory;
  readonly layers: readonly LayerReading[];
}

/** Side by side; each is put over those below it as soon as they are there, and its entries let go. */
async function readLayers(
  descriptors: readonly Descriptor[],
  {folder, plain, layerCache, config, mostBytes, alsoKept, deps}: LayersContext,
): Promise<LayersReading> {
  const diffIds = config.rootfs.diff_ids;
  if (diffIds.length !== descriptors.length)
    throw new BadLayer(
      `its manifest has ${descriptors.length} layers and its config ${diffIds.length}`,
    );
  if (plain !== undefined) await deps.files.makeFolder(join(plain, 'blobs/sha256'));
  const tree = new Tree();
  const [view, history] = [new ScannerView(), new RecordHistory()];
  const waiting = new Map<number, FoundLayer['entries']>();
  const takeTurn = limitConcurrency(LAYERS_AT_ONCE);
  const budget = new Budget(mostBytes);
  const readOne = async (descriptor: Descriptor, index: number): Promise<LayerReading> => {
    const path = blobPath(folder, descriptor.digest);
    await requireBlob(path, descriptor, deps);
    const diffId = diffIds[index] ?? '';
    // A layer that comes twice is one blob.
    const isFirst = diffIds.indexOf(diffId) === index;
    const copy = plain === undefined || !isFirst ? {} : {plain: blobPath(plain, diffId)};
    const source = {path, descriptor, diffId, budget, ...(alsoKept && {alsoKept}), ...copy};
    const {entries, ...layer} = await findLayer(source, layerCache, deps);
    waiting.set(index, entries);
    for (let next = waiting.get(tree.layers); next !== undefined; next = waiting.get(tree.layers)) {
      const layer = descriptors[tree.layers]?.digest ?? '';
      waiting.delete(tree.layers);
      apply(next, {tree, layer});
      for (const one of [view, history]) one.apply(next);
    }
    return layer;
  };
  const layers = await Promise.all(
    descriptors.map((descriptor, index) => takeTurn(() => readOne(descriptor, index))),
  );
  return {tree, view, history, layers};
}

function apply(
  entries: FoundLayer['entries'],
  {tree, layer}: {readonly tree: Tree; readonly layer: string},
): void {
  try {
    tree.apply(entries);
  } catch (error) {
    throw new BadLayer(
      `layer ${layer} does not mean the same to all engines: ${errorMessage(error)}`,
    );
  }
}

async function requireBlob(
  path: string,
  {digest, urls}: Descriptor,
  deps: Pick<Deps, 'files'>,
): Promise<void> {
  if ((await deps.files.stat(path)) !== undefined) return;
  const why =
    (urls ?? []).length > 0
      ? 'is foreign: its blob is kept elsewhere'
      : 'has no blob in the layout';
  throw new BadLayer(`layer ${digest} ${why}`);
}
