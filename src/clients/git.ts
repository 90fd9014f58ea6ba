/** What git says of the repository that a folder lies in. */
import {join, relative} from 'node:path';
import type {Deps} from '../deps.ts';
import {isKnown, known, mapKnown, unable, type Known} from '../domain/known.ts';
import {runGit, type Git, type GitCommand} from './git/run-git.ts';
import {dirtyIn} from './git/dirty.ts';
import {indexedFiles} from './git/indexed.ts';
import {findRepository} from './git/repository.ts';

export {findCheckout} from './git/checkout.ts';
export {compareWorkTree, type WorkTreeChanges} from './git/compare.ts';
export {findRepository, findRoot, type Repository, type Root} from './git/repository.ts';

async function ask(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  cwd: string,
  question: GitCommand,
): Promise<Known<string>> {
  const {git} = await findRepository(deps, cwd);
  return isKnown(git) ? runGit(deps, git.value, question) : git;
}

/** The commit that is checked out. */
export async function findHead(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  cwd: string,
): Promise<Known<string>> {
  const head = await ask(deps, cwd, {args: ['rev-parse', '--verify', 'HEAD']});
  return mapKnown(head, (sha) => sha.trim());
}

/** Parents of the commit that is checked out, first one first; known in a shallow clone too. */
export async function findParents(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  cwd: string,
): Promise<readonly string[]> {
  const commit = await ask(deps, cwd, {args: ['cat-file', 'commit', 'HEAD']});
  const [head = ''] = isKnown(commit) ? commit.value.split('\n\n') : [];
  return [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].flatMap(([, sha]) => sha ?? []);
}

/** Files below `cwd` that git tracks, relative to it. */
export async function listFiles(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  cwd: string,
): Promise<Known<readonly string[]>> {
  const {root, git} = await findRepository(deps, cwd);
  if (root === undefined) return isKnown(git) ? unable('it has no root') : git;
  const folder = relative(root, await deps.files.realPath(cwd));
  const listed = isKnown(git)
    ? await listedBy(deps, git.value, folder)
    : await indexedFiles(deps, root);
  const start = folder === '' ? '' : `${folder}/`;
  return mapKnown(listed, (paths) =>
    paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length)),
  );
}

async function listedBy(
  deps: Pick<Deps, 'exec' | 'workflow'>,
  git: Git,
  folder: string,
): Promise<Known<readonly string[]>> {
  const below = folder === '' ? [] : ['--', folder];
  const listed = await runGit(deps, git, {args: ['ls-files', '-z', '--cached', ...below]});
  return mapKnown(listed, (text) => text.split('\0').filter((path) => path !== ''));
}

/** Folders below `cwd` that hold submodules, relative to it; none where git does not answer. */
export async function listSubmodules(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  cwd: string,
): Promise<readonly string[]> {
  const {root, git} = await findRepository(deps, cwd);
  if (root === undefined || !isKnown(git)) return [];
  const isAny = (await deps.files.stat(join(root, '.gitmodules'))) !== undefined;
  const folder = relative(root, await deps.files.realPath(cwd));
  const below = folder === '' ? [] : ['--', folder];
  const listed = isAny
    ? await runGit(deps, git.value, {args: ['ls-files', '-z', '--stage', ...below]})
    : known('');
  const entries = isKnown(listed) ? listed.value.split('\0') : [];
  return entries.flatMap((entry) => {
    const path = /^160000 [0-9a-f]+ \d\t(.+)$/s.exec(entry)?.[1];
    return path === undefined ? [] : [relative(folder, path)];
  });
}

/** The first file that is not as the commit has it; undefined where all are. Files that git does not track do not count. */
export async function findDirty(deps: Deps, cwd: string): Promise<Known<string | undefined>> {
  const {git} = await findRepository(deps, cwd);
  return isKnown(git) ? dirtyIn(deps, git.value) : git;
}
