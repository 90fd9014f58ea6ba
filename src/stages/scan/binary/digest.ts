import {createHash} from 'node:crypto';
import type {Deps} from '../../../deps.ts';

const CHUNK = 1024 * 1024;

/** SHA-256 of a plain file; undefined where there is none of at most so many bytes. */
export async function digestOf(
  path: string,
  mostBytes: number,
  {files}: Pick<Deps, 'files'>,
): Promise<string | undefined> {
  const found = await files.stat(path);
  if (found?.kind !== 'file' || found.bytes > mostBytes) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of files.stream(path, CHUNK)) {
    if (chunk instanceof Uint8Array) hash.update(chunk);
  }
  return hash.digest('hex');
}
