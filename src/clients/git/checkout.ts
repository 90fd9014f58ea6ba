/** Which checkout a folder belongs to, and the commit that it is of. */
import {dirname, relative} from 'node:path';
import type {Deps} from '../../deps.ts';
import {isKnown, known, type Known} from '../../domain/known.ts';
import type {Checkout} from '../../domain/plan/plan.ts';
import {runGit, type Git} from './run-git.ts';
import {findRepository} from './repository.ts';

/** A submodule belongs to the checkout that has recorded it. */
export async function findCheckout(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  folder: string,
): Promise<Known<Checkout>> {
  const {git} = await findRepository(deps, folder);
  if (!isKnown(git)) return git;
  const {root} = git.value;
  const around = await findRepository(deps, dirname(root));
  if (isKnown(around.git) && (await records(deps, around.git.value, root)))
    return findCheckout(deps, around.git.value.root);
  const head = await runGit(deps, git.value, {args: ['rev-parse', '--verify', 'HEAD']});
  return isKnown(head) ? known({root, commit: head.value.trim()}) : head;
}

async function records(
  deps: Pick<Deps, 'exec' | 'workflow'>,
  git: Git,
  folder: string,
): Promise<boolean> {
  const args = ['ls-tree', 'HEAD', '--', relative(git.root, folder)];
  const entry = await runGit(deps, git, {args});
  return isKnown(entry) && entry.value.startsWith('160000 ');
}
