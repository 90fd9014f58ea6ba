/** What is in an image: its biggest files and folders, tools left inside, files with special rights. Pure. */
import {nameText} from '../text/bytes.ts';
import type {RecordHistory, RemovedRecord} from './removed-records.ts';
import type {ScannerView} from './scanner-view.ts';
import {toSystemFacts, type SystemFacts} from './system.ts';
import type {Tree, TreeNode} from './tree.ts';
import {toolAtPath, type ToolKind} from './tools.ts';

/** Bytes at a path, and the layer that brought most of them. */
export interface Share {
  readonly path: string;
  readonly bytes: number;
  readonly layer: number;
}

export interface ToolFacts {
  readonly kind: ToolKind;
  /** `gcc`, `apt`, `pip cache`. */
  readonly name: string;
  readonly bytes: number;
  readonly files: number;
  /** The layer that brought most of it. */
  readonly layer: number;
}

export interface ContentFacts {
  readonly files: number;
  /** Bytes of regular files in the final tree, an inode once. */
  readonly inUseBytes: number;
  /** Most bytes first. */
  readonly biggestFiles: readonly Share[];
  readonly biggestFolders: readonly Share[];
  readonly tools: readonly ToolFacts[];
  /** Executables that run as their owner or group: setuid, setgid. */
  readonly privileged: readonly (Share & {readonly mode: number})[];
  /** Paths of .jar, .war, .ear and .par files. */
  readonly jars: readonly string[];
  /** Paths of files that tell of packages and that the scanner does not see; absent: none. */
  readonly unseenRecords?: readonly string[];
  /** Absent: none. */
  readonly removedRecords?: readonly RemovedRecord[];
  readonly system: SystemFacts;
}

const MOST = 100;
const JAR = /\.(jar|war|ear|par)$/i;
/** Folders are told down to this depth. */
const DEPTH = 4;
const SETUID_SETGID = 0o6000;
const EXECUTABLE = 0o111;

/** What names alone tell of the layers, in which more is to be seen than in their tree. */
export interface LayerViews {
  readonly view: ScannerView;
  readonly history: RecordHistory;
}

export function imageContents(tree: Tree, views?: LayerViews): ContentFacts {
  const seen = new Set<TreeNode>();
  const files: Share[] = [];
  const folders = new Sums();
  const tools = new Sums();
  const privileged: (Share & {mode: number})[] = [];
  const jars: string[] = [];
  let count = 0;
  let inUseBytes = 0;
  for (const {path, node} of tree.files()) {
    count += 1;
    if (JAR.test(path)) jars.push(nameText(path));
    if (isPrivileged(node))
      privileged.push({path: nameText(path), bytes: node.size, layer: node.layer, mode: node.mode});
    if (node.links > 1 && seen.has(node)) continue;
    if (node.links > 1) seen.add(node);
    inUseBytes += node.size;
    keepBiggest(files, {path, bytes: node.size, layer: node.layer});
    for (const folder of foldersOf(path)) folders.add(folder, node);
    const tool = toolAtPath(path);
    if (tool !== undefined) tools.add(`${tool.kind}\0${tool.name}`, node);
  }
  const unseenRecords = views?.view.unseen(tree) ?? [];
  const removedRecords = views?.history.removed(tree) ?? [];
  return {
    ...(unseenRecords.length > 0 && {unseenRecords}),
    ...(removedRecords.length > 0 && {removedRecords}),
    files: count,
    inUseBytes,
    privileged,
    jars,
    system: toSystemFacts(tree),
    biggestFiles: named(biggest(files)),
    biggestFolders: named(biggest(telling(folders.all()))),
    tools: tools
      .all()
      .filter(({bytes}) => bytes > 0)
      .map(({path, ...sum}) => ({...toolNamed(path), ...sum})),
  };
}

/** Sums of bytes by a name, and for each the layer with most of them. */
class Sums {
  readonly #sums = new Map<string, {bytes: number; files: number; layers: Map<number, number>}>();

  add(name: string, {size, layer}: TreeNode): void {
    const sum = this.#sums.get(name) ?? {bytes: 0, files: 0, layers: new Map<number, number>()};
    sum.bytes += size;
    sum.files += 1;
    sum.layers.set(layer, (sum.layers.get(layer) ?? 0) + size);
    this.#sums.set(name, sum);
  }

  all(): readonly (Share & {readonly files: number})[] {
    return [...this.#sums]
      .map(([path, {bytes, files, layers}]) => ({
        path,
        bytes,
        files,
        layer: [...layers].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0,
      }))
      .sort((a, b) => b.bytes - a.bytes);
  }
}

function toolNamed(key: string): {readonly kind: ToolKind; readonly name: string} {
  const [kind, name = ''] = key.split('\0');
  return {kind: kind as ToolKind, name};
}

function isPrivileged({mode}: TreeNode): boolean {
  return (mode & SETUID_SETGID) !== 0 && (mode & EXECUTABLE) !== 0;
}

/** `usr/lib/x/y/z/f` -> `usr`, `usr/lib`, `usr/lib/x`, `usr/lib/x/y`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1).slice(0, DEPTH);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** A folder whose bytes are nearly all in one folder below says nothing more than that one. */
function telling(folders: readonly Share[]): readonly Share[] {
  const below = new Map<string, number>();
  for (const {path, bytes} of folders) {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    below.set(parent, Math.max(below.get(parent) ?? 0, bytes));
  }
  return folders.filter(({path, bytes}) => (below.get(path) ?? 0) < bytes * 0.8);
}

/** Many more than are told are kept, so that sorting is rare. */
function keepBiggest(list: Share[], share: Share): void {
  list.push(share);
  if (list.length >= MOST * 20) list.splice(0, list.length, ...biggest(list));
}

function biggest(list: readonly Share[]): readonly Share[] {
  return [...list].sort((a, b) => b.bytes - a.bytes).slice(0, MOST);
}

function named(shares: readonly Share[]): readonly Share[] {
  return shares.map(({path, bytes, layer}) => ({path: nameText(path), bytes, layer}));
}
