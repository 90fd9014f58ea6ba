/**
 * What of a work tree is not as a commit has it. Neither the repository's index nor its refs are asked, and
 * what a commit holds is held to the commit's name: all of `.git` may have been put there by a stranger.
 */
import {join, normalize, relative, resolve} from 'node:path';
import type {Deps, FileStat} from '../../deps.ts';
import {byFolder, splitPath, type TreeEntry} from '../../domain/git/tree.ts';
import {isKnown, known, type Known} from '../../domain/known.ts';
import {settle, type Suspect} from './attributes.ts';
import {hashesTo} from './blob.ts';
import {repositoryAt} from './repository.ts';
import {readTree} from './tree.ts';

/** Paths are relative to the root. */
export interface WorkTreeChanges {
  /** Other bytes, another kind, another right to execute, or not there. */
  readonly changed: readonly string[];
  /** Files that the commit does not have; ignored ones too. */
  readonly untracked: readonly string[];
  /** Neither known to be unchanged nor to be changed. */
  readonly unknown: readonly {readonly path: string; readonly reason: string}[];
}

export interface CompareRequest {
  /** Absolute, links resolved: the folder that has `.git`. */
  readonly root: string;
  /** A whole name: no ref is believed. */
  readonly commit: string;
  /** Files and folders relative to the root; a link is followed. `.` is all. */
  readonly paths: readonly string[];
}

interface Entry extends TreeEntry {
  readonly path: string;
}

interface Comparing {
  readonly deps: Deps;
  readonly root: string;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly children: ReadonlyMap<string, readonly Entry[]>;
  readonly changed: Set<string>;
  readonly untracked: Set<string>;
  readonly unknown: Map<string, string>;
  readonly suspects: Map<string, Suspect>;
}

const MOST_LINKS = 40;
const MOST_UNTRACKED = 100_000;

/** `unable` where git does not answer for this root or does not have the commit. */
export async function compareWorkTree(
  deps: Deps,
  {root, commit, paths}: CompareRequest,
): Promise<Known<WorkTreeChanges>> {
  const git = await repositoryAt(deps, root);
  if (!isKnown(git)) return git;
  const tree = await readTree(deps, git.value, commit);
  if (!isKnown(tree)) return tree;
  const entries = tree.value.map((entry) => ({...entry, path: decoded(entry.bytes)}));
  const comparing: Comparing = {
    deps,
    root,
    entries: new Map(entries.map((entry) => [entry.path, entry])),
    children: byFolder(entries, ({path}) => path),
    changed: new Set(),
    untracked: new Set(),
    unknown: new Map(),
    suspects: new Map(),
  };
  for (const path of paths) await follow(comparing, path, 0);
  const settled = await settle(deps, {git: git.value, commit}, [...comparing.suspects.values()]);
  return known({
    changed: [...comparing.changed, ...settled.changed].sort(),
    untracked: [...comparing.untracked].sort(),
    unknown: [
      ...[...comparing.unknown].map(([path, reason]) => ({path, reason})),
      ...settled.unknown,
    ],
  });
}

function decoded(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Down from the root, so that a link on the way is held to the commit before it is followed. */
async function follow(comparing: Comparing, asked: string, links: number): Promise<void> {
  const {deps, root, entries, unknown} = comparing;
  const path = normalize(asked).replace(/\/$/, '');
  if (path === '..' || path.startsWith('../') || path.startsWith('/') || links > MOST_LINKS) {
    unknown.set(asked, 'it leads out of the repository');
    return;
  }
  const parts = path === '.' ? [] : path.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const here = parts.slice(0, depth).join('/');
    const rest = parts.slice(depth).join('/');
    if ((await deps.files.stat(join(root, here)))?.kind === 'link') {
      await compareAt(comparing, here);
      const target = resolve(
        join(root, splitPath(here)[0]),
        await deps.files.readLink(join(root, here)),
      );
      return follow(comparing, relative(root, join(target, rest)) || '.', links + 1);
    }
    const entry = entries.get(here);
    if (entry?.mode === '160000') return compareSubmodule(comparing, entry, rest || '.');
  }
  await compareAt(comparing, parts.join('/'));
}

/** A file, or a folder with all that is in it; the root is the empty text. */
async function compareAt(comparing: Comparing, path: string): Promise<void> {
  const {deps, root, entries, changed, unknown} = comparing;
  const entry = entries.get(path);
  const stat = await deps.files.stat(join(root, path));
  if (path === '' || entry?.mode === '040000') {
    if (stat === undefined || stat.kind === 'folder') return compareFolder(comparing, path);
    changed.add(path);
    return;
  }
  if (entry === undefined) return addUntracked(comparing, path);
  if (path.includes('\ufffd') && Buffer.from(path).toString('latin1') !== entry.bytes)
    unknown.set(path, 'its name is not UTF-8');
  else if (entry.mode === '160000') await compareSubmodule(comparing, entry, '.');
  else if (stat === undefined || !isOfKind(stat, entry)) changed.add(path);
  else await compareContent(comparing, entry);
}

/** A folder that is not there has none of its files. */
async function compareFolder(comparing: Comparing, folder: string): Promise<void> {
  const {deps, root, children} = comparing;
  const there = await deps.files.list(join(root, folder));
  const tracked = (children.get(folder) ?? []).map(({path}) => splitPath(path)[1]);
  for (const name of new Set([...tracked, ...there]))
    if (folder !== '' || name !== '.git')
      await compareAt(comparing, folder === '' ? name : `${folder}/${name}`);
}

function isOfKind({kind, mode}: FileStat, entry: Entry): boolean {
  if (entry.mode === '120000') return kind === 'link';
  return kind === 'file' && ((mode & 0o100) !== 0) === (entry.mode === '100755');
}

async function compareContent(comparing: Comparing, entry: Entry): Promise<void> {
  const {deps, root, suspects, unknown, changed} = comparing;
  const {path, sha} = entry;
  try {
    if (await hashesTo(deps, {root, path, sha})) return;
  } catch {
    unknown.set(path, 'it cannot be read');
    return;
  }
  if (entry.mode === '120000') changed.add(path);
  else suspects.set(path, {path, sha});
}

async function addUntracked(comparing: Comparing, path: string): Promise<void> {
  const {deps, root, untracked, unknown} = comparing;
  const stat = await deps.files.stat(join(root, path));
  if (stat === undefined) return;
  if (untracked.size >= MOST_UNTRACKED) {
    unknown.set(path, `it is one of more than ${MOST_UNTRACKED} files that are not in the commit`);
    return;
  }
  if (stat.kind !== 'folder') {
    untracked.add(path);
    return;
  }
  for (const name of await deps.files.list(join(root, path)))
    await addUntracked(comparing, `${path}/${name}`);
}

/** One that was not checked out is an empty folder, and nothing can be built from it. */
async function compareSubmodule(comparing: Comparing, entry: Entry, inside: string): Promise<void> {
  const {deps, root, changed, untracked, unknown} = comparing;
  const folder = join(root, entry.path);
  const kind = (await deps.files.stat(folder))?.kind;
  if (kind === undefined) return;
  if (kind !== 'folder') {
    changed.add(entry.path);
    return;
  }
  if ((await deps.files.list(folder)).length === 0) return;
  const inner = await compareWorkTree(deps, {root: folder, commit: entry.sha, paths: [inside]});
  if (!isKnown(inner)) {
    unknown.set(entry.path, inner.unable);
    return;
  }
  const here = (path: string): string => `${entry.path}/${path}`;
  for (const path of inner.value.changed) changed.add(here(path));
  for (const path of inner.value.untracked) untracked.add(here(path));
  for (const {path, reason} of inner.value.unknown) unknown.set(here(path), reason);
}
