/** One file out of a foreign zip archive: threats.md rule 8. */
import {crc32} from 'node:zlib';
import {fromBufferPromise, type Entry, type ZipFile} from 'yauzl';
import {readAll} from '../../clients/pull-response.ts';
import {known, unable, type Known} from '../../domain/known.ts';
import {formatBytes} from '../../domain/text/units.ts';

const MOST_ENTRIES = 5000;
/** Of all files together, unpacked: what an artifact of ours may have. */
const MOST_BYTES = 1_000_000_000;
/** What a file's mode says of its kind. */
const [KIND, NONE, FILE, FOLDER] = [0o170000, 0, 0o100000, 0o040000];

export interface Wanted {
  readonly name: string;
  readonly mostBytes: number;
}

/**
 * Its text, when the whole archive is one that a report may come in: nothing in it is unpacked.
 * @returns `unable`: the second half of a sentence that begins with the archive
 */
export async function readZipped(archive: Buffer, wanted: Wanted): Promise<Known<string>> {
  try {
    // Names that leave the folder, and sizes that are none, are errors of the library.
    const zip = await fromBufferPromise(archive, {strictFileNames: true, validateEntrySizes: true});
    if (zip.entryCount > MOST_ENTRIES)
      return unable(`holds ${zip.entryCount} files, and at most ${MOST_ENTRIES} are looked at.`);
    return await readEntry(zip, wanted);
  } catch {
    // The library's words repeat names out of the archive.
    return unable('is no archive that can be read.');
  }
}

async function readEntry(zip: ZipFile, {name, mostBytes}: Wanted): Promise<Known<string>> {
  let bytes = 0;
  const found: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    const kind = (entry.externalFileAttributes >>> 16) & KIND;
    if (![NONE, FILE, FOLDER].includes(kind)) return unable('holds a link, or what is no file.');
    bytes += entry.uncompressedSize;
    if (bytes > MOST_BYTES) return unable(`holds more than ${formatBytes(MOST_BYTES)}.`);
    if (entry.fileName === name) found.push(entry);
  }
  const [entry, other] = found;
  if (entry === undefined || other !== undefined)
    return unable(`holds ${entry === undefined ? 'no' : 'more than one'} ${name}.`);
  if (entry.uncompressedSize > mostBytes)
    return unable(`holds a ${name} of more than ${formatBytes(mostBytes)}.`);
  const text = await readAll(await zip.openReadStreamPromise(entry), mostBytes);
  // The library compares sizes alone.
  if (crc32(text) !== entry.crc32) return unable(`holds a ${name} that was damaged on its way.`);
  return known(text.toString('utf8'));
}
