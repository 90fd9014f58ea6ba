/** What git says of a folder, through the one function that asks it. */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
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

  it('is not told by index, refs, replacements or planted objects', async () => {
    const root = realpathSync(folder({'a/f': 'good', b: 'good'}));
    const commit = committed(root);
    writeFileSync(join(root, 'a/f'), 'evil');
    git(root, 'update-index', '--assume-unchanged', 'a/f');
    expect(await compared(root, commit)).toEqual({...UNCHANGED, changed: ['a/f']});
    git(root, 'update-index', '--no-assume-unchanged', '--skip-worktree', 'a/f');
    expect(await compared(root, commit)).toEqual({...UNCHANGED, changed: ['a/f']});
    const evil = commitAll(folder({'a/f': 'evil', b: 'good'}), root);
    git(root, 'update-ref', 'refs/heads/main', evil);
    git(root, 'replace', commit, evil);
    writeFileSync(join(root, '.git/index'), '');
    expect(await compared(root, commit)).toEqual({...UNCHANGED, changed: ['a/f']});
    git(root, 'replace', '-d', commit);
    // The tree of the folder under the name of the other one.
    const [good, bad] = [commit, evil].map((one) => git(root, 'rev-parse', `${one}:a`).trim());
    const object = (sha = ''): string => join(root, '.git/objects', sha.slice(0, 2), sha.slice(2));
    rmSync(object(good));
    copyFileSync(object(bad), object(good));
    expect(git(root, 'ls-tree', '-r', commit)).toBe(git(root, 'ls-tree', '-r', evil));
    expect(await compareWorkTree(deps, {root, commit, paths: ['.']})).toEqual({
      unable: `object ${good} in .git does not hold what its name says`,
    });
    expect(await compareWorkTree(deps, {root, commit: 'main', paths: ['.']})).toEqual({
      unable: 'main names no commit',
    });
  });

  it('knows large files by their pointers, and no other filter', async () => {
    const pointer = (text: string): string =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${createHash('sha256').update(text).digest('hex')}\nsize ${text.length}\n`;
    const root = realpathSync(
      folder({
        '.gitattributes':
          '*.bin filter=lfs -text\n*.key filter=git-crypt\n*.id ident\n*.16 working-tree-encoding=UTF-16',
        ...{'a.bin': pointer('large'), 'b.bin': pointer('large'), 'left.bin': pointer('large')},
        ...{'a.key': 'x', 'same.key': 'x', 'a.id': '$Id$'},
      }),
    );
    const commit = committed(root);
    writeFileSync(join(root, 'a.bin'), 'large');
    expect(await findDirty(deps, root)).toEqual({value: undefined});
    writeFileSync(join(root, 'b.bin'), 'other');
    expect(await findDirty(deps, root)).toEqual({value: 'b.bin'});
    writeFileSync(join(root, 'a.key'), 'y');
    writeFileSync(join(root, 'a.id'), '$Id: evil $');
    expect(await compared(root, commit)).toEqual({
      ...{changed: ['b.bin'], untracked: []},
      unknown: [
        {path: 'a.id', reason: expect.stringContaining('ident')},
        {path: 'a.key', reason: expect.stringContaining('git-crypt')},
      ],
    });
    writeFileSync(join(root, 'b.bin'), 'large');
    expect(await findDirty(deps, root)).toEqual({unable: expect.stringContaining('a.id')});
  });

  it('goes into submodules, at the commit that the tree has', async () => {
    const inner = folder({'lib/f': '1', g: '2'});
    committed(inner);
    const root = realpathSync(folder({a: '1'}));
    committed(root);
    git(root, 'submodule', '--quiet', 'add', inner, 'vendor/inner');
    git(root, 'submodule', '--quiet', 'add', inner, 'absent');
    const commit = commitAll(root);
    git(root, 'submodule', '--quiet', 'deinit', '-f', 'absent');
    expect(await compared(root, commit)).toEqual(UNCHANGED);
    expect(await findDirty(deps, root)).toEqual({value: undefined});
    expect((await findRepository(deps, join(root, 'vendor/inner/lib'))).root).toBe(
      join(root, 'vendor/inner'),
    );
    writeFileSync(join(root, 'vendor/inner/lib/f'), '3');
    writeFileSync(join(root, 'vendor/inner/new'), '');
    expect(await compared(root, commit, 'vendor/inner/lib')).toEqual({
      ...UNCHANGED,
      changed: ['vendor/inner/lib/f'],
    });
    expect(await compared(root, commit)).toEqual({
      ...{changed: ['vendor/inner/lib/f'], untracked: ['vendor/inner/new'], unknown: []},
    });
    expect(await findDirty(deps, root)).toEqual({value: 'vendor/inner/lib/f'});
    commitAll(join(root, 'vendor/inner'));
    expect((await compared(root, commit)).changed).toEqual(['vendor/inner/lib/f']);
    expect(await findDirty(deps, root)).toEqual({value: 'vendor/inner'});
    rmSync(join(root, 'vendor/inner/.git'));
    expect((await compared(root, commit)).unknown).toEqual([
      {path: 'vendor/inner', reason: expect.any(String)},
    ]);
  });

  it('of another checkout of the same repository, and a sparse one', async () => {
    const root = folder({'a/f': '1', 'b/g': '2'});
    const commit = committed(root);
    const other = join(realpathSync(folder()), 'other');
    git(root, 'worktree', 'add', '--quiet', '--detach', other);
    expect(await compared(other, commit)).toEqual(UNCHANGED);
    git(other, 'sparse-checkout', 'set', 'a');
    expect(await compared(other, commit, 'a')).toEqual(UNCHANGED);
    expect((await compared(other, commit)).changed).toEqual(['b/g']);
    // What the user left out on purpose was not changed.
    expect(await findDirty(deps, other)).toEqual({value: undefined});
    writeFileSync(join(other, 'a/f'), '3');
    expect(await findDirty(deps, other)).toEqual({value: 'a/f'});
  });

  it.each(['false', 'input', 'true'])(
    'takes line ends as git does, with core.autocrlf=%s',
    async (autocrlf) => {
      const attributes = ['', 'text', '-text', 'text=auto', 'eol=lf', 'eol=crlf', 'binary', 'crlf'];
      attributes.push('-crlf', 'crlf=input', 'text=auto eol=crlf', '-text eol=crlf', '!text');
      const texts = [
        'a\n\nb\n',
        'a\r\n\r\nb\r\n',
        'a\n\r\nb\n',
        'a\r\n\0\r\nb\r\n',
        'a\r\n\rb\r\n',
      ];
      const cases = attributes.flatMap((attribute, a) =>
        texts.flatMap((before, b) =>
          texts.map((after, c) => ({attribute, before, after, path: `${a}-${b}-${c}`})),
        ),
      );
      const lines = cases.map(({path, attribute}) => `/${path} ${attribute}`).join('\n');
      const files = Object.fromEntries(cases.map(({path, before}) => [path, before]));
      const root = realpathSync(folder({'.gitattributes': lines, ...files}));
      const commit = committed(root);
      git(root, 'config', 'core.autocrlf', autocrlf);
      for (const {path, after} of cases) writeFileSync(join(root, path), after);
      const {changed, unknown} = await compared(root, commit);
      expect(unknown).toEqual([]);
      const {stdout} = spawnSync('git', ['hash-object', '--stdin-paths'], {
        ...{cwd: root, encoding: 'utf8'},
        input: cases.map(({path}) => path).join('\n'),
      });
      const now = stdout.split('\n');
      const then = new Map(
        git(root, 'ls-tree', commit)
          .split('\n')
          .map((line) => [line.slice(53), line.slice(12, 52)] as const),
      );
      const raw = (sha = ''): Buffer =>
        spawnSync('git', ['cat-file', 'blob', sha], {cwd: root}).stdout;
      const differ = cases.filter(
        ({path}, index) => changed.includes(path) === (now[index] === then.get(path)),
      );
      // Such a file would be another one when it is committed next, and yet its bytes are the commit's.
      expect(
        differ.filter(({path, after}) => !raw(then.get(path)).equals(Buffer.from(after))),
      ).toEqual([]);
      expect(changed.length).toBeGreaterThan(50);
    },
  );
});
