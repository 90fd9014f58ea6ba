/** Layers that an earlier run has read: a file each, by the digest of the blob. */
import {join} from 'node:path';
import {gunzip} from 'node:zlib';
import {promisify} from 'node:util';
import type {Deps} from '../../deps.ts';
import type {LayerFacts} from '../../domain/image/facts.ts';
import {
  keptLines,
  MOST_KEPT_ENTRIES,
  parseKeptLayer,
  type KeptLayer,
} from '../../domain/image/kept-layer.ts';
import {nameText} from '../../domain/text/bytes.ts';
import {compressLines} from './compressed-listing.ts';

const ENDING = '.jsonl.gz';
/** Bytes of one file, compressed and plain. */
const LARGEST = 8 * 1024 * 1024;
const LARGEST_PLAIN = 64 * 1024 * 1024;

/** None of its functions throws: what is not there, or damaged, is read from the blob. */
export interface LayerCache {
  readonly take: (wanted: Pick<LayerFacts, 'digest' | 'diffId'>) => Promise<KeptLayer | undefined>;
  /** Starts to write it. */
  readonly put: (layer: KeptLayer) => void;
  /** Ends what is being written. */
  readonly end: () => Promise<void>;
}

export interface LayerCacheFolders {
  /** What an earlier run has left, and is as it was left; absent: nothing. */
  readonly from?: string | undefined;
  /** Made when the first layer is put there; absent: nothing is left. */
  readonly to?: string | undefined;
}

/** `sha256:abc` -> `abc.jsonl.gz`: what the file of a layer is called. */
export function layerFileName(digest: string): string {
  return `${digest.replace('sha256:', '')}${ENDING}`;
}

/**
 * Reads what is there at once, while the images build: most layers of a run are those of the one before.
 */
export function openLayerCache(
  {from, to}: LayerCacheFolders,
  deps: Pick<Deps, 'files' | 'secrets'>,
): LayerCache {
  const {files, secrets} = deps;
  const ahead = from === undefined ? Promise.resolve(NOTHING) : readAll(from, deps);
  const writing: Promise<void>[] = [];
  const write = async (layer: KeptLayer, folder: string): Promise<void> => {
    for (const {content} of layer.entries)
      if (content !== undefined) expectPublic(Buffer.from(content).toString('utf8'), secrets);
    const gzip = await compressLines(keptLines(layer), (text) => expectPublic(text, secrets));
    const path = join(folder, layerFileName(layer.facts.digest));
    if (gzip.length <= LARGEST) await files.write(path, gzip);
  };
  return {
    take: async ({digest, diffId}) => {
      const kept = await (await ahead).get(layerFileName(digest));
      // A file's name says nothing of what is in it.
      const isWanted = kept?.facts.digest === digest && kept.facts.diffId === diffId;
      return isWanted ? kept : undefined;
    },
    put: (layer) => {
      if (to === undefined || layer.entries.length > MOST_KEPT_ENTRIES) return;
      // What cannot be written is read again by the next run.
      writing.push(write(layer, to).catch(() => undefined));
    },
    end: async () => {
      await Promise.all(writing);
    },
  };
}

type PendingLayer = Promise<KeptLayer | undefined>;

const NOTHING: ReadonlyMap<string, PendingLayer> = new Map();

/** By the names of the files. */
async function readAll(
  folder: string,
  deps: Pick<Deps, 'files'>,
): Promise<ReadonlyMap<string, PendingLayer>> {
  const names = await deps.files.list(folder).catch(() => []);
  return new Map(names.map((name) => [name, readOne(join(folder, name), deps)]));
}

async function readOne(path: string, {files}: Pick<Deps, 'files'>): PendingLayer {
  try {
    if ((await files.stat(path))?.kind !== 'file') return undefined;
    const gzip = await files.read(path, LARGEST);
    const plain = await promisify(gunzip)(gzip, {maxOutputLength: LARGEST_PLAIN});
    return parseKeptLayer(plain.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What must be masked cannot be kept as it is, and would be something else masked. Names are bytes. */
function expectPublic(text: string, {mask}: Deps['secrets']): string {
  if ([text, nameText(text)].some((one) => mask(one) !== one)) throw new Error('it holds a secret');
  return text;
}
