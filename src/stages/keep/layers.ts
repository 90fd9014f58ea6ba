/** What is known of each image's layers, ours and the scanner's: found before they are read, left after. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {layersKey, layersPrefix} from '../../domain/keep/keys.ts';
import {fileNameOf, type ImageId} from '../../domain/image-id.ts';
import type {KeptScan} from '../scan/index.ts';
import {layerShelf, type LayerShelf} from '../read/shelf.ts';
import type {Shelter} from './shelter.ts';

export interface KeptLayers {
  readonly shelf: LayerShelf;
  /** Of the scanner: files that may not be there. */
  readonly scan: KeptScan;
  /** When the image was read and scanned: what is new is left for later runs. Never rejects. */
  readonly leave: (layers: readonly {digest: string; diffId: string}[]) => Promise<void>;
}

export interface LayersAsk {
  readonly images: readonly ImageId[];
  /** The version that is asked for; the analyses say themselves of which they are. */
  readonly trivy: string;
  readonly shelter: Shelter;
}

/** Looks for all at once; nobody waits for them before they are needed. */
export function findLayers(
  {images, trivy, shelter}: LayersAsk,
  deps: Deps,
): (image: ImageId) => Promise<KeptLayers | undefined> {
  const found = new Map(
    images.map((image) => [image, findOne(image, {trivy, shelter, deps})] as const),
  );
  return (image) => found.get(image) ?? Promise.resolve(undefined);
}

interface Finding {
  readonly trivy: string;
  readonly shelter: Shelter;
  readonly deps: Deps;
}

async function findOne(
  image: ImageId,
  {trivy, shelter, deps}: Finding,
): Promise<KeptLayers | undefined> {
  if (shelter.root === undefined) return undefined;
  const folder = join(shelter.root, 'layers', fileNameOf(image));
  const prefix = layersPrefix(image, trivy);
  const from = await shelter.restore(folder, {key: prefix, prefixes: [prefix]});
  const shelf = layerShelf(join(folder, 'read'), deps);
  return {
    shelf,
    scan: {analyses: join(folder, 'fanal.db'), answer: join(folder, 'answer')},
    leave: async (layers) => {
      await shelf.end(layers.map(({digest}) => digest));
      const {key} = layersKey(image, {trivy, diffIds: layers.map(({diffId}) => diffId)});
      if (key !== from) await shelter.save(folder, key);
    },
  };
}
