/**
 * Records of packages that a later layer removed, while files of the packages are still there: removing a
 * record does not remove a package. Pure.
 */
import {folderOfRecord, foldersOfFile} from './folder-records.ts';
import {joined, pathParts} from './names.ts';
import type {Tree, TreeEntry} from './tree.ts';
import {deletedBy, foldersAnd} from './whiteouts.ts';

export interface RemovedRecord {
  /** Of a package of a language, or the list of a system's packages. */
  readonly path: string;
  /** Of a list: the packages that are no longer in it. */
  readonly names?: readonly string[];
  /** How many of the lowest layers make an image that still has it. */
  readonly layers: number;
  /** Position of the layer that removed it; absent: that is not known. */
  readonly removedBy?: number;
}

const DPKG = /^var\/lib\/dpkg\/status$/;
const APK = /^(?:usr\/)?lib\/apk\/db\/installed$/;
const PYTHON = /^(?:.*\/)?[^/]+\.dist-info\/RECORD$/;
/** Programs and libraries: what is run, and not what configures or documents it, or is made anew. */
const CODE = /\.(?:py|so(?:\.[\d.]+)?|js|mjs|cjs|node|pl|pm|rb|jar|a|dll)$|(?:^|\/)s?bin\/[^/]+$/i;

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
  /** Names of a list, or paths of a package's files. */
  readonly lines: readonly string[];
  readonly removedBy?: number;
}

export class RecordHistory {
  /** Of languages: all that any layer brought, the last of each path. */
  readonly #records = new Map<string, Seen>();
  /** Of systems: each state of a list; one that is deleted is empty. */
  readonly #lists = new Map<string, Seen[]>();
  #layer = -1;

  apply(entries: readonly TreeEntry[]): void {
    this.#layer += 1;
    this.#delete(deletedBy(entries));
    for (const {name, kind, content} of entries) {
      if (kind !== 'file') continue;
      const path = pathParts(name).join('/');
      const layer = this.#layer;
      if (folderOfRecord(path) !== undefined) this.#records.set(path, {layer, lines: []});
      if (content === undefined) continue;
      if (PYTHON.test(path)) this.#records.set(path, {layer, lines: pythonFiles(path, content)});
      const lines = namesOf(path, content);
      if (lines !== undefined) this.#list(path, lines);
    }
  }

  #delete(deleted: ReadonlySet<string>): void {
    if (deleted.size === 0) return;
    const isDeleted = (path: string): boolean => foldersAnd(path).some((name) => deleted.has(name));
    for (const [path, seen] of this.#records)
      if (seen.removedBy === undefined && isDeleted(path))
        this.#records.set(path, {...seen, removedBy: this.#layer});
    for (const path of this.#lists.keys()) if (isDeleted(path)) this.#list(path, []);
  }

  #list(path: string, lines: readonly string[]): void {
    const lists = this.#lists.get(path) ?? [];
    lists.push({layer: this.#layer, lines});
    this.#lists.set(path, lists);
  }

  /** Of packages of a language those alone of which code is still there; of a system's nobody knows yet. */
  removed(tree: Tree): readonly RemovedRecord[] {
    return [...this.#ofLists(), ...this.#ofPython(tree), ...this.#ofFolders(tree)];
  }

  *#ofLists(): Generator<RemovedRecord> {
    for (const [path, lists] of this.#lists) {
      const later = new Set<string>();
      for (const [index, {layer, lines}] of [...lists.entries()].reverse()) {
        const names = lines.filter((name) => !later.has(name));
        const next = lists[index + 1];
        if (next !== undefined && names.length > 0)
          yield {path, names, layers: layer + 1, removedBy: next.layer};
        for (const name of lines) later.add(name);
      }
    }
  }

  *#ofPython(tree: Tree): Generator<RemovedRecord> {
    for (const [path, {layer, lines, removedBy}] of this.#records) {
      const record = path.replace(/RECORD$/, 'METADATA');
      if (!PYTHON.test(path) || tree.at(record)?.kind === 'file') continue;
      if (lines.some((file) => isStillThere(tree, file, layer + 1)))
        yield {path: record, layers: layer + 1, ...(removedBy !== undefined && {removedBy})};
    }
  }

  *#ofFolders(tree: Tree): Generator<RemovedRecord> {
    const missing = new Map<string, RemovedRecord>();
    for (const [path, {layer, removedBy}] of this.#records) {
      const folder = folderOfRecord(path);
      if (folder !== undefined && tree.at(path)?.kind !== 'file')
        missing.set(folder, {path, layers: layer + 1, ...(removedBy !== undefined && {removedBy})});
    }
    if (missing.size === 0) return;
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
}

/** Undefined for what is no list of packages. */
function namesOf(path: string, content: Uint8Array): readonly string[] | undefined {
  if (APK.test(path))
    return [...textOf(content).matchAll(/^P:(\S+)/gm)].map(([, name = '']) => name);
  if (!DPKG.test(path)) return undefined;
  return textOf(content)
    .split('\n\n')
    .filter((one) => /^Status: .* installed$/m.test(one))
    .flatMap((one) => /^Package: (\S+)/m.exec(one)?.[1] ?? []);
}

/** PEP 376: relative to the folder that the record's own lies in. */
function pythonFiles(record: string, content: Uint8Array): readonly string[] {
  const folder = record.split('/').slice(0, -2).join('/');
  return textOf(content)
    .split('\n')
    .map((line) => line.split(',', 1)[0] ?? '')
    .filter((file) => file !== '' && !file.startsWith('/') && !file.includes('..'))
    .map((file) => joined(folder, file));
}

function textOf(content: Uint8Array): string {
  return Buffer.from(content).toString('latin1');
}
