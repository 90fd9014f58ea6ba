/**
 * The final tree of an image: layers replayed in order (OCI image specification, "Layer"), with every
 * byte that was brought in and is not seen in the end. Names are bytes, one character each. Pure.
 */
import {Losses, type Loss} from './losses.ts';
import {flat, joined, pathParts, resolveLink} from './names.ts';

export type EntryKind = 'file' | 'folder' | 'symlink' | 'hardlink' | 'other';

export interface TreeEntry {
  /** As the archive writes it. */
  readonly name: string;
  readonly kind: EntryKind;
  /** Logical bytes of a regular file; 0 for everything else. */
  readonly size: number;
  /** Permission bits, setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds. */
  readonly mtime: number;
  readonly target?: string;
  /** An executable that begins as programs do (ELF). */
  readonly isProgram?: boolean;
  /** Only of files that somebody asked for. */
  readonly content?: Uint8Array;
}

/** What a path leads to; names that are hard links lead to one. */
export interface TreeNode {
  readonly kind: Exclude<EntryKind, 'hardlink'>;
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: number;
  readonly target: string | undefined;
  readonly isProgram: boolean;
  readonly content: Uint8Array | undefined;
  /** Position of the layer that brought it. */
  readonly layer: number;
  /** Names that it has. */
  links: number;
  /** Of folders. */
  readonly children: Map<string, TreeNode> | undefined;
}

export interface TreeFile {
  /** Without a leading slash. */
  readonly path: string;
  readonly node: TreeNode;
}

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
const MOST_LINKS = 40;
const FOLDER = {kind: 'folder', size: 0, mode: 0o755, uid: 0, gid: 0, mtime: 0} as const;

export class Tree {
  readonly #root: TreeNode = newFolder(-1);
  readonly #losses = new Losses();
  #layer = -1;

  /** Applies one layer: what it deletes is deleted from the layers below, whatever the order in the archive. */
  apply(entries: readonly TreeEntry[]): void {
    this.#layer += 1;
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
    let node = this.#root;
    const seen: string[] = [];
    for (const part of parts) {
      let next = node.children?.get(part);
      seen.push(part);
      if (next?.kind === 'symlink' && next.layer === this.#layer && links < MOST_LINKS) {
        const target = resolveLink(seen.slice(0, -1), next.target ?? '');
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

  /** What a path leads to in the final tree, links followed. */
  #follow(path: readonly string[]): TreeNode | undefined {
    let rest = [...path];
    let folder: string[] = [];
    for (let links = 0; rest.length > 0 && links < MOST_LINKS;) {
      const [part = '', ...others] = rest;
      const node = this.#find([...folder, part]);
      if (node === undefined) return undefined;
      if (node.kind === 'symlink') {
        links += 1;
        rest = [...resolveLink(folder, node.target ?? ''), ...others];
        folder = [];
        continue;
      }
      if (others.length === 0) return node;
      folder = [...folder, part];
      rest = others;
    }
    return undefined;
  }

  /** What a file holds, links followed; undefined when it is not there or nobody kept it. */
  content(path: string): Uint8Array | undefined {
    return this.#follow(pathParts(path))?.content;
  }

  /** Where a name leads when links in its folders are followed; undefined when nothing is there. */
  at(path: string): TreeNode | undefined {
    return this.#follow(pathParts(path));
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

function newFolder(layer: number): TreeNode {
  return {
    ...FOLDER,
    target: undefined,
    isProgram: false,
    content: undefined,
    layer,
    links: 1,
    children: new Map(),
  };
}

/** A folder over a folder keeps what is in it. Written out: an object that is spread takes more memory. */
function newNode(
  {kind, size, mode, uid, gid, mtime, target, isProgram = false, content}: TreeEntry,
  {layer, old}: {readonly layer: number; readonly old: TreeNode | undefined},
): TreeNode {
  return {
    // A hard link to nothing is a file without bytes.
    kind: kind === 'hardlink' ? 'file' : kind,
    size,
    mode,
    uid,
    gid,
    mtime,
    target,
    isProgram,
    content,
    layer,
    links: 1,
    children: kind === 'folder' ? (old?.children ?? new Map<string, TreeNode>()) : undefined,
  };
}

function* walk(folder: TreeNode, prefix: string): Generator<TreeFile> {
  for (const [name, node] of folder.children ?? []) {
    const path = joined(prefix, name);
    yield {path, node};
    if (node.children !== undefined) yield* walk(node, path);
  }
}
