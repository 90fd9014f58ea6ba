/** Files as git names their contents, without git: no filter runs. */
import type {Deps} from '../../deps.ts';
import {objectHash} from './tree.ts';

const CHUNK = 256 * 1024;

/** Whether a file, or where a link leads, has this name as it lies on the disk. */
export async function hashesTo({files}: Deps, path: string, sha: string): Promise<boolean> {
  const stat = await files.stat(path);
  if (stat?.kind === 'link') return isBlob(Buffer.from(await files.readLink(path)), sha);
  if (stat?.kind !== 'file') return false;
  const hash = objectHash({kind: 'blob', bytes: stat.bytes}, sha);
  for await (const chunk of files.stream(path, CHUNK) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex') === sha;
}

export function isBlob(bytes: Uint8Array, sha: string): boolean {
  return objectHash({kind: 'blob', bytes: bytes.length}, sha).update(bytes).digest('hex') === sha;
}

/** What git-lfs keeps in the commit instead of a file; it names the file's contents. */
export async function hasPointer({files}: Deps, path: string, sha: string): Promise<boolean> {
  const stat = await files.stat(path);
  const oid = await files.sha256(path);
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${stat?.bytes ?? 0}\n`;
  return isBlob(Buffer.from(pointer), sha);
}
