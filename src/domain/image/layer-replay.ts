/**
 * One layer put over those below it. Engines do this in two ways: into one folder (vfs, native), or into a
 * folder of its own that is then laid over the others (overlay), and containerd and moby each in their own
 * words. What they make different trees of, or what one of them refuses, is refused here. Pure.
 */
import {oddEntry} from '../archive/bad-archive.ts';
import type {WasteCollector} from './waste.ts';
import {flat, joined, LONGEST_PATH, pathParts} from './names.ts';
import {newNode, type TreeNode} from './tree-node.ts';
import {type TreeEntry} from '../archive/entry.ts';
import {ParentFinder, type ParentsOn} from './layer-parents.ts';
import {OPAQUE, WHITEOUT} from './whiteouts.ts';

/** Linux: ENAMETOOLONG. */
const LONGEST_NAME = 255;

export interface ReplayOn extends ParentsOn {
  readonly waste: WasteCollector;
}

interface Place {
  readonly entry: TreeEntry;
  readonly parts: readonly string[];
  readonly name: string;
  readonly folder: TreeNode;
  readonly siblings: Map<string, TreeNode>;
  readonly isThrough: boolean;
}

export class LayerReplay {
  readonly #on: ReplayOn;
  readonly #parents: ParentFinder;
  readonly #deleted: Pick<Place, 'siblings' | 'name'>[] = [];

  constructor(on: ReplayOn) {
    this.#on = on;
    this.#parents = new ParentFinder(on);
  }

  /** @throws {BadArchive} */
  put(entry: TreeEntry): void {
    const parts = partsOf(entry);
    const name = parts.at(-1);
    if (name === undefined) {
      if (entry.kind !== 'folder') throw oddEntry(entry.name, 'is the root, and no folder');
      return;
    }
    if (entry.kind === 'global') this.#passOver(entry, parts);
    const {folder, isThrough} = this.#parents.find(parts.slice(0, -1), entry);
    const siblings = folder.children ?? new Map<string, TreeNode>();
    const place = {entry, parts, name, folder, siblings, isThrough};
    if (name === OPAQUE) this.#makeOpaque(place);
    else if (name.startsWith(WHITEOUT)) this.#delete(place);
    else if (entry.kind === 'folder') this.#putFolder(place);
    else this.#putOther(place, entry.kind);
  }

  /** After all entries. */
  end(): void {
    for (const {siblings, name} of this.#deleted) this.#on.covered.add(siblings, name);
  }

  /** Some make the folders of its name, and remove what is there; others pass over it. */
  #passOver({name}: TreeEntry, parts: readonly string[]): void {
    const isKnown = parts.length === 1 || this.#at(parts.slice(0, -1))?.kind === 'folder';
    if (!isKnown || this.#at(parts) !== undefined)
      throw oddEntry(name, 'is a header for the whole archive, and changes what is there');
  }

  /** No link is followed. */
  #at(parts: readonly string[]): TreeNode | undefined {
    let node: TreeNode | undefined = this.#on.root;
    for (const part of parts) node = node?.children?.get(part);
    return node;
  }

  #delete({entry, parts, name: whiteout, siblings}: Place): void {
    const name = whiteout.slice(WHITEOUT.length);
    const node = siblings.get(name);
    if (entry.kind === 'global' || ['', '.', '..'].includes(name))
      throw oddEntry(entry.name, 'deletes what engines do not agree upon');
    if (node !== undefined && this.#parents.isHere(node))
      throw oddEntry(entry.name, 'deletes what its own layer brings');
    const gone = this.#parents.goneFrom(siblings);
    if (gone.has(name)) throw oddEntry(entry.name, 'deletes what is deleted already');
    gone.set(name, node?.kind ?? 'other');
    this.#deleted.push({siblings, name});
    if (node !== undefined) this.#drop(node, {path: [...parts.slice(0, -1), name].join('/')});
    siblings.delete(name);
  }

  #makeOpaque({entry, parts, folder, siblings, isThrough}: Place): void {
    // An overlay does not look for the mark there.
    const isShown = folder === this.#on.root && this.#on.layer > 0 && siblings.size > 0;
    if (entry.kind === 'global' || isThrough || isShown)
      throw oddEntry(entry.name, 'hides what engines do not agree upon');
    this.#hide(folder, parts.slice(0, -1).join('/'), entry);
  }

  /** Of what is in it, all that this layer did not bring by name. */
  #hide(folder: TreeNode, path: string, entry: TreeEntry): void {
    if (folder.children === undefined) return;
    for (const [name, node] of folder.children) {
      this.#on.walk(1);
      if (!this.#parents.isHere(node)) {
        this.#drop(node, {path: joined(path, name)});
        folder.children.delete(name);
        this.#on.covered.add(folder.children, name);
      } else if (this.#parents.isNamed(node)) this.#hide(node, joined(path, name), entry);
      else
        throw oddEntry(
          entry.name,
          `hides ${JSON.stringify(name)}, which its own layer fills before`,
        );
    }
  }

  #putFolder({entry, parts, name, siblings, isThrough}: Place): void {
    const old = siblings.get(name);
    const gone = this.#parents.goneFrom(siblings);
    if (gone.get(name) === 'folder')
      throw oddEntry(entry.name, 'is a folder again, after its layer has removed it');
    gone.delete(name);
    if (old !== undefined && old.kind !== 'folder')
      this.#replace(old, {entry, parts, name, siblings});
    const fresh = newNode(entry, {kind: 'folder', layer: this.#on.layer, old});
    if (isThrough) this.#parents.leaveUnnamed(fresh);
    siblings.set(old === undefined ? flat(name) : name, fresh);
  }

  #putOther(place: Place, kind: Exclude<TreeEntry['kind'], 'folder'>): void {
    const {entry, name, siblings, isThrough} = place;
    const old = siblings.get(name);
    const gone = this.#parents.goneFrom(siblings);
    if (kind === 'global') {
      if (gone.has(name)) throw oddEntry(entry.name, 'is a header for what its layer has removed');
      return;
    }
    if (old?.kind === 'folder') {
      if (this.#parents.isHere(old)) throw oddEntry(entry.name, 'was a folder in the same layer');
      gone.set(name, 'folder');
    } else if (gone.get(name) !== 'folder') gone.delete(name);
    if (old !== undefined) this.#replace(old, place);
    siblings.delete(name);
    const fresh = kind === 'hardlink' ? this.#linked(entry) : this.#made(entry, kind);
    if (isThrough) this.#parents.leaveUnnamed(fresh);
    siblings.set(flat(name), fresh);
  }

  #made(entry: TreeEntry, kind: TreeNode['kind']): TreeNode {
    const length = entry.target?.length ?? 1;
    if (kind === 'symlink' && (length === 0 || length > LONGEST_PATH))
      throw oddEntry(entry.name, 'is a link to nowhere');
    return newNode(entry, {kind, layer: this.#on.layer, old: undefined});
  }

  /** One inode, with the owner and rights that came last. An overlay finds it only in its own layer. */
  #linked(entry: TreeEntry): TreeNode {
    const node = this.#at(pathParts(entry.target ?? ''));
    if (node === undefined || node.kind === 'folder' || !this.#parents.isHere(node))
      throw oddEntry(entry.name, 'is a hard link to what its layer has no file for');
    const {mode, uid, gid, mtime} = entry;
    Object.assign(node, node.kind === 'symlink' ? {uid, gid, mtime} : {mode, uid, gid, mtime});
    node.links += 1;
    return node;
  }

  #replace(old: TreeNode, place: Pick<Place, 'entry' | 'parts' | 'name' | 'siblings'>): void {
    const {entry, parts, name, siblings} = place;
    if (this.#parents.isFollowed(old))
      throw oddEntry(entry.name, 'replaces a link that its layer has gone through');
    if (!this.#parents.isHere(old)) this.#on.covered.add(siblings, name);
    this.#drop(old, {path: parts.join('/'), by: entry});
  }

  #drop(node: TreeNode, lost: {readonly path: string; readonly by?: TreeEntry}): void {
    node.links -= 1;
    if (node.links > 0) return;
    const {waste: losses, layer} = this.#on;
    if (node.kind === 'file') losses.add({...lost, node, removedIn: layer});
    for (const [name, child] of node.children ?? [])
      this.#drop(child, {path: joined(lost.path, name)});
  }
}

function partsOf({name}: TreeEntry): readonly string[] {
  const parts = pathParts(name);
  const length = parts.reduce((sum, part) => sum + part.length + 1, 0);
  if (length > LONGEST_PATH || parts.some((part) => part.length > LONGEST_NAME))
    throw oddEntry(name, 'has a longer name than any file');
  if (parts.slice(0, -1).some((part) => part.startsWith(WHITEOUT)))
    throw oddEntry(name, 'is in a folder that is named as what deletes');
  return parts;
}
