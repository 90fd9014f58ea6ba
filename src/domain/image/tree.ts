/** The final tree of an image: layers replayed in order (OCI image specification, "Layer"). Pure. */

export type EntryKind = 'file' | 'folder' | 'symlink' | 'hardlink' | 'other';

export interface TreeEntry {
  /** As the archive writes it. */
  readonly name: string;
  readonly kind: EntryKind;
  readonly target?: string;
  /** Only of files that somebody asked for. */
  readonly content?: Uint8Array;
}

interface Node {
  kind: EntryKind;
  target: string | undefined;
  content: Uint8Array | undefined;
  readonly children: Map<string, Node>;
}

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
const MOST_LINKS = 40;

/** Thrown for a name that leaves the root; the image is then unable to be read. */
export class EscapingName extends Error {
  override readonly name = 'EscapingName';

  constructor(path: string) {
    super(`the name ${JSON.stringify(path)} leaves the image's root`);
  }
}

/** `./usr//bin/` -> `["usr", "bin"]`. @throws {EscapingName} for one that holds `..` */
export function pathParts(name: string): readonly string[] {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new EscapingName(name);
  return parts;
}

export class Tree {
  readonly #root: Node = newNode('folder');

  /** Applies one layer: what it deletes is deleted from the layers below, whatever the order in the archive. */
  apply(entries: readonly TreeEntry[]): void {
    const placed = entries.map((entry) => ({entry, parts: pathParts(entry.name)}));
    for (const {parts} of placed) this.#delete(parts);
    for (const {entry, parts} of placed) {
      if (!(parts.at(-1) ?? '').startsWith(WHITEOUT)) this.#put(parts, entry);
    }
  }

  #delete(parts: readonly string[]): void {
    const name = parts.at(-1) ?? '';
    if (!name.startsWith(WHITEOUT)) return;
    const folder = this.#find(parts.slice(0, -1));
    if (name === OPAQUE) folder?.children.clear();
    else folder?.children.delete(name.slice(WHITEOUT.length));
  }

  #put(parts: readonly string[], entry: TreeEntry): void {
    let node = this.#root;
    for (const part of parts.slice(0, -1)) {
      let next = node.children.get(part);
      if (next === undefined) {
        next = newNode('folder');
        node.children.set(part, next);
      }
      node = next;
    }
    const name = parts.at(-1);
    if (name === undefined) return;
    const old = node.children.get(name);
    if (entry.kind === 'folder' && old?.kind === 'folder') return;
    const source =
      entry.kind === 'hardlink' ? this.#find(pathParts(entry.target ?? '')) : undefined;
    const fresh = newNode(entry.kind === 'hardlink' ? 'file' : entry.kind);
    fresh.target = entry.target;
    fresh.content = entry.content ?? source?.content;
    node.children.set(name, fresh);
  }

  #find(parts: readonly string[]): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const part of parts) node = node?.children.get(part);
    return node;
  }

  /** What a file holds, links followed; undefined when it is not there or nobody kept it. */
  content(path: string): Uint8Array | undefined {
    let rest = [...pathParts(path)];
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
      if (others.length === 0) return node.content;
      folder = [...folder, part];
      rest = others;
    }
    return undefined;
  }

  /** Paths of all regular files, without a leading slash. */
  *files(): Generator<string> {
    yield* walk(this.#root, '');
  }
}

function newNode(kind: EntryKind): Node {
  return {kind, target: undefined, content: undefined, children: new Map()};
}

function* walk(node: Node, prefix: string): Generator<string> {
  for (const [name, child] of node.children) {
    const path = prefix === '' ? name : `${prefix}/${name}`;
    if (child.kind === 'file') yield path;
    yield* walk(child, path);
  }
}

/** In the root that the image sees: `..` at the root stays at the root. */
function resolveLink(folder: readonly string[], target: string): readonly string[] {
  const resolved: string[] = target.startsWith('/') ? [] : [...folder];
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') resolved.pop();
    else resolved.push(part);
  }
  return resolved;
}
