/** What git tracks, where git itself does not answer: its index is read. */
import {join, resolve} from 'node:path';
import type {Deps} from '../../deps.ts';
import {parseIndex} from '../../domain/git/index-file.ts';
import {unable, type Known} from '../../domain/known.ts';

const LARGEST_INDEX = 256 * 1024 * 1024;
const LARGEST_LINK = 64 * 1024;

/** All files, relative to the root; `unable` in words that can follow a colon. */
export async function indexedFiles(
  deps: Pick<Deps, 'files'>,
  root: string,
): Promise<Known<readonly string[]>> {
  try {
    const store = await storeOf(deps, join(root, '.git'));
    const path = join(store, 'index');
    const named = {name: path, maxBytes: LARGEST_INDEX};
    return parseIndex(Buffer.from(await deps.files.readNamed(path, named)));
  } catch {
    return unable(`the index of ${join(root, '.git')} cannot be read`);
  }
}

/** Of a linked work tree and of a submodule, `.git` is a file that says where it is. */
async function storeOf({files}: Pick<Deps, 'files'>, path: string): Promise<string> {
  if ((await files.stat(path))?.kind !== 'file') return path;
  const bytes = await files.readNamed(path, {name: path, maxBytes: LARGEST_LINK});
  const [, store = ''] = /^gitdir: ([^\n]*)/.exec(Buffer.from(bytes).toString()) ?? [];
  return resolve(join(path, '..'), store);
}
