/** One layer, streamed: digests checked on the way, never whole in memory. */
import {createHash} from 'node:crypto';
import {Transform, Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import zlib from 'node:zlib';
import {extract, type Header} from 'tar-stream';
import type {Deps} from '../../deps.ts';
import type {LayerFacts} from '../../domain/image/facts.ts';
import {compressionOf, type Descriptor} from '../../domain/image/manifest.ts';
import {pathParts, type EntryKind, type TreeEntry} from '../../domain/image/tree.ts';
import {messageOf} from '../../errors.ts';
import {PlainCopy} from './plain.ts';

const CHUNK = 1024 * 1024;
const MOST_ENTRIES = 5_000_000;
/** Bytes of a layer whose content is kept, all files together. */
const MOST_KEPT = 4 * 1024 * 1024;
/** Whose content is needed, to resolve the image's user: /etc/passwd can be a link to another etc. */
const KEPT = /(^|\/)etc\/(passwd|group)$/;

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
}

/** Why a layer cannot be believed. */
export class BadLayer extends Error {
  override readonly name = 'BadLayer';
}

/** @throws {BadLayer} when digest, size or diffID are not what the manifest says, or the archive is damaged */
export async function readLayer(source: LayerSource, deps: Deps): Promise<ReadLayer> {
  const {path, descriptor, diffId, plain} = source;
  const blob = new Meter();
  const tar = new Meter();
  const archive = new LayerArchive();
  const copy = plain === undefined ? undefined : new PlainCopy(deps.files.sink(plain), CHUNK);
  const steps = [
    ...[blob, ...(await decompressor(path, deps)), tar],
    ...(copy === undefined ? [] : [copy]),
  ];
  try {
    const {signal} = deps;
    await pipeline([deps.files.stream(path, CHUNK), ...steps, archive.sink()], {signal});
  } catch (error) {
    throw new BadLayer(`layer ${descriptor.digest} is damaged: ${messageOf(error)}`);
  }
  const layer = descriptor.digest;
  check('digest', {found: blob.digest(), said: descriptor.digest, layer});
  check('size', {found: String(blob.bytes), said: String(descriptor.size), layer});
  check('diffID', {found: tar.digest(), said: diffId, layer});
  const {unpackedBytes, entries} = archive;
  return {
    facts: {
      ...{digest: descriptor.digest, diffId, downloadBytes: blob.bytes, unpackedBytes},
      entries: entries.length,
    },
    entries,
    tarBytes: tar.bytes,
    isCopied: copy?.failed !== true,
  };
}

function check(
  what: string,
  {found, said, layer}: {readonly found: string; readonly said: string; readonly layer: string},
): void {
  if (found !== said)
    throw new BadLayer(`the ${what} of layer ${layer} is ${found}, and the image says ${said}`);
}

/** Passes everything on, counted and hashed. */
class Meter extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;

  constructor() {
    super({
      highWaterMark: CHUNK,
      transform: (chunk: Buffer, _, done) => {
        this.#hash.update(chunk);
        this.bytes += chunk.length;
        done(null, chunk);
      },
    });
  }

  /** Once, at the end. */
  digest(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

async function decompressor(path: string, deps: Deps): Promise<Transform[]> {
  const head = deps.files.stream(path, 4);
  const first: unknown = (await head[Symbol.asyncIterator]().next()).value;
  head.destroy();
  switch (compressionOf(first instanceof Uint8Array ? first : new Uint8Array())) {
    case 'gzip':
      return [zlib.createGunzip({chunkSize: CHUNK})];
    case 'zstd':
      return [zlib.createZstdDecompress({chunkSize: CHUNK})];
    case 'none':
      return [];
  }
}

/** Walks the archive; keeps names and sizes, and what little content is asked for. */
class LayerArchive {
  readonly entries: TreeEntry[] = [];
  unpackedBytes = 0;
  #kept = 0;

  /** A node stream around tar-stream's, which is of another kind. */
  sink(): Writable {
    const reader = extract();
    reader.on('entry', (header, stream, next) => {
      this.#entry(header, stream).then(() => {
        next();
      }, next);
    });
    const sink = new Writable({
      highWaterMark: CHUNK,
      write(chunk: Buffer, _, done) {
        if (reader.write(chunk)) done();
        else reader.once('drain', done);
      },
      final(done) {
        reader.once('finish', done);
        reader.end(undefined);
      },
      destroy(error, done) {
        reader.destroy();
        done(error);
      },
    });
    // Between two writes too: a reader that has failed never drains.
    reader.on('error', (error) => sink.destroy(error));
    return sink;
  }

  async #entry(header: Header, stream: AsyncIterable<unknown>): Promise<void> {
    if (this.entries.length >= MOST_ENTRIES)
      throw new Error(`it has more than ${MOST_ENTRIES} entries`);
    const kind = kindOf(header);
    const parts = pathParts(header.name);
    const size = kind === 'file' ? header.size : 0;
    const wanted = kind === 'file' && KEPT.test(parts.join('/')) && this.#kept + size <= MOST_KEPT;
    if (wanted) this.#kept += size;
    const content = wanted ? await collect(stream) : undefined;
    if (!wanted) await drain(stream);
    this.unpackedBytes += size;
    const target = kind === 'symlink' || kind === 'hardlink' ? header.linkname : undefined;
    this.entries.push({
      name: header.name,
      kind,
      ...(target === undefined ? {} : {target}),
      ...(content === undefined ? {} : {content}),
    });
  }
}

function kindOf(header: Header): EntryKind {
  switch (header.type) {
    case 'file':
    case 'contiguous-file':
      return 'file';
    case 'directory':
      return 'folder';
    case 'symlink':
      return 'symlink';
    case 'link':
      return 'hardlink';
    case 'block-device':
    case 'character-device':
    case 'fifo':
      return 'other';
    default:
      // tar-stream gives null for types that it does not know.
      return 'other';
  }
}

async function collect(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  const chunks = stream[Symbol.asyncIterator]();
  let next = await chunks.next();
  while (next.done !== true) next = await chunks.next();
}
