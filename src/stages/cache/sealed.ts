/**
 * A kept folder that is held to its digest as a whole: what it holds stands in a list of its own, which is
 * checked before anything of it is parsed. Who may write the list too is trusted (SECURITY.md).
 */
import {basename, dirname, join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {contentsText, parseContents, type SealedFile} from '../../domain/keep/contents-list.ts';

const CONTENTS = 'contents';
const LARGEST_CONTENTS = 4 * 1024 * 1024;
/** Another run may put a new folder in its place just then. */
const MOST_TRIES = 3;

export type Sealed =
  | {readonly state: 'absent'}
  | {readonly state: 'whole'; readonly files: ReadonlyMap<string, SealedFile>}
  /** The first file that is not as it was kept. */
  | {readonly state: 'damaged'; readonly file: string};

export interface OpenOptions {
  /** False: names and sizes alone, of files that whoever reads them holds to their digest. */
  readonly digests: boolean;
}

/** Never rejects. */
export async function openSealed(
  folder: string,
  options: OpenOptions,
  deps: Deps,
): Promise<Sealed> {
  for (let tries = 1; ; tries += 1) {
    const before = await readList(folder, deps);
    const sealed = await compare(folder, before, {...options, deps}).catch((): Sealed => ({
      state: 'damaged',
      file: CONTENTS,
    }));
    if (sealed.state !== 'damaged' || tries === MOST_TRIES) return sealed;
    if ((await readList(folder, deps)) === before) return sealed;
  }
}

async function readList(folder: string, {files}: Pick<Deps, 'files'>): Promise<string | undefined> {
  const path = join(folder, CONTENTS);
  try {
    if ((await files.stat(path))?.kind !== 'file') return undefined;
    return await files.readText(path, LARGEST_CONTENTS);
  } catch {
    return undefined;
  }
}

async function compare(
  folder: string,
  list: string | undefined,
  {digests, deps}: OpenOptions & {readonly deps: Deps},
): Promise<Sealed> {
  const found = await namesIn(folder, deps);
  if (list === undefined && found.length === 0) return {state: 'absent'};
  const files = list === undefined ? undefined : parseContents(list);
  if (files === undefined) return {state: 'damaged', file: CONTENTS};
  const strange = found.find((name) => name !== CONTENTS && !files.has(name));
  if (strange !== undefined) return {state: 'damaged', file: strange};
  for (const {name, bytes, digest} of files.values()) {
    const stat = await deps.files.stat(join(folder, name));
    const isThere = stat?.kind === 'file' && stat.bytes === bytes;
    if (!isThere || (digests && (await deps.files.sha256(join(folder, name))) !== digest))
      return {state: 'damaged', file: name};
  }
  return {state: 'whole', files};
}

/** Of everything that is no folder. */
async function namesIn(
  folder: string,
  deps: Pick<Deps, 'files'>,
  below = '',
): Promise<readonly string[]> {
  const all: string[] = [];
  for (const name of await deps.files.list(join(folder, below))) {
    const path = below === '' ? name : `${below}/${name}`;
    const isFolder = (await deps.files.stat(join(folder, path)))?.kind === 'folder';
    all.push(...(isFolder ? await namesIn(folder, deps, path) : [path]));
  }
  return all;
}

export interface FileToKeep {
  readonly name: string;
  /** Where it is now. */
  readonly from: string;
  /** SHA-256 where it is known. */
  readonly digest?: string;
}

/** Puts a folder with these files in its place, with their list: it appears whole or not at all. */
export async function replaceSealed(
  folder: string,
  wanted: readonly FileToKeep[],
  deps: Pick<Deps, 'cleanup' | 'files' | 'runId'>,
): Promise<void> {
  const {files, cleanup, runId} = deps;
  const beside = (word: string): string =>
    join(dirname(folder), `.${word}-${runId}-${basename(folder)}`);
  const [fresh, old] = [beside('fresh'), beside('old')];
  const owned = [fresh, old].map((path) => ({kind: 'folder', path, life: 'run'}) as const);
  for (const thing of owned) cleanup.own(thing);
  try {
    await files.makeFolder(fresh);
    await files.setMode(fresh, 0o700);
    const listed: SealedFile[] = [];
    for (const {name, from, digest} of wanted) {
      const path = join(fresh, name);
      await files.makeFolder(dirname(path));
      await shareFile(from, path, deps);
      const bytes = (await files.stat(path))?.bytes ?? 0;
      listed.push({name, bytes, digest: digest ?? (await files.sha256(path))});
    }
    await files.write(join(fresh, CONTENTS), contentsText(listed));
    if ((await files.stat(folder)) !== undefined) await files.rename(folder, old);
    await files.rename(fresh, folder);
  } finally {
    for (const thing of owned) await cleanup.remove(thing);
  }
}

/** One file under two names; where the other name is on another disk, a copy, which appears whole. */
export async function shareFile(
  from: string,
  to: string,
  {files, runId}: Pick<Deps, 'files' | 'runId'>,
): Promise<void> {
  try {
    await files.hardLink(from, to);
  } catch {
    const unfinished = join(dirname(to), `.${runId}-${basename(to)}`);
    await files.copy(from, unfinished);
    await files.rename(unfinished, to);
  }
}
