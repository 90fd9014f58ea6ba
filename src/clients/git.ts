import type {Deps} from '../deps.ts';

async function git(deps: Deps, cwd: string, args: readonly string[]): Promise<string | undefined> {
  const result = await deps.exec.run('git', {args, cwd, deadlineSeconds: 60});
  return result.ended === 'exit' && result.exitCode === 0 ? result.stdout : undefined;
}

/** Absolute path of the work tree; undefined outside of one, and without git. */
export async function findRoot(deps: Deps, cwd: string): Promise<string | undefined> {
  return (await git(deps, cwd, ['rev-parse', '--show-toplevel']))?.trim();
}

/** Files below `cwd` that git tracks, relative to it; undefined outside of a work tree. */
export async function listFiles(deps: Deps, cwd: string): Promise<readonly string[] | undefined> {
  const output = await git(deps, cwd, ['ls-files', '-z', '--cached']);
  return output?.split('\0').filter((path) => path !== '');
}

/** True when nothing that git tracks was changed since the commit; false also where git cannot tell. */
export async function isClean(deps: Deps, cwd: string): Promise<boolean> {
  return (await git(deps, cwd, ['status', '--porcelain', '--untracked-files=no']))?.trim() === '';
}

/** Parents of the commit that is checked out, first one first; known in a shallow clone too. */
export async function findParents(deps: Deps, cwd: string): Promise<readonly string[]> {
  const commit = (await git(deps, cwd, ['cat-file', '-p', 'HEAD'])) ?? '';
  const [head = ''] = commit.split('\n\n');
  return [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].flatMap(([, sha]) => sha ?? []);
}

/** The commit that is checked out; undefined where git cannot tell. */
export async function findHead(deps: Deps, cwd: string): Promise<string | undefined> {
  return (await git(deps, cwd, ['rev-parse', 'HEAD']))?.trim();
}
