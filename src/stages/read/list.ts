/** The list of an image's files, compressed as it is made: never whole in memory. */
import {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import zlib from 'node:zlib';

const CHUNK = 256 * 1024;

/** @param mask takes out what must not be written */
export async function compressLines(
  lines: Iterable<string>,
  mask: (text: string) => string,
): Promise<Uint8Array> {
  const chunks = Readable.from(chunked(lines, mask), {objectMode: false});
  return buffer(chunks.pipe(zlib.createGzip({level: 5})));
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
