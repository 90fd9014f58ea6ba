/** Where the repository is, and whether git answers for it: a nested folder's claims do not count. */
import {dirname, join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {parseDrivers} from '../../domain/git/environment.ts';
import {isInside} from '../../domain/inside.ts';
import {isKnown, known, mapKnown, unable, type Known} from '../../domain/known.ts';
import {runGit, type Git} from './run-git.ts';

export interface Repository {
  /** Absolute, links resolved: the folder that has `.git`, whether git answers for it or not. */
  readonly root: string | undefined;
  /** `unable`: why git does not answer, in words that can follow a colon. */
  readonly git: Known<Git>;
}

/** Of a folder. Under Actions it is the workspace or a folder of it. Never rejects. */
export async function findRepository(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  folder: string,
): Promise<Repository> {
  const start = await realPath(deps, folder);
  const top = await highest(deps);
  if (start === undefined) return nowhere(`there is no folder ${folder}`);
  if (top !== undefined && !isInside(start, top))
    return nowhere(`${folder} is not in the workspace ${top}`);
  for (let root = start; ; root = dirname(root)) {
    if (await isThere(deps, join(root, '.git'))) return {root, git: await repositoryAt(deps, root)};
    if (root === dirname(root) || root === top)
      return nowhere(`${folder} is in no checkout of git: there is no .git there or above`);
  }
}

/** Where a policy and the names of images begin: without `.git` it is an action's workspace, else the folder itself. */
export async function findRoot(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  folder: string,
): Promise<Root> {
  const {root, git} = await findRepository(deps, folder);
  if (root !== undefined) return {root, ...(isKnown(git) ? {} : {mute: {reason: git.unable}})};
  const [start, top] = await Promise.all([realPath(deps, folder), highest(deps)]);
  const isBelow = start !== undefined && top !== undefined && isInside(start, top);
  return {root: isBelow ? top : folder};
}

export interface Root {
  readonly root: string;
  /** There is a `.git`, and git does not answer for it. */
  readonly mute?: {readonly reason: string};
}

/** A folder that has `.git`. */
export async function repositoryAt(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  root: string,
): Promise<Known<Git>> {
  const bare = {root, drivers: []};
  const [top, store] = await Promise.all([
    whereIs(deps, bare, '--show-toplevel'),
    whereIs(deps, bare, '--absolute-git-dir'),
  ]);
  if (!isKnown(top)) return top;
  // Before git 2.38 the folder itself may be a bare repository in the open.
  if (top.value !== root || !isKnown(store) || store.value === root)
    return unable(`${join(root, '.git')} is not that of a work tree in ${root}`);
  const keys = await runGit(deps, bare, {args: ['config', '--list', '--name-only', '-z']});
  if (!isKnown(keys)) return keys;
  return mapKnown(parseDrivers(keys.value.split('\0')), (drivers) => ({root, drivers}));
}

/** Without links. */
async function whereIs(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  git: Git,
  what: string,
): Promise<Known<string | undefined>> {
  const path = await runGit(deps, git, {args: ['rev-parse', what]});
  // One line end is git's; others are the folder's.
  return isKnown(path) ? known(await realPath(deps, path.value.replace(/\n$/, ''))) : path;
}

function nowhere(reason: string): Repository {
  return {root: undefined, git: unable(reason)};
}

async function highest({
  workflow,
  files,
}: Pick<Deps, 'files' | 'workflow'>): Promise<string | undefined> {
  const workspace = workflow.env['GITHUB_WORKSPACE'] ?? '';
  return workflow.invocation === 'action' && workspace !== ''
    ? ((await realPath({files}, workspace)) ?? workspace)
    : undefined;
}

async function isThere({files}: Pick<Deps, 'files'>, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)) !== undefined;
  } catch {
    return false;
  }
}

async function realPath({files}: Pick<Deps, 'files'>, path: string): Promise<string | undefined> {
  try {
    return await files.realPath(path);
  } catch {
    return undefined;
  }
}
