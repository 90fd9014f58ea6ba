/** The tree of a commit, held to the commit's name: what lies in `.git` may have been put there by a stranger. */
import {createHash, type Hash} from 'node:crypto';
import type {Deps} from '../../deps.ts';
import {byFolder, parseTree, splitPath, type TreeEntry} from '../../domain/git/tree.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {runGit, type Git} from './run-git.ts';

/** @returns entries of all folders, the folders themselves too */
export async function readTree(
  deps: Pick<Deps, 'exec' | 'workflow'>,
  git: Git,
  commit: string,
): Promise<Known<readonly TreeEntry[]>> {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return unable(`${commit} names no commit`);
  const ask = (args: readonly string[]): Promise<Known<string>> =>
    runGit(deps, git, {args, encoding: 'latin1'});
  const object = await ask(['cat-file', 'commit', commit]);
  if (!isKnown(object)) return object;
  const root = /^tree ([0-9a-f]+)\n/.exec(object.value)?.[1];
  if (objectName('commit', object.value, commit) !== commit || root === undefined)
    return damaged(commit);
  const listed = await ask(['ls-tree', '-r', '-t', '-z', '--full-tree', root]);
  if (!isKnown(listed)) return listed;
  const entries = parseTree(listed.value);
  const wrong = firstWrong(entries, root);
  return wrong === undefined ? known(entries) : damaged(wrong);
}

function damaged(name: string): Known<never> {
  return unable(`object ${name} in .git does not hold what its name says`);
}

/** Each folder's name is worked out of what is listed in it. */
function firstWrong(entries: readonly TreeEntry[], root: string): string | undefined {
  const children = byFolder(entries, ({bytes}) => bytes);
  const folders = entries.filter(({mode}) => mode === '040000');
  const expected = [['', root] as const, ...folders.map(({bytes, sha}) => [bytes, sha] as const)];
  return expected.find(
    ([folder, sha]) => objectName('tree', treeText(children.get(folder) ?? []), sha) !== sha,
  )?.[1];
}

function treeText(entries: readonly TreeEntry[]): string {
  return entries
    .map(({mode, sha, bytes}) => {
      const name = splitPath(bytes)[1];
      return `${mode.replace(/^0/, '')} ${name}\0${Buffer.from(sha, 'hex').toString('latin1')}`;
    })
    .join('');
}

/** The name that git gives to what is written to the hash afterwards; in the form of another name. */
export function objectHash(
  object: {readonly kind: string; readonly bytes: number},
  like: string,
): Hash {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`${object.kind} ${object.bytes}\0`);
}

/** Of a text in which each character is one byte. */
function objectName(kind: string, text: string, like: string): string {
  return objectHash({kind, bytes: text.length}, like).update(text, 'latin1').digest('hex');
}
