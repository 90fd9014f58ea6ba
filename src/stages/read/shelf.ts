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
import {compressLines} from './list.ts';

const ENDING = '.jsonl.gz';
/** Bytes of one file, compressed and plain. */
const LARGEST = 8 * 1024 * 1024;
const LARGEST_PLAIN = 64 * 1024 * 1024;

/** None of its functions throws: what is not there, or damaged, is read from the blob. */
export interface LayerShelf {
  readonly take: (wanted: Pick<LayerFacts, 'digest' | 'diffId'>) => Promise<KeptLayer | undefined>;
  /** Starts to write it. */
  readonly put: (layer: KeptLayer) => void;
  /** Ends what is being written, and takes away what is not of these layers. */
  readonly end: (digests: readonly string[]) => Promise<void>;
}

/**
 * Reads what is there at once, while the images build: most layers of a run are those of the one before.
 * @param folder made when the first layer is put there
 */
export function layerShelf(folder: string, deps: Deps): LayerShelf {
  const {files, secrets} = deps;
  const ahead = readAll(folder, deps);
  const writing: Promise<void>[] = [];
  const pathOf = (digest: string): string =>
    join(folder, `${digest.replace('sha256:', '')}${ENDING}`);
  const write = async (layer: KeptLayer): Promise<void> => {
    for (const {content} of layer.entries)
      if (content !== undefined) expectPublic(Buffer.from(content).toString('utf8'), secrets);
    const gzip = await compressLines(keptLines(layer), (text) => expectPublic(text, secrets));
    if (gzip.length <= LARGEST) await files.write(pathOf(layer.facts.digest), gzip);
  };
  return {
    take: async ({digest, diffId}) => {
      const kept = await (await ahead).get(pathOf(digest));
      // A file's name says nothing of what is in it.
      const isWanted = kept?.facts.digest === digest && kept.facts.diffId === diffId;
      return isWanted ? kept : undefined;
    },
    put: (layer) => {
      if (layer.entries.length > MOST_KEPT_ENTRIES) return;
      // What cannot be written is read again by the next run.
      writing.push(write(layer).catch(() => undefined));
    },
    end: async (digests) => {
      await Promise.all(writing);
      const wanted = new Set(digests.map(pathOf));
      for (const name of await files.list(folder))
        if (!wanted.has(join(folder, name))) await files.remove(join(folder, name));
    },
  };
}

type Reading = Promise<KeptLayer | undefined>;

/** By the paths of the files. */
async function readAll(folder: string, deps: Deps): Promise<ReadonlyMap<string, Reading>> {
  const names = await deps.files.list(folder).catch(() => []);
  const paths = names.map((name) => join(folder, name));
  return new Map(paths.map((path) => [path, readOne(path, deps)]));
}

async function readOne(path: string, {files}: Deps): Reading {
  try {
    if ((await files.stat(path))?.kind !== 'file') return undefined;
    const gzip = await files.read(path, LARGEST);
    const plain = await promisify(gunzip)(gzip, {maxOutputLength: LARGEST_PLAIN});
    return parseKeptLayer(plain.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What must be masked cannot be kept as it is, and would be something else masked. */
function expectPublic(text: string, {mask}: Deps['secrets']): string {
  if (mask(text) !== text) throw new Error('it holds a secret');
  return text;
}
