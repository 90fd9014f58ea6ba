/** What git says of a folder, through the one function that asks it. */
import {
  chmodSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {
  compareWorkTree,
  findDirty,
  findHead,
  findParents,
  findRepository,
  listFiles,
  type WorkTreeChanges,
} from '../../src/clients/git.ts';
import {isKnown} from '../../src/domain/known.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {commitAll, committed, git} from '../support/git.ts';

const folder = folders();
const deps = testDeps();

async function compared(
  root: string,
  commit: string,
  ...paths: readonly string[]
): Promise<WorkTreeChanges> {
  const found = await compareWorkTree(deps, {
    root,
    commit,
    paths: paths.length === 0 ? ['.'] : paths,
  });
  if (!isKnown(found)) throw new Error(found.unable);
  return found.value;
}

const UNCHANGED: WorkTreeChanges = {changed: [], untracked: [], unknown: []};

describe('the repository of a folder', () => {
  it('is where .git is, whatever the folder is called', async () => {
    const root = join(folder(), 'a b\n ');
    mkdirSync(join(root, 'api/src'), {recursive: true});
    writeFileSync(join(root, 'api/src/main.go'), '');
    const commit = committed(root);
    const found = await findRepository(deps, join(root, 'api'));
    expect(found).toMatchObject({root, git: {value: {root}}});
    expect(await findHead(deps, join(root, 'api'))).toEqual({value: commit});
    expect(await listFiles(deps, join(root, 'api'))).toEqual({value: ['src/main.go']});
    expect(await findParents(deps, root)).toEqual([]);
    commitAll(root);
    expect(await findParents(deps, root)).toEqual([commit]);
  });

  it('is none where there is none', async () => {
    const found = await findRepository(deps, folder());
    expect(found).toEqual({root: undefined, git: {unable: expect.stringContaining('no .git')}});
  });

  it('is not above the workspace of an action', async () => {
    const root = folder({'work/api/Dockerfile': ''});
    committed(root);
    const inAction = testDeps({door: 'action', env: {GITHUB_WORKSPACE: join(root, 'work')}});
    expect((await findRepository(inAction, join(root, 'work/api'))).root).toBeUndefined();
    expect((await findRepository(inAction, root)).root).toBeUndefined();
    expect((await findRepository(deps, join(root, 'work/api'))).root).toBe(root);
  });

  it('is still a folder where git does not answer', async () => {
    const root = folder({a: ''});
    committed(root);
    git(root, 'config', 'core.worktree', '/');
    expect(await findRepository(deps, root)).toEqual({
      root,
      git: {unable: expect.stringContaining('is not that of a work tree')},
    });
    writeFileSync(join(root, '.git/config'), '[broken');
    expect(await findRepository(deps, root)).toEqual({
      root,
      git: {unable: expect.stringContaining('bad config')},
    });
    const without = testDeps({env: {PATH: '/nowhere'}});
    expect(await findRepository(without, root)).toEqual({
      root,
      git: {unable: 'git is not installed or not on PATH'},
    });
  });
});

describe('a work tree against a commit', () => {
  it('is told file by file', async () => {
    const root = realpathSync(
      folder({
        'a/same': '1',
        'a/other': '2',
        'a/gone': '3',
        'a/run.sh': '4',
        'a/kind': '5',
        'b/x': '6',
        '.gitignore': 'ignored\n',
      }),
    );
    symlinkSync('same', join(root, 'a/link'));
    symlinkSync('a', join(root, 'way'));
    const commit = committed(root);
    expect(await compared(root, commit)).toEqual(UNCHANGED);
    writeFileSync(join(root, 'a/other'), '3');
    rmSync(join(root, 'a/gone'));
    chmodSync(join(root, 'a/run.sh'), 0o755);
    rmSync(join(root, 'a/kind'));
    symlinkSync('same', join(root, 'a/kind'));
    rmSync(join(root, 'a/link'));
    symlinkSync('other', join(root, 'a/link'));
    writeFileSync(join(root, 'ignored'), '');
    mkdirSync(join(root, 'pr/.git'), {recursive: true});
    writeFileSync(join(root, 'pr/.git/HEAD'), commit);
    renameSync(join(root, 'b'), join(root, 'c'));
    symlinkSync('c', join(root, 'b'));
    expect(await compared(root, commit)).toEqual({
      changed: ['a/gone', 'a/kind', 'a/link', 'a/other', 'a/run.sh', 'b'],
      untracked: ['c/x', 'ignored', 'pr/.git/HEAD'],
      unknown: [],
    });
    expect((await compared(root, commit, 'way/other', 'b/x')).changed).toEqual(['a/other', 'b']);
    expect(await compared(root, commit, 'a/same', 'nothing')).toEqual(UNCHANGED);
    expect((await compared(root, commit, '../x', '/etc')).unknown).toHaveLength(2);
    expect(await findDirty(deps, root)).toEqual({value: 'a/gone'});
  });
});
