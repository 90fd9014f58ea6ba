/** Zip archives, as GitHub keeps artifacts: read and written by libraries that are not under test. */
import {buffer, text} from 'node:stream/consumers';
import {promisify} from 'node:util';
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
    zip.addBuffer(Buffer.from(data), name, {mode: mode ?? 0o100644});
  zip.end();
  let bytes = (await buffer(zip.outputStream)).toString('latin1');
  for (const [from, to] of Object.entries(renamed)) bytes = bytes.replaceAll(from, to);
  return Buffer.from(bytes, 'latin1');
}
