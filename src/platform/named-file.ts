/** The one door for files that somebody else names: threats.md rule 14. */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  read as readDescriptor,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import {resolve} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {promisify} from 'node:util';
import type {NamedFileOptions} from '../deps.ts';
import {isInside} from '../domain/inside.ts';
import {hasCode, RefusedFile} from '../errors.ts';

const SMALL = 16 * 1024;
const CHUNK = 256 * 1024;
/** A small file and its end. */
const READS_AT_ONCE = 2;

const readInto = promisify(readDescriptor);

/** @throws {RefusedFile} */
export async function readNamed(path: string, named: NamedFileOptions): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamNamed(path, named)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** @throws {RefusedFile} */
export async function* streamNamed(
  path: string,
  named: NamedFileOptions,
): AsyncGenerator<Uint8Array, void> {
  try {
    const file = open(path, named);
    try {
      yield* piecesOf(file, named);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) throw new RefusedFile(named.name, 'absent');
    throw new RefusedFile(named.name, 'unreadable', codeOf(error));
  }
}

/**
 * What is opened is what was looked at: the same file, under the same name, without a link on the way. Not
 * by another thread: the way there takes ten times as long as the questions, and contexts have many files.
 */
function open(path: string, {name, within}: NamedFileOptions): number {
  const real = realpathSync.native(path);
  if (within?.some((root) => isInside(real, realOf(root))) === false)
    throw new RefusedFile(name, 'outside');
  const found = statSync(real, {bigint: true});
  // Before it is opened: to open a device can do something already.
  if (!found.isFile()) throw new RefusedFile(name, 'not-a-file');
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  const file = openSync(real, flags);
  try {
    const opened = fstatSync(file, {bigint: true});
    const isSame = opened.dev === found.dev && opened.ino === found.ino;
    if (isSame && realpathSync.native(real) === real) return file;
    throw new RefusedFile(name, 'unreadable', 'it changed meanwhile');
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function realOf(root: string): string {
  try {
    return realpathSync.native(root);
  } catch {
    return resolve(root);
  }
}

/** A size that the system tells says nothing: files of /proc have none, and others grow. */
async function* piecesOf(
  file: number,
  {name, maxBytes}: NamedFileOptions,
): AsyncGenerator<Uint8Array, void> {
  for (let bytes = 0, reads = 0; ; reads += 1) {
    const isSmall = reads < READS_AT_ONCE;
    const buffer = Buffer.allocUnsafeSlow(isSmall ? SMALL : CHUNK);
    const count = isSmall
      ? readSync(file, buffer)
      : (await readInto(file, buffer, 0, CHUNK, null)).bytesRead;
    // Between files others have their turn.
    if (count === 0) return setImmediate();
    bytes += count;
    if (bytes > maxBytes) throw new RefusedFile(name, 'too-large', `at most ${maxBytes} bytes`);
    yield buffer.subarray(0, count);
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
