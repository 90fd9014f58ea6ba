/** What a tree is made of. Pure. */
import type {EntryKind, TreeEntry} from '../archive/entry.ts';

/** What a path leads to; names that are hard links lead to one. */
export interface TreeNode {
  readonly kind: Exclude<EntryKind, 'hardlink' | 'global'>;
  readonly size: number;
  /** A hard link to it that comes later says these anew. */
  mode: number;
  uid: number;
  gid: number;
  mtime: number;
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

const FOLDER = {kind: 'folder', size: 0, mode: 0o755, uid: 0, gid: 0, mtime: 0} as const;

export function newFolder(layer: number): TreeNode {
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
export function newNode(
  {size, mode, uid, gid, mtime, target, isProgram = false, content}: TreeEntry,
  {
    kind,
    layer,
    old,
  }: {readonly kind: TreeNode['kind']; readonly layer: number; readonly old: TreeNode | undefined},
): TreeNode {
  return {
    kind,
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
