/** The folder that an entry of a layer goes into, and what the layer has had to do with it. Pure. */
import {oddEntry} from '../archive/bad-archive.ts';
import {flat, MOST_LINKS} from './names.ts';
import {newFolder, type TreeNode} from './tree-node.ts';
import {type TreeEntry} from '../archive/entry.ts';

const SETGID = 0o2000;

export interface ParentsOn {
  readonly root: TreeNode;
  readonly layer: number;
  readonly covered: Covered;
  /** @throws when links lead a longer way than any system would go */
  readonly walk: (steps: number) => void;
}

/** Names under which a layer below has what is no folder, or deletes; for all layers. */
export class Covered {
  readonly #names = new Map<TreeNode['children'], Set<string>>();

  add(siblings: TreeNode['children'], name: string): void {
    const names = this.#names.get(siblings) ?? new Set();
    this.#names.set(siblings, names.add(flat(name)));
  }

  has(siblings: TreeNode['children'], name: string): boolean {
    return this.#names.get(siblings)?.has(name) === true;
  }
}

export interface Parent {
  readonly folder: TreeNode;
  /** A link leads to it. */
  readonly isThrough: boolean;
}

/** By the names in a folder, what was there: this layer took it away. */
type Gone = Map<string, TreeNode['kind']>;

interface Walk {
  readonly entry: TreeEntry;
  /** From the root on. */
  readonly above: TreeNode[];
  /** The last is the next. */
  rest: string[];
  /** So many of the rest are the entry's own; what is before them, a link says. */
  own: number;
  links: number;
  isCovered: boolean;
}

export class ParentFinder {
  readonly #on: ParentsOn;
  /** Folders of this layer that no entry names, and what was put there through a link. */
  readonly #unnamed = new Set<TreeNode>();
  readonly #followed = new Set<TreeNode>();
  readonly #gone = new Map<TreeNode['children'], Gone>();

  constructor(on: ParentsOn) {
    this.#on = on;
  }

  /** Brought by this layer, or a folder that it makes again for what it puts there. */
  isHere(node: TreeNode): boolean {
    return node.layer === this.#on.layer || this.#unnamed.has(node);
  }

  /** Brought by an entry under its own name. */
  isNamed(node: TreeNode): boolean {
    return !this.#unnamed.has(node);
  }

  isFollowed(node: TreeNode): boolean {
    return this.#followed.has(node);
  }

  leaveUnnamed(node: TreeNode): void {
    this.#unnamed.add(node);
  }

  goneFrom(siblings: TreeNode['children']): Gone {
    const gone: Gone = this.#gone.get(siblings) ?? new Map<string, TreeNode['kind']>();
    this.#gone.set(siblings, gone);
    return gone;
  }

  /** Makes folders that no entry names, and follows links as an engine does. @throws {BadArchive} */
  find(parts: readonly string[], entry: TreeEntry): Parent {
    const walk: Walk = {
      entry,
      above: [this.#on.root],
      rest: parts.toReversed(),
      own: parts.length,
      links: 0,
      isCovered: false,
    };
    for (let part = walk.rest.pop(); part !== undefined; part = walk.rest.pop())
      this.#step(walk, part);
    return {folder: walk.above.at(-1) ?? this.#on.root, isThrough: walk.links > 0};
  }

  #step(walk: Walk, part: string): void {
    const {above, rest, entry} = walk;
    if (walk.links > 0) this.#on.walk(1);
    const isOwn = rest.length < walk.own;
    if (part === '' || part === '.') return;
    if (part === '..') {
      if (above.length > 1) above.pop();
      return;
    }
    const folder = above.at(-1) ?? this.#on.root;
    const node = folder.children?.get(part);
    if (node === undefined) above.push(this.#make(walk, part, isOwn));
    else if (node.kind === 'symlink') this.#enter(walk, node, isOwn);
    else if (node.kind !== 'folder') throw oddEntry(entry.name, 'is in a folder that is none');
    else if (!isOwn && !this.isHere(node))
      throw oddEntry(entry.name, 'is behind a link into a layer below');
    else {
      if (!this.isHere(node)) this.#unnamed.add(node);
      above.push(node);
    }
    walk.isCovered ||= this.#on.covered.has(folder.children, part);
  }

  #make({entry, above, isCovered}: Walk, part: string, isOwn: boolean): TreeNode {
    const {children, mode, gid} = above.at(-1) ?? this.#on.root;
    if (!isOwn) throw oddEntry(entry.name, 'is behind a link to what is not there');
    if (this.#gone.get(children)?.has(part) === true)
      throw oddEntry(entry.name, 'is in a folder that its layer has removed');
    // containerd looks for its rights in the layers below, and stops at what is no folder there.
    if (isCovered) throw oddEntry(entry.name, 'is in a folder that no entry names, in a new one');
    const made = newFolder(this.#on.layer);
    // As Linux does, and containerd leaves it.
    if ((mode & SETGID) !== 0) made.gid = gid;
    this.#unnamed.add(made);
    children?.set(flat(part), made);
    return made;
  }

  /** An overlay does not see links of other layers, and makes a folder in their place. */
  #enter(walk: Walk, link: TreeNode, isOwn: boolean): void {
    const {entry, above} = walk;
    if (link.layer !== this.#on.layer)
      throw oddEntry(entry.name, 'is behind a link of a layer below');
    walk.links += 1;
    if (walk.links > MOST_LINKS) throw oddEntry(entry.name, 'is behind links in a circle');
    this.#followed.add(link);
    const target = link.target ?? '';
    this.#on.walk(target.length + walk.rest.length);
    if (isOwn) walk.own = walk.rest.length;
    if (target.startsWith('/')) above.length = 1;
    walk.rest = [...walk.rest, ...target.split('/').toReversed()];
  }
}
