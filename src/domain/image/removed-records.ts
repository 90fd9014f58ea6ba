/**
 * Records of packages that a later layer removed, while files of the packages are still there: removing a
 * record does not remove a package. Pure.
 */
import {folderOfListed, folderOfRecord, foldersOfFile, isRecordFile} from './folder-records.ts';
import {pathParts} from './names.ts';
import {filesIn, isDatabase, namesIn, type ListedFiles} from './package-lists.ts';
import {defined} from '../defined.ts';
import type {TreeEntry} from '../archive/entry.ts';
import type {Tree} from './tree.ts';
import {deletedBy, foldersAnd} from './whiteouts.ts';

export interface RemovedRecord {
  /** Of a package of a language, or the list of many packages. */
  readonly path: string;
  /** Of a list: the packages that are no longer in it. Of a database nobody knows them but the scanner. */
  readonly names?: readonly string[];
  readonly isDatabase?: true;
  /** How many of the lowest layers make an image that still has it. */
  readonly layers: number;
  /** Position of the layer that removed it; absent: that is not known. */
  readonly removedBy?: number;
}

/** Programs and libraries: what is run, and not what configures or documents it, or is made anew. */
const CODE =
  /\.(?:py|so(?:\.[\d.]+)?|js|mjs|cjs|node|pl|pm|rb|php|jar|a|dll)$|(?:^|\/)s?bin\/[^/]+$/i;

export function isCode(path: string): boolean {
  return CODE.test(path) && !/(?:^|\/)(?:__pycache__|doc|docs|man|licenses)\//.test(path);
}

/** True when a program or library of the lowest layers is still in the final tree. */
export function isStillThere(tree: Tree, path: string, layers: number): boolean {
  const node = isCode(path) ? tree.at(path) : undefined;
  return node?.kind === 'file' && node.layer < layers;
}

interface Seen {
  readonly layer: number;
  readonly removedBy?: number;
}

/** One state of a list. */
interface State {
  readonly layer: number;
  readonly names: readonly string[];
}

export class RecordHistory {
  /** Of single packages: all that any layer brought, the last of each path. */
  readonly #records = new Map<string, Seen>();
  /** By record, the package's own files as any list beside it had them: a later one may be emptied. */
  readonly #files = new Map<string, Set<string>>();
  /** Each state of a list; one that is deleted is empty. */
  readonly #lists = new Map<string, State[]>();
  #layer = -1;

  apply(entries: readonly TreeEntry[]): void {
    this.#layer += 1;
    this.#delete(deletedBy(entries));
    for (const {name, kind, content} of entries) {
      if (kind !== 'file') continue;
      const path = pathParts(name).join('/');
      if (isRecordFile(path)) this.#records.set(path, {layer: this.#layer});
      if (isDatabase(path)) this.#list(path, []);
      if (content === undefined) continue;
      const listed = filesIn(path, content);
      if (listed !== undefined) this.#listFiles(listed);
      const names = namesIn(path, content);
      if (names !== undefined) this.#list(path, names);
    }
  }

  #listFiles({record, files}: ListedFiles): void {
    const known = this.#files.get(record) ?? new Set();
    for (const file of files) known.add(file);
    this.#files.set(record, known);
  }

  #delete(deleted: ReadonlySet<string>): void {
    if (deleted.size === 0) return;
    const isDeleted = (path: string): boolean => foldersAnd(path).some((name) => deleted.has(name));
    for (const [path, seen] of this.#records)
      if (seen.removedBy === undefined && isDeleted(path))
        this.#records.set(path, {...seen, removedBy: this.#layer});
    for (const path of this.#lists.keys()) if (isDeleted(path)) this.#list(path, []);
  }

  #list(path: string, names: readonly string[]): void {
    const states = this.#lists.get(path) ?? [];
    states.push({layer: this.#layer, names});
    this.#lists.set(path, states);
  }

  /** Of packages of a language those alone of which code is still there; of a system's nobody knows yet. */
  removed(tree: Tree): readonly RemovedRecord[] {
    const lists = [...this.#ofLists()];
    return [
      ...lists.filter((one) => foldersOfList(one).length === 0),
      ...this.#withFiles(tree),
      ...this.#ofFolders(tree, lists),
    ];
  }

  *#ofLists(): Generator<RemovedRecord> {
    for (const [path, states] of this.#lists) {
      const later = new Set<string>();
      for (const [index, {layer, names}] of [...states.entries()].reverse()) {
        const next = states[index + 1];
        const removed = next && {path, layers: layer + 1, removedBy: next.layer};
        const gone = names.filter((name) => !later.has(name));
        if (removed !== undefined && isDatabase(path)) yield {...removed, isDatabase: true};
        else if (removed !== undefined && gone.length > 0) yield {...removed, names: gone};
        for (const name of names) later.add(name);
      }
    }
  }

  *#missing(tree: Tree): Generator<RemovedRecord> {
    for (const [path, {layer, removedBy}] of this.#records)
      if (tree.at(path)?.kind !== 'file') yield {path, layers: layer + 1, ...defined({removedBy})};
  }

  *#withFiles(tree: Tree): Generator<RemovedRecord> {
    for (const record of this.#missing(tree))
      for (const file of this.#files.get(record.path) ?? []) {
        if (!isStillThere(tree, file, record.layers)) continue;
        yield record;
        break;
      }
  }

  *#ofFolders(tree: Tree, lists: readonly RemovedRecord[]): Generator<RemovedRecord> {
    const missing = new Map<string, RemovedRecord>();
    for (const record of this.#missing(tree)) {
      // What a list of files says is better than a folder's name, which others may have too.
      const isListed = (this.#files.get(record.path)?.size ?? 0) > 0;
      const folder = isListed ? undefined : folderOfRecord(record.path);
      if (folder !== undefined) missing.set(folder, record);
    }
    for (const list of lists)
      for (const [folder, name] of foldersOfList(list))
        missing.set(folder, {...list, names: [name]});
    // A record of another version has taken its place.
    for (const path of this.#records.keys())
      if (tree.at(path)?.kind === 'file') missing.delete(folderOfRecord(path) ?? '');
    if (missing.size > 0) yield* stillInFolders(tree, missing);
  }
}

/** With the name of the package in each; none: where the packages of this list lie is not told by their names. */
function foldersOfList({path, names = []}: RemovedRecord): readonly (readonly [string, string])[] {
  return names.flatMap((name) => {
    const folder = folderOfListed(path, name);
    return folder === undefined ? [] : [[folder, name] as const];
  });
}

function* stillInFolders(
  tree: Tree,
  missing: Map<string, RemovedRecord>,
): Generator<RemovedRecord> {
  for (const {path, node} of tree.files()) {
    if (!isCode(path)) continue;
    for (const folder of foldersOfFile(path)) {
      const found = missing.get(folder);
      if (found === undefined || node.layer >= found.layers) continue;
      missing.delete(folder);
      yield found;
    }
  }
}
