/** The list of an image's files, compressed as it is made: never whole in memory; and read again. */
import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {pipeline} from 'node:stream/promises';
import {promisify} from 'node:util';
import zlib from 'node:zlib';
import {parseListing, type ListedFile} from '../../domain/compare/paths.ts';

const CHUNK = 256 * 1024;
/** Bytes, compressed and plain. */
export const LARGEST_LISTING = 256 * 1024 * 1024;

/**
 * @param mask takes out what must not be written
 * @throws what `mask` or `lines` throws
 */
export async function compressLines(
  lines: Iterable<string>,
  mask: (text: string) => string,
): Promise<Uint8Array> {
  const chunks = Readable.from(chunked(lines, mask), {objectMode: false});
  return pipeline(chunks, zlib.createGzip({level: 5}), (gzip) => buffer(gzip));
}

function* chunked(lines: Iterable<string>, mask: (text: string) => string): Generator<Buffer> {
  let parts = '';
  for (const line of lines) {
    parts += line;
    if (parts.length < CHUNK) continue;
    yield Buffer.from(mask(parts));
    parts = '';
  }
  yield Buffer.from(mask(parts));
}

/** @throws when it is damaged, or larger than a list can be */
export async function readListing(gzip: Uint8Array): Promise<readonly ListedFile[]> {
  const plain = await promisify(zlib.gunzip)(gzip, {maxOutputLength: LARGEST_LISTING});
  return parseListing(plain.toString('utf8'));
}
