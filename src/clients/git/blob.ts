/** Files as git names their contents, without git: no filter runs. */
import {createHash, type Hash} from 'node:crypto';
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {objectHash} from './tree.ts';

/** A file of a work tree. */
export interface WorkFile {
  /** Absolute: the folder that has `.git`. */
  readonly root: string;
  /** Relative to the root. */
  readonly path: string;
  /** What the commit has there. */
  readonly sha: string;
}

/** Whether a file, or where a link leads, has its name as it lies on the disk. */
export async function hashesTo({files}: Pick<Deps, 'files'>, file: WorkFile): Promise<boolean> {
  const path = join(file.root, file.path);
  const stat = await files.stat(path);
  if (stat?.kind === 'link') return isBlob(Buffer.from(await files.readLink(path)), file.sha);
  if (stat?.kind !== 'file') return false;
  const hash = objectHash({kind: 'blob', bytes: stat.bytes}, file.sha);
  return (await digestOf(hash, {...file, bytes: stat.bytes}, files)) === file.sha;
}

export function isBlob(bytes: Uint8Array, sha: string): boolean {
  return objectHash({kind: 'blob', bytes: bytes.length}, sha).update(bytes).digest('hex') === sha;
}

/** What git-lfs keeps in the commit instead of a file; it names the file's contents. */
export async function hasPointer({files}: Pick<Deps, 'files'>, file: WorkFile): Promise<boolean> {
  const {bytes = 0} = (await files.stat(join(file.root, file.path))) ?? {};
  const oid = await digestOf(createHash('sha256'), {...file, bytes}, files);
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes}\n`;
  return isBlob(Buffer.from(pointer), file.sha);
}

/** @throws {RefusedFile} also for one that has grown since it was looked at */
async function digestOf(
  hash: Hash,
  {root, path, bytes}: WorkFile & {readonly bytes: number},
  files: Pick<Deps['files'], 'streamNamed'>,
): Promise<string> {
  const named = {name: path, within: [root], maxBytes: bytes};
  for await (const piece of files.streamNamed(join(root, path), named)) hash.update(piece);
  return hash.digest('hex');
}
