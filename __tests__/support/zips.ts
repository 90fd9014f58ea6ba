/** Zip archives, as GitHub keeps artifacts: read and written by libraries that are not under test. */
import {buffer, text} from 'node:stream/consumers';
import {promisify} from 'node:util';
import {constants, deflateRawSync} from 'node:zlib';
import yauzl from 'yauzl';
import {ZipFile} from 'yazl';

/** Name -> text of every file. */
export async function unzipped(archive: Buffer): Promise<ReadonlyMap<string, string>> {
  const open = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer);
  const zip = await open(archive, {lazyEntries: false, autoClose: false});
  const files = new Map<string, string>();
  const reads: Promise<void>[] = [];
  zip.on('entry', (entry: yauzl.Entry) => {
    const read = promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
    reads.push(
      read(entry).then(async (stream) => {
        files.set(entry.fileName, await text(stream));
      }),
    );
  });
  await new Promise((resolve, reject) => zip.once('end', resolve).once('error', reject));
  await Promise.all(reads);
  return files;
}

export interface Zipped {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Unix mode; default a plain file's. */
  readonly mode?: number;
}

/** A name must be harmless to be written; `renamed` makes another one of it, of the same length. */
export async function zipOf(
  files: readonly Zipped[],
  renamed: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const {name, data, mode} of files)
    // A deflater for nothing takes the most of the time where there are very many.
    zip.addBuffer(Buffer.from(data), name, {mode: mode ?? 0o100644, compress: data.length > 0});
  zip.end();
  let bytes = (await buffer(zip.outputStream)).toString('latin1');
  for (const [from, to] of Object.entries(renamed)) bytes = bytes.replaceAll(from, to);
  return Buffer.from(bytes, 'latin1');
}

/** Of this many zero bytes, one file, which says of its size what it likes. */
export function zerosZip(name: string, bytes: number, said = bytes): Buffer {
  const piece = deflateRawSync(Buffer.alloc(MIB), {finishFlush: constants.Z_FULL_FLUSH});
  const end = deflateRawSync(Buffer.alloc(0));
  const pieces = Array.from({length: Math.ceil(bytes / MIB)}, () => piece);
  const data = Buffer.concat([...pieces, end]);
  // Version, flags, method (deflate), time, date, CRC, sizes, length of the name, of what is more.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(said, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
  const made = Buffer.from([20, 3]);
  const rest = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), made, common, rest, Buffer.from(name)]);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(1, 4);
  tail.writeUInt16LE(1, 6);
  tail.writeUInt32LE(central.length, 8);
  tail.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), tail]);
}

const MIB = 1024 * 1024;
