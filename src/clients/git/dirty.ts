/** Whether what is checked out is as it was checked out, as `git status` says it, without filters and other programs. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {parseTree} from '../../domain/git/tree.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {runGit, type Git} from './run-git.ts';
import {compareWorkTree} from './compare.ts';
import {repositoryAt} from './repository.ts';

/** The first file that is not as the commit has it, relative to the root. */
export async function dirtyIn(deps: Deps, git: Git): Promise<Known<string | undefined>> {
  const head = await headOf(deps, git);
  if (!isKnown(head)) return head;
  const args = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=no'];
  const status = await runGit(deps, git, {args: [...args, '--ignore-submodules=all']});
  if (!isKnown(status)) return status;
  const paths = status.value.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3)]));
  if (paths.length === 0) return dirtySubmodule(deps, git);
  // To a git that runs no filter, a file that a filter has changed is another one.
  const compared = await compareWorkTree(deps, {root: git.root, commit: head.value, paths});
  if (!isKnown(compared)) return compared;
  const {changed, unknown} = compared.value;
  const [doubtful] = unknown;
  if (changed[0] !== undefined) return known(changed[0]);
  return doubtful === undefined
    ? dirtySubmodule(deps, git)
    : unable(`whether ${doubtful.path} was changed is not known, ${doubtful.reason}`);
}

async function headOf(deps: Pick<Deps, 'exec' | 'workflow'>, git: Git): Promise<Known<string>> {
  const head = await runGit(deps, git, {args: ['rev-parse', '--verify', 'HEAD']});
  return isKnown(head) ? known(head.value.trim()) : head;
}

/** One that was not checked out is an empty folder. */
async function dirtySubmodule(deps: Deps, git: Git): Promise<Known<string | undefined>> {
  const tree = await runGit(deps, git, {args: ['ls-tree', '-r', '-z', 'HEAD']});
  if (!isKnown(tree)) return tree;
  for (const {mode, sha, bytes: path} of parseTree(tree.value)) {
    if (mode !== '160000') continue;
    const folder = join(git.root, path);
    if ((await deps.files.list(folder)).length === 0) continue;
    const inner = await repositoryAt(deps, folder);
    if (!isKnown(inner)) return inner;
    const head = await headOf(deps, inner.value);
    if (!isKnown(head)) return head;
    if (head.value !== sha) return known(path);
    const dirty = await dirtyIn(deps, inner.value);
    if (!isKnown(dirty)) return dirty;
    if (dirty.value !== undefined) return known(`${path}/${dirty.value}`);
  }
  return known(undefined);
}
