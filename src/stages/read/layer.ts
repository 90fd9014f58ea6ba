/** One layer, streamed: digests checked on the way, never whole in memory. */
import {createHash} from 'node:crypto';
import {dirname} from 'node:path';
import {Transform, Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import zlib from 'node:zlib';
import type {Deps} from '../../deps.ts';
import type {LayerFacts} from '../../domain/image/facts.ts';
import {isPackageList} from '../../domain/image/package-lists.ts';
import {detectCompression, type Descriptor} from '../../domain/image/manifest.ts';
import {TarReader} from '../../domain/archive/tar.ts';
import {pathParts} from '../../domain/image/names.ts';
import type {TreeEntry} from '../../domain/archive/entry.ts';
import {errorMessage} from '../../errors.ts';
import {TooLarge, type Budget} from './budget.ts';
import {isRoomLeft, PlainCopy} from './plain-view.ts';

const CHUNK = 512 * 1024;
/** Bytes of a layer whose content is kept, all files together. */
const MOST_KEPT = 16 * 1024 * 1024;
/**
 * Whose content is needed, beside lists of packages: to resolve the image's user (/etc/passwd can be a link
 * to another etc), and to know which system it is.
 */
const KEPT = /(^|\/)(etc\/(passwd|group)|(etc|usr\/lib)\/os-release)$/;
/** Asked first, of every file: nearly all are told by their bytes alone. */
const MAY_BE_KEPT = /passwd|group|os-release|RECORD|status|installed/;

export interface ReadLayer {
  readonly facts: LayerFacts;
  readonly entries: readonly TreeEntry[];
  /** Of the plain tar. */
  readonly tarBytes: number;
  /** False when its plain tar was asked for and could not be written. */
  readonly isCopied: boolean;
}

export interface LayerSource {
  readonly path: string;
  readonly descriptor: Descriptor;
  readonly diffId: string;
  /** Where its plain tar goes; absent: nowhere. */
  readonly plain?: string;
  /** Of the image. */
  readonly budget: Budget;
  /** Names of more files whose content is kept; absent: none. */
  readonly alsoKept?: ReadonlySet<string>;
}

/** Why a layer cannot be believed. */
export class BadLayer extends Error {
  override readonly name = 'BadLayer';
}

/** @throws {BadLayer} when digest, size or diffID are not what the manifest says, or the archive is damaged */
export async function readLayer(
  source: LayerSource,
  deps: Pick<Deps, 'files' | 'signal'>,
): Promise<ReadLayer> {
  const {path, descriptor, diffId, plain, budget, alsoKept} = source;
  const blob = new Meter();
  const tar = new Meter((bytes) => {
    budget.take(bytes, descriptor.digest);
  });
  const archive = new LayerArchive(alsoKept);
  const copy = plain === undefined ? undefined : copyTo(plain, deps);
  const unpacking = [blob, ...(await decompressor(path, deps)), tar];
  const steps = copy === undefined ? unpacking : [...unpacking, copy];
  try {
    const {signal} = deps;
    await pipeline([deps.files.stream(path, CHUNK), ...steps, archive.sink()], {signal});
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    throw new BadLayer(`layer ${descriptor.digest} is damaged: ${errorMessage(error)}`);
  }
  if (plain !== undefined && copy?.failed === true) await deps.files.remove(plain);
  const layer = descriptor.digest;
  check('digest', {found: blob.digest(), said: descriptor.digest, layer});
  check('size', {found: String(blob.bytes), said: String(descriptor.size), layer});
  check('diffID', {found: tar.digest(), said: diffId, layer});
  const {unpackedBytes, entries} = archive;
  return {
    facts: {
      digest: descriptor.digest,
      diffId,
      downloadBytes: blob.bytes,
      unpackedBytes,
      entries: entries.length,
    },
    entries,
    tarBytes: tar.bytes,
    isCopied: copy?.failed !== true,
  };
}

function copyTo(plain: string, deps: Pick<Deps, 'files'>): PlainCopy {
  const hasRoom = (): Promise<boolean> => isRoomLeft(dirname(plain), deps);
  return new PlainCopy(deps.files.sparseSink(plain), {chunkBytes: CHUNK, hasRoom});
}

function check(
  what: string,
  {found, said, layer}: {readonly found: string; readonly said: string; readonly layer: string},
): void {
  if (found !== said)
    throw new BadLayer(`the ${what} of layer ${layer} is ${found}, and the image says ${said}`);
}

/**
 * Passes everything on, counted and hashed. Not at once: whoever gives a chunk asks for the next one
 * first, and that is unpacked on another thread meanwhile.
 */
class Meter extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;

  /** @param see is told how many bytes each time; what it throws ends it all */
  constructor(see: (bytes: number) => void = () => undefined) {
    super({
      highWaterMark: CHUNK,
      transform: (chunk: Buffer, _, done) => {
        queueMicrotask(() => {
          try {
            see(chunk.length);
          } catch (error) {
            done(error instanceof Error ? error : new Error(String(error)));
            return;
          }
          this.#hash.update(chunk);
          this.bytes += chunk.length;
          done(null, chunk);
        });
      },
    });
  }

  /** Once, at the end. */
  digest(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

async function decompressor(path: string, deps: Pick<Deps, 'files'>): Promise<Transform[]> {
  const head = deps.files.stream(path, 4);
  const first: unknown = (await head[Symbol.asyncIterator]().next()).value;
  head.destroy();
  switch (detectCompression(first instanceof Uint8Array ? first : new Uint8Array())) {
    case 'gzip':
      return [zlib.createGunzip({chunkSize: CHUNK})];
    case 'zstd':
      return [zlib.createZstdDecompress({chunkSize: CHUNK})];
    case 'none':
      return [];
  }
}

/**
 * Frees the memory of a chunk that nobody needs any more: a collector that waits until hundreds of
 * megabytes have gone by takes longer, and more of them. Only when its buffer is full, and so no longer
 * written to; a buffer of another size is not one of ours.
 */
function letGo({buffer, byteOffset, byteLength}: Buffer): void {
  const isFull = buffer.byteLength === CHUNK && byteOffset + byteLength === CHUNK;
  if (isFull && 'transfer' in buffer) buffer.transfer(0);
}

/** Walks the archive; keeps names and sizes, and what little content is asked for. */
class LayerArchive {
  readonly entries: TreeEntry[] = [];
  unpackedBytes = 0;
  #kept = 0;
  readonly #alsoKept: ReadonlySet<string>;

  constructor(alsoKept: ReadonlySet<string> = new Set()) {
    this.#alsoKept = alsoKept;
  }

  sink(): Writable {
    const reader = new TarReader({
      onEntry: (entry) => {
        pathParts(entry.name);
        this.entries.push(entry);
        this.unpackedBytes += entry.size;
      },
      wants: (name, bytes) => this.#wants(name, bytes),
    });
    const guarded = (work: () => void, done: (error?: Error) => void): void => {
      try {
        work();
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    };
    return new Writable({
      highWaterMark: CHUNK,
      write: (chunk: Buffer, _, done) => {
        guarded(() => {
          reader.write(chunk);
          letGo(chunk);
        }, done);
      },
      final: (done) => {
        guarded(() => {
          reader.end();
        }, done);
      },
    });
  }

  #wants(name: string, bytes: number): boolean {
    if (this.#alsoKept.size === 0 && !MAY_BE_KEPT.test(name)) return false;
    const path = pathParts(name).join('/');
    const isKept = KEPT.test(path) || isPackageList(path) || this.#alsoKept.has(path);
    if (!isKept || this.#kept + bytes > MOST_KEPT) return false;
    this.#kept += bytes;
    return true;
  }
}
