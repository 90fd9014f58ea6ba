/** The one file that is wanted out of Trivy's archive: nothing else is written, no name is followed. */
import zlib from 'node:zlib';
import type {Deps} from '../../../deps.ts';
import {TarReader} from '../../../domain/archive/tar.ts';
import {known, unable, type Known} from '../../../domain/known.ts';
import {errorMessage} from '../../../errors.ts';

const PROGRAM = 'trivy';
const CHUNK = 1024 * 1024;
export const LARGEST_BINARY = 512 * 1024 * 1024;
/** Of the archive unpacked: the program, its licence, templates. */
const LARGEST_TAR = 1024 * 1024 * 1024;

/** @param archive whose digest was checked */
export async function unpackBinary(
  archive: string,
  {files}: Pick<Deps, 'files'>,
): Promise<Known<Uint8Array>> {
  let found: Uint8Array | undefined;
  const reader = new TarReader({
    wants: (name, bytes) => nameOf(name) === PROGRAM && bytes <= LARGEST_BINARY,
    onEntry: ({name, content}) => {
      if (nameOf(name) === PROGRAM && content !== undefined) found = content;
    },
  });
  const source = files.stream(archive, CHUNK);
  const plain = zlib.createGunzip({chunkSize: CHUNK});
  source.on('error', (error) => plain.destroy(error));
  let bytes = 0;
  try {
    for await (const chunk of source.pipe(plain)) {
      if (!(chunk instanceof Uint8Array)) continue;
      bytes += chunk.length;
      if (bytes > LARGEST_TAR) throw new Error(`it has more than ${LARGEST_TAR} bytes`);
      reader.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    }
    reader.end();
  } catch (error) {
    return unable(`Trivy's archive cannot be unpacked: ${errorMessage(error)}.`);
  } finally {
    source.destroy();
  }
  return found === undefined
    ? unable(`Trivy's archive holds no program ${PROGRAM} of at most ${LARGEST_BINARY} bytes.`)
    : known(found);
}

/** Some archives write `./trivy`. */
function nameOf(name: string): string {
  return name.replace(/^\.\//, '');
}
