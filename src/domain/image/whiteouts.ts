/**
 * The names by which a layer deletes, and what it deletes by name alone, as whoever reads layers without a
 * file system sees it. Pure.
 */
import {joined, pathParts} from './names.ts';
import type {TreeEntry} from '../archive/entry.ts';

/** OCI image specification, "Layer", "Whiteouts". */
export const WHITEOUT = '.wh.';
export const OPAQUE = '.wh..wh..opq';

/** Files, and folders with all that is in them; of an opaque folder itself. */
export function deletedBy(entries: readonly Pick<TreeEntry, 'name'>[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({name}) => deletedName(name) ?? []));
}

/** What the name of a whiteout deletes; undefined for any other name. */
function deletedName(name: string): string | undefined {
  if (!name.includes(WHITEOUT)) return undefined;
  const parts = pathParts(name);
  const last = parts.at(-1) ?? '';
  if (!last.startsWith(WHITEOUT)) return undefined;
  const folder = parts.slice(0, -1).join('/');
  return last === OPAQUE ? folder : joined(folder, last.slice(WHITEOUT.length));
}

/** `a/b/c` -> ``, `a`, `a/b`, `a/b/c`. */
export function foldersAnd(path: string): readonly string[] {
  const parts = path.split('/');
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}
