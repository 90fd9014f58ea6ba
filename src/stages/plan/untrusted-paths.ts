/** What of a place on this disk is not as a commit has it that may be built: threats.md rule 10. */
import {dirname, join, relative, resolve} from 'node:path';
import {compareWorkTree, findHead} from '../../clients/git.ts';
import type {Deps} from '../../deps.ts';
import {isInside} from '../../domain/inside.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {memoize} from '../../domain/memoize.ts';
import type {MayBuild} from './trusted-commits.ts';

/** Something that a stranger can have put there. */
export interface UntrustedPath {
  /** Absolute. */
  readonly path: string;
  /** What is wrong, after its name. */
  readonly why: string;
}

export interface Holding {
  readonly deps: Deps;
  /** Absolute, as the job names it, and with its links resolved. */
  readonly workspace: {readonly named: string; readonly real: string};
  readonly mayBuild: MayBuild;
}

/** `unable`: what is wrong with all of it, after its name. */
export type UntrustedPathFinder = (path: string) => Promise<Known<readonly UntrustedPath[]>>;

const SHORT_COMMIT = 12;

/** Each place is looked at once. */
export function untrustedPathFinder(holding: Holding): UntrustedPathFinder {
  const headOf = memoize(
    (root: string) => findHead(holding.deps, root),
    (root) => root,
  );
  return memoize(
    (path) => doubtsOf(path, {...holding, headOf}),
    (path) => path,
  );
}

interface Looking extends Holding {
  readonly headOf: (root: string) => Promise<Known<string>>;
}

/**
 * Of the nearest checkout that may be built. A submodule's own commit is another repository's: it is held
 * to the one that the checkout around it has recorded.
 */
async function doubtsOf(path: string, looking: Looking): Promise<Known<readonly UntrustedPath[]>> {
  const roots = await rootsAbove(path, looking);
  let nearest: Known<never> | undefined;
  for (const root of roots) {
    const commit = await standing(root, looking);
    if (!isKnown(commit)) {
      nearest ??= commit;
      continue;
    }
    const found = await compare({root, commit: commit.value, path}, looking);
    const isClean = isKnown(found) && found.value.length === 0;
    if (nearest === undefined || isClean) return found;
    return nearest;
  }
  return nearest ?? unable('lies in no checkout of this repository');
}

/** The commit of a checkout, where it may be built. */
async function standing(
  root: string,
  {headOf, mayBuild, workspace}: Looking,
): Promise<Known<string>> {
  const head = await headOf(root);
  const name = relative(workspace.real, root) || 'the workspace';
  if (!isKnown(head)) return unable(`lies in ${name}, whose commit is not known (${head.unable})`);
  const verdict = await mayBuild(head.value);
  return isKnown(verdict) ? head : verdict;
}

async function compare(
  {root, commit, path}: {readonly root: string; readonly commit: string; readonly path: string},
  {deps}: Looking,
): Promise<Known<readonly UntrustedPath[]>> {
  const asked = {root, commit, paths: [relative(root, path) || '.']};
  const compared = await compareWorkTree(deps, asked);
  const of = `commit ${commit.slice(0, SHORT_COMMIT)}`;
  if (!isKnown(compared)) return unable(`cannot be compared with ${of} (${compared.unable})`);
  const {changed, untracked, unknown} = compared.value;
  const doubt = (name: string, why: string): UntrustedPath => ({path: join(root, name), why});
  return known([
    ...changed.map((name) => doubt(name, `is not as ${of} has it`)),
    ...untracked.map((name) => doubt(name, `is not in ${of}`)),
    ...unknown.map(({path: name, reason}) =>
      doubt(name, `is not known to be as ${of} has it (${reason})`),
    ),
  ]);
}

/** Folders with a `.git` of their own, the nearest first, none above the workspace. */
async function rootsAbove(path: string, {deps, workspace}: Looking): Promise<readonly string[]> {
  const roots: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    if (!isInside(folder, workspace.real)) return roots;
    const isRoot = (await deps.files.stat(join(folder, '.git'))) !== undefined;
    // What is reached by a link is a place of the checkout that has the link.
    if (isRoot && (await findRealPath(folder, deps)) === folder) roots.push(folder);
  }
}

/**
 * Where a path leads that is written in a definition. Whether `..` is resolved before or after links
 * differs between tools: where it matters, both count.
 */
export async function resolvePaths(
  written: string,
  {folder, holding}: {readonly folder: string; readonly holding: Holding},
): Promise<readonly string[]> {
  const {deps, workspace} = holding;
  const whole = written.startsWith('/') ? written : `${folder}/${written}`;
  const plain = resolve(whole);
  const place = isInside(plain, workspace.named)
    ? join(workspace.real, relative(workspace.named, plain))
    : plain;
  const [real, other] = await Promise.all([findRealPath(plain, deps), findRealPath(whole, deps)]);
  return other === undefined || other === real ? [place] : [place, other];
}

export async function findRealPath(
  path: string,
  {files}: Pick<Deps, 'files'>,
): Promise<string | undefined> {
  try {
    return await files.realPath(path);
  } catch {
    return undefined;
  }
}
