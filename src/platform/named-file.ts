/** The one door for files that somebody else names: threats.md rule 14. */
import {constants} from 'node:fs';
import * as fs from 'node:fs/promises';
import {resolve} from 'node:path';
import type {Named} from '../deps.ts';
import {isInside} from '../domain/inside.ts';
import {hasCode, RefusedFile} from '../errors.ts';

const CHUNK = 256 * 1024;

/** @throws {RefusedFile} */
export async function readNamed(path: string, named: Named): Promise<Uint8Array> {
  try {
    const file = await open(path, named);
    try {
      return await readUpTo(file, named);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) throw new RefusedFile(named.name, 'absent');
    throw new RefusedFile(named.name, 'unreadable', codeOf(error));
  }
}

/** What is opened is what was looked at: the same file, under the same name, without a link on the way. */
async function open(path: string, {name, within}: Named): Promise<fs.FileHandle> {
  const real = await fs.realpath(path);
  if (within !== undefined && !(await liesIn(real, within))) throw new RefusedFile(name, 'outside');
  const found = await fs.stat(real, {bigint: true});
  // Before it is opened: to open a device can do something already.
  if (!found.isFile()) throw new RefusedFile(name, 'not-a-file');
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  const file = await fs.open(real, flags);
  try {
    const opened = await file.stat({bigint: true});
    const isSame = opened.dev === found.dev && opened.ino === found.ino;
    if (isSame && (await fs.realpath(real)) === real) return file;
    throw new RefusedFile(name, 'unreadable', 'it changed meanwhile');
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function liesIn(real: string, within: readonly string[]): Promise<boolean> {
  const roots = await Promise.all(
    within.map((root) => fs.realpath(root).catch(() => resolve(root))),
  );
  return roots.some((root) => isInside(real, root));
}

/** A size that the system tells says nothing: files of /proc have none, and others grow. */
async function readUpTo(file: fs.FileHandle, {name, maxBytes}: Named): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let bytes = 0; ;) {
    const {bytesRead, buffer} = await file.read(Buffer.allocUnsafeSlow(CHUNK), 0, CHUNK);
    if (bytesRead === 0) return Buffer.concat(parts, bytes);
    bytes += bytesRead;
    if (bytes > maxBytes) throw new RefusedFile(name, 'too-large', `at most ${maxBytes} bytes`);
    parts.push(buffer.subarray(0, bytesRead));
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
