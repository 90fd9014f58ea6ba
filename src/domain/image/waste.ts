/** Bytes that a layer brought and no running container ever sees, by what happened to them. Pure. */
import {nameText} from '../text/bytes.ts';
import {CACHE_NAMES, cacheAtPath} from './caches.ts';
import type {TreeNode} from './tree-node.ts';
import type {TreeEntry} from '../archive/entry.ts';

/** What became of the bytes, in the words that a reader knows. */
export const WASTE_KINDS = [
  ...CACHE_NAMES,
  'deleted archive',
  'owner or mode changed',
  'overwritten',
  'deleted',
] as const;
export type WasteKind = (typeof WASTE_KINDS)[number];

export interface Waste {
  readonly kind: WasteKind;
  /** A file, or the folder that they all lie in. */
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  /** Position of the layer that brought them. */
  readonly made: number;
  /** Position of the layer that removed, covered or overwrote them. */
  readonly removedIn: number;
}

export interface WastedFile {
  readonly path: string;
  readonly node: TreeNode;
  readonly removedIn: number;
  /** What stands in its place; absent when it was deleted. */
  readonly by?: TreeEntry;
}

const ARCHIVE = /\.(?:tar|tar\.\w+|tgz|txz|zip|deb|rpm|apk|whl|jar)$/i;
/** Folders below this depth are told as one. */
const DEPTH = 3;

export class WasteCollector {
  readonly #groups = new Map<string, Waste>();

  add(lost: WastedFile): void {
    const {size, layer: made} = lost.node;
    if (size === 0) return;
    const {kind, path} = namedBy(lost);
    const key = JSON.stringify([kind, path, made, lost.removedIn]);
    const group = this.#groups.get(key) ?? {
      kind,
      path,
      bytes: 0,
      files: 0,
      made,
      removedIn: lost.removedIn,
    };
    this.#groups.set(key, {...group, bytes: group.bytes + size, files: group.files + 1});
  }

  /** Most bytes first. */
  all(): readonly Waste[] {
    const groups = [...this.#groups.values()].sort((a, b) => b.bytes - a.bytes);
    return groups.map((group) => ({...group, path: nameText(group.path)}));
  }
}

function namedBy({path, node, by}: WastedFile): Pick<Waste, 'kind' | 'path'> {
  const cache = cacheAtPath(path);
  if (cache !== undefined) return {kind: cache.name, path: cache.folder};
  if (by === undefined && ARCHIVE.test(path)) return {kind: 'deleted archive', path};
  const folder = path.split('/').slice(0, -1).slice(0, DEPTH).join('/');
  if (by === undefined) return {kind: 'deleted', path: folder === '' ? path : folder};
  return {
    kind: isSameContent(node, by) ? 'owner or mode changed' : 'overwritten',
    path: folder === '' ? path : folder,
  };
}

/** `chown -R` and `chmod -R` copy every file: size and time stay, owner or mode do not. */
function isSameContent(node: TreeNode, by: TreeEntry): boolean {
  const isTouched = node.mode !== by.mode || node.uid !== by.uid || node.gid !== by.gid;
  return by.kind === 'file' && node.size === by.size && node.mtime === by.mtime && isTouched;
}
