/** A document's pieces as bytes, and compressed, without ever holding all of it. */
import {Readable} from 'node:stream';
import {createGzip, type ZlibOptions} from 'node:zlib';

const PIECE = 64 * 1024;
/** GitHub takes 10 MB, which is far away: quick goes before small. */
const LEVEL = 1;
/** That much may wait, so that making goes on while zlib works. */
const WAITING = 32 * PIECE;

/** At the most so many bytes of UTF-8 for each unit of a string. */
const WIDEST = 3;

/** Few large pieces instead of many small ones; each text is written at once, and need not be kept. */
export function* encodeChunks(texts: Iterable<string>): Generator<Buffer, void> {
  let piece = Buffer.allocUnsafe(PIECE);
  let length = 0;
  for (const text of texts) {
    const room = text.length * WIDEST;
    if (length + room > PIECE) {
      yield piece.subarray(0, length);
      piece = Buffer.allocUnsafe(Math.max(PIECE, room));
      length = 0;
    }
    length += piece.write(text, length);
  }
  yield piece.subarray(0, length);
}

/** Compressing goes on beside the making. */
export async function gzipTexts(texts: Iterable<string>): Promise<Buffer> {
  const source = Readable.from(encodeChunks(texts));
  // Node's types leave out what a stream takes.
  const options: ZlibOptions & {readonly highWaterMark: number} = {
    level: LEVEL,
    chunkSize: PIECE,
    highWaterMark: WAITING,
  };
  const gzip = createGzip(options);
  source.on('error', (error) => gzip.destroy(error)).pipe(gzip);
  const pieces: Uint8Array[] = [];
  for await (const piece of gzip) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}
