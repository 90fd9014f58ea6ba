/** Which bytes of the final tree came at which path, whatever they are called in the end. */
import {pathParts} from '../../src/domain/image/names.ts';
import type {TreeEntry} from '../../src/domain/archive/entry.ts';
import {Tree, type TreeFile, type TreeNode} from '../../src/domain/image/tree.ts';

type Layers = readonly (readonly TreeEntry[])[];

/** Bytes of the files that are seen in the end, an inode once, by the path that they came at. */
export function visibleBytes(layers: Layers): ReadonlyMap<string, number> {
  const tree = new Tree();
  const origins = new Map<TreeNode, string>();
  for (const [index, layer] of layers.entries()) {
    tree.apply(layer);
    const came = new Came(layer);
    const fresh = [...tree.files()].filter(({node}) => node.layer === index);
    for (const file of fresh) {
      const isKnown = origins.has(file.node) && came.has(origins.get(file.node) ?? '');
      if (!isKnown) origins.set(file.node, came.originOf(file));
    }
  }
  const visible = new Map<string, number>();
  for (const node of new Set([...tree.files()].map((file) => file.node)))
    addTo(visible, origins.get(node) ?? '', node.size);
  return visible;
}

/** What one layer brought. */
class Came {
  readonly #paths: ReadonlySet<string>;
  readonly #byName: ReadonlyMap<string, readonly string[]>;

  constructor(layer: readonly TreeEntry[]) {
    const files = layer.filter(({kind}) => kind === 'file');
    const paths = files.map(({name}) => pathParts(name).join('/'));
    this.#paths = new Set(paths);
    this.#byName = Map.groupBy(paths, baseName);
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Itself, or the one of that name which a link led here. */
  originOf({path}: TreeFile): string {
    return this.has(path) ? path : (this.#byName.get(baseName(path))?.[0] ?? path);
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function addTo(sums: Map<string, number>, key: string, bytes: number): void {
  sums.set(key, (sums.get(key) ?? 0) + bytes);
}
