/**
 * The final tree of an image: layers replayed in order (OCI image specification, "Layer"), with every
 * byte that was brought in and is not seen in the end. Names are bytes, one character each. Pure.
 */
import {Losses, type Loss} from './losses.ts';
import {flat, joined, pathParts, relativeTo, resolveLink} from './names.ts';
import {newFolder, newNode, type TreeEntry, type TreeFile, type TreeNode} from './tree-node.ts';

export type {EntryKind, TreeEntry, TreeFile, TreeNode} from './tree-node.ts';

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** Linux: ELOOP. */
const MOST_LINKS = 40;
/** Linux: ENAMETOOLONG. */
const LONGEST_TARGET = 4095;
/** Names that are walked because of links, for all of an image and for each of its entries: then nobody builds it so. */
const STEPS = {atFirst: 5_000_000, byEntry: 200};

export class Tree {
  readonly #root: TreeNode = newFolder(-1);
  readonly #losses = new Losses();
  #layer = -1;
  #stepsLeft = STEPS.atFirst;

  /** Applies one layer: what it deletes is deleted from the layers below, whatever the order in the archive. */
  apply(entries: readonly TreeEntry[]): void {
    this.#layer += 1;
    this.#stepsLeft += STEPS.byEntry * entries.length;
    for (const {name} of entries) if (name.includes(WHITEOUT)) this.#delete(pathParts(name));
    for (const entry of entries) {
      const parts = pathParts(entry.name);
      if (!(parts.at(-1) ?? '').startsWith(WHITEOUT)) this.#put(parts, entry);
    }
  }

  /** How many were applied. */
  get layers(): number {
    return this.#layer + 1;
  }

  /** What was brought in and is not in the final tree. */
  losses(): readonly Loss[] {
    return this.#losses.all();
  }

  #delete(parts: readonly string[]): void {
    const name = parts.at(-1) ?? '';
    if (!name.startsWith(WHITEOUT)) return;
    const folder = this.#find(parts.slice(0, -1));
    const path = parts.slice(0, -1).join('/');
    const victims =
      name === OPAQUE ? [...(folder?.children?.keys() ?? [])] : [name.slice(WHITEOUT.length)];
    for (const victim of victims) {
      const node = folder?.children?.get(victim);
      if (node === undefined) continue;
      this.#drop(node, {path: joined(path, victim)});
      folder?.children?.delete(victim);
    }
  }

  #put(parts: readonly string[], entry: TreeEntry): void {
    const name = parts.at(-1);
    if (name === undefined) return;
    const {children} = this.#makeFolder(parts.slice(0, -1));
    if (children === undefined) return;
    const old = children.get(name);
    const source = entry.kind === 'hardlink' ? this.#linked(entry.target ?? '') : undefined;
    if (source !== undefined && source === old) return;
    const fresh = source ?? newNode(entry, {layer: this.#layer, old});
    if (source !== undefined) source.links += 1;
    const stays = old?.kind === 'folder' && fresh.kind === 'folder';
    if (old !== undefined && !stays) this.#drop(old, {path: parts.join('/'), by: entry});
    children.set(old === undefined ? flat(name) : name, fresh);
  }

  /**
   * Makes folders that no entry names. A link that this layer brought is followed, to what is not there yet
   * too; one from a layer below is covered by a folder: so does overlay, which sees one layer at a time.
   */
  #makeFolder(parts: readonly string[], links = 0): TreeNode {
    if (links > 0) this.#walk(parts.length);
    let node = this.#root;
    const seen: string[] = [];
    for (const part of parts) {
      let next = node.children?.get(part);
      seen.push(part);
      if (next?.kind === 'symlink' && next.layer === this.#layer && links < MOST_LINKS) {
        this.#walk(seen.length);
        const target = resolveLink(seen.slice(0, -1), (next.target ?? '').slice(0, LONGEST_TARGET));
        const led = this.#follow(seen) ?? this.#makeFolder(target, links + 1);
        if (led.kind === 'folder') next = led;
      }
      if (next?.children === undefined) {
        if (next !== undefined) this.#drop(next, {path: seen.join('/')});
        next = newFolder(this.#layer);
        node.children?.set(part, next);
      }
      node = next;
    }
    return node;
  }

  #drop(node: TreeNode, lost: {readonly path: string; readonly by?: TreeEntry}): void {
    node.links -= 1;
    if (node.links > 0) return;
    if (node.kind === 'file') this.#losses.add({...lost, node, killed: this.#layer});
    for (const [name, child] of node.children ?? [])
      this.#drop(child, {path: joined(lost.path, name)});
  }

  /** No file system links folders. */
  #linked(target: string): TreeNode | undefined {
    const node = this.#find(pathParts(target));
    return node?.kind === 'folder' ? undefined : node;
  }

  #find(parts: readonly string[]): TreeNode | undefined {
    let node: TreeNode | undefined = this.#root;
    for (const part of parts) node = node?.children?.get(part);
    return node;
  }

  /** @throws when links lead a longer way than any system would go: the work stays in proportion to the image */
  #walk(steps: number): void {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) throw new Error('its links lead too long a way');
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
      if (links >= mostLinks || target.length > LONGEST_TARGET) return undefined;
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
