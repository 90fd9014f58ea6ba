/**
 * The final tree of an image: layers replayed in order (OCI image specification, "Layer"), with every
 * byte that was brought in and is not seen in the end. Names are bytes, one character each. Pure.
 */
import {BadArchive} from '../archive/bad-archive.ts';
import {WasteCollector, type Waste} from './waste.ts';
import {Covered} from './layer-parents.ts';
import {LayerReplay} from './layer-replay.ts';
import {joined, LONGEST_PATH, MOST_LINKS, pathParts, relativeTo} from './names.ts';
import {newFolder, type TreeFile, type TreeNode} from './tree-node.ts';
import {type TreeEntry} from '../archive/entry.ts';

export type {TreeFile, TreeNode} from './tree-node.ts';

/** Names that are walked because of links, for all of an image and for each of its entries: then nobody builds it so. */
const STEPS = {atFirst: 5_000_000, byEntry: 200};

export class Tree {
  readonly #root: TreeNode = newFolder(-1);
  readonly #losses = new WasteCollector();
  readonly #covered = new Covered();
  #layer = -1;
  #stepsLeft = STEPS.atFirst;

  /** Applies one layer. @throws {BadArchive} where engines do not agree upon what it means */
  apply(entries: readonly TreeEntry[]): void {
    this.#layer += 1;
    this.#stepsLeft += STEPS.byEntry * entries.length;
    const replay = new LayerReplay({
      root: this.#root,
      waste: this.#losses,
      covered: this.#covered,
      layer: this.#layer,
      walk: (steps) => {
        this.#walk(steps);
      },
    });
    for (const entry of entries) replay.put(entry);
    replay.end();
  }

  /** How many were applied. */
  get layers(): number {
    return this.#layer + 1;
  }

  /** What was brought in and is not in the final tree. */
  waste(): readonly Waste[] {
    return this.#losses.all();
  }

  /** @throws when links lead a longer way than any system would go: the work stays in proportion to the image */
  #walk(steps: number): void {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) throw new BadArchive('its links lead too long a way');
  }

  /** What a path leads to in the final tree, links followed. */
  #follow(path: readonly string[], mostLinks = MOST_LINKS): TreeNode | undefined {
    // The last is the next.
    let rest = path.toReversed();
    const above: TreeNode[] = [this.#root];
    let links = 0;
    for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
      if (links > 0) this.#walk(1);
      const folder = above.at(-1);
      const node = folder?.children?.get(part);
      if (node?.kind !== 'symlink') {
        if (node === undefined || rest.length === 0) return node;
        above.push(node);
        continue;
      }
      links += 1;
      const target = node.target ?? '';
      if (links >= mostLinks || target.length > LONGEST_PATH) return undefined;
      this.#walk(target.length + rest.length);
      const {up, names} = relativeTo(above.length - 1, target);
      above.length -= up;
      rest = [...rest, ...names.toReversed()];
    }
    return undefined;
  }

  /** What a file holds, links followed; undefined when it is not there or nobody kept it. */
  content(path: string): Uint8Array | undefined {
    return this.#follow(pathParts(path))?.content;
  }

  /** Where a name leads when links are followed; undefined when nothing is there. */
  at(path: string, mostLinks?: number): TreeNode | undefined {
    return this.#follow(pathParts(path), mostLinks);
  }

  /** All names of regular files; one of several links comes several times. */
  *files(): Generator<TreeFile> {
    for (const entry of this.entries()) if (entry.node.kind === 'file') yield entry;
  }

  /** Everything but the root, folders before what is in them. */
  *entries(): Generator<TreeFile> {
    yield* walk(this.#root, '');
  }
}

function* walk(folder: TreeNode, prefix: string): Generator<TreeFile> {
  for (const [name, node] of folder.children ?? []) {
    const path = joined(prefix, name);
    yield {path, node};
    if (node.children !== undefined) yield* walk(node, path);
  }
}
