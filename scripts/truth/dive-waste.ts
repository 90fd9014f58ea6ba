/**
 * Wasted bytes as dive 0.13 counts them, worked out from our own list of every layer's entries. dive looks
 * at paths, and only at those that are nobody's parent in their layer: one that comes in a second layer,
 * or is whited out there, is wasted with all its copies, the visible one too. What lies in a folder that
 * goes as a whole, it does not see (dive/filetree/efficiency.go).
 */
import {pathParts} from '../../src/domain/image/names.ts';
import type {TreeEntry} from '../../src/domain/archive/entry.ts';

export interface DivePath {
  /** Of all that came at this path, the last of each layer. */
  bytes: number;
  /** Of folders that were whited out here. */
  whitedOut: number;
  /** How many layers had it. */
  layers: number;
}

/** What dive keeps of a path: of one that only others lie in, it knows nothing. */
interface Item {
  readonly size: number;
  readonly isFolder: boolean;
}
type Items = Map<string, Item>;

const WHITEOUT = '.wh.';
const DOUBLE = '.wh..wh..';

export function divePaths(
  layers: readonly (readonly TreeEntry[])[],
): ReadonlyMap<string, DivePath> {
  const paths = new Map<string, DivePath>();
  const below: Items = new Map();
  for (const layer of layers.map(itemsOf)) {
    for (const path of leavesOf(layer)) count(paths, {path, layer, below});
    stack(below, layer);
  }
  return paths;
}

interface Counting {
  readonly path: string;
  readonly layer: Items;
  readonly below: Items;
}

function count(paths: Map<string, DivePath>, {path, layer, below}: Counting): void {
  const plain = withoutMark(path);
  // dive gives up a layer at a whiteout of what is not there.
  if (plain !== path && !below.has(plain)) return;
  const known = paths.get(plain) ?? {bytes: 0, whitedOut: 0, layers: 0};
  paths.set(plain, known);
  known.layers += 1;
  if (plain === path) known.bytes += layer.get(path)?.size ?? 0;
  else if (below.get(plain)?.isFolder === true) known.whitedOut += sizeBelow(below, plain);
}

/** One layer by path; of a name that comes twice, the last. */
function itemsOf(entries: readonly TreeEntry[]): Items {
  const items: Items = new Map();
  for (const {name, kind, size} of entries) {
    const parts = pathParts(name);
    if (parts.length === 0 || parts.some((part) => part.startsWith(DOUBLE))) continue;
    items.set(parts.join('/'), {size, isFolder: kind === 'folder'});
  }
  return items;
}

function leavesOf(items: Items): readonly string[] {
  const parents = new Set<string>();
  for (const path of items.keys())
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      parents.add(path.slice(0, at));
  return [...items.keys()].filter((path) => !parents.has(path));
}

/** `usr/.wh.bin` -> `usr/bin`. */
function withoutMark(path: string): string {
  const start = path.lastIndexOf('/') + 1;
  return path.startsWith(WHITEOUT, start)
    ? path.slice(0, start) + path.slice(start + WHITEOUT.length)
    : path;
}

/** dive lays a layer over those below by names alone: a file over a folder keeps what was in it. */
function stack(below: Items, layer: Items): void {
  for (const path of layer.keys()) {
    const plain = withoutMark(path);
    if (plain === path) continue;
    for (const other of [...below.keys()])
      if (other === plain || other.startsWith(`${plain}/`)) below.delete(other);
  }
  for (const [path, item] of layer) if (withoutMark(path) === path) below.set(path, item);
}

function sizeBelow(items: Items, folder: string): number {
  let sum = 0;
  for (const [path, {size}] of items)
    if (path === folder || path.startsWith(`${folder}/`)) sum += size;
  return sum;
}
