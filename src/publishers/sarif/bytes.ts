/** A document's pieces as bytes, and compressed, without ever holding all of it. */
import {Readable} from 'node:stream';
import {createGzip} from 'node:zlib';

const PIECE = 256 * 1024;
/** GitHub takes 10 MB, which is far away: quick goes before small. */
const LEVEL = 1;
/** That much may wait, so that making goes on while zlib works. */
const WAITING = 8 * PIECE;

/** Few large pieces instead of many small ones. */
export function* bytesOf(texts: Iterable<string>): Generator<Buffer, void> {
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < PIECE) continue;
    yield Buffer.from(gathered);
    gathered = '';
  }
  yield Buffer.from(gathered);
}

/** Compressing goes on beside the making. */
export async function gzipOf(texts: Iterable<string>): Promise<Buffer> {
  const source = Readable.from(bytesOf(texts));
  const gzip = createGzip({level: LEVEL, chunkSize: PIECE, ...{highWaterMark: WAITING}});
  source.on('error', (error) => gzip.destroy(error)).pipe(gzip);
  const pieces: Uint8Array[] = [];
  for await (const piece of gzip) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}
