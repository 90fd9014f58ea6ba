/** The one file that is wanted out of Trivy's archive: nothing else is written, no name is followed. */
import {pipeline} from 'node:stream/promises';
import zlib from 'node:zlib';
import type {Deps} from '../../../deps.ts';
import {TarReader} from '../../../domain/archive/tar.ts';
import {known, unable, type Known} from '../../../domain/known.ts';
import {errorMessage} from '../../../errors.ts';

const PROGRAM = 'trivy';
const PROGRAM_MODE = 0o755;
const CHUNK = 1024 * 1024;
export const LARGEST_BINARY = 512 * 1024 * 1024;
/** Of the archive unpacked: the program, its licence, templates. */
const LARGEST_TAR = 1024 * 1024 * 1024;

export interface Unpacking {
  /** Its digest was checked. */
  readonly archive: string;
  /** In a folder that is there: one that was cleaned away meanwhile is not made again. */
  readonly to: string;
}

/**
 * Read and run by whomever the container runs as. Piece by piece: the program has 170 MB.
 * @throws when it cannot be written
 */
export async function unpackBinary(
  {archive, to}: Unpacking,
  {files, signal}: Pick<Deps, 'files' | 'signal'>,
): Promise<Known<undefined>> {
  const source = files.stream(archive, CHUNK);
  const plain = zlib.createGunzip({chunkSize: CHUNK});
  source.on('error', (error) => plain.destroy(error));
  const found: Found = {programs: 0};
  try {
    await pipeline(programIn(source.pipe(plain), found), files.sink(to), {signal});
    await files.setMode(to, PROGRAM_MODE);
  } finally {
    source.destroy();
  }
  if (found.failure !== undefined)
    return unable(`Trivy's archive cannot be unpacked: ${found.failure}.`);
  return found.programs === 0
    ? unable(`Trivy's archive holds no program ${PROGRAM} of at most ${LARGEST_BINARY} bytes.`)
    : known(undefined);
}

interface Found {
  programs: number;
  /** Of the archive; what goes wrong with the writing is thrown. */
  failure?: string;
}

/** Ends early where the archive is none. */
async function* programIn(
  tar: AsyncIterable<unknown>,
  found: Found,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* piecesOf(tar, found);
  } catch (error) {
    found.failure = errorMessage(error);
  }
}

async function* piecesOf(
  tar: AsyncIterable<unknown>,
  found: Found,
): AsyncGenerator<Uint8Array, void> {
  let pieces: Uint8Array[] = [];
  let isProgram = false;
  const reader = new TarReader({
    wants: () => false,
    onEntry: ({kind, name, size}) => {
      isProgram = kind === 'file' && nameOf(name) === PROGRAM && size <= LARGEST_BINARY;
      if (isProgram && (found.programs += 1) > 1) throw new Error(`it holds ${PROGRAM} twice`);
    },
    onData: (data) => {
      if (isProgram) pieces.push(data);
    },
  });
  let bytes = 0;
  for await (const chunk of tar) {
    if (!(chunk instanceof Uint8Array)) continue;
    bytes += chunk.length;
    if (bytes > LARGEST_TAR) throw new Error(`it has more than ${LARGEST_TAR} bytes`);
    reader.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    yield* pieces;
    pieces = [];
  }
  reader.end();
}

/** Some archives write `./trivy`. */
function nameOf(name: string): string {
  return name.replace(/^\.\//, '');
}
