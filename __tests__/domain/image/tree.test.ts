import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {imageContents} from '../../../src/domain/image/contents.ts';
import {BadArchive} from '../../../src/domain/archive/bad-archive.ts';
import {EscapingName} from '../../../src/domain/image/names.ts';
import type {TreeEntry} from '../../../src/domain/archive/entry.ts';
import {Tree} from '../../../src/domain/image/tree.ts';

const PLAIN = {size: 0, mode: 0o644, uid: 0, gid: 0, mtime: 0} as const;
const file = (name: string, content = '', change: Partial<TreeEntry> = {}): TreeEntry => ({
  ...PLAIN,
  ...{name, kind: 'file', size: content.length, content: new TextEncoder().encode(content)},
  ...change,
});
const link = (name: string, target: string): TreeEntry => ({
  ...PLAIN,
  name,
  kind: 'symlink',
  target,
});
const hard = (name: string, target: string): TreeEntry => ({
  ...PLAIN,
  name,
  kind: 'hardlink',
  target,
});
const dir = (name: string): TreeEntry => ({...PLAIN, name, kind: 'folder'});
const text = (tree: Tree, path: string): string | undefined => {
  const content = tree.content(path);
  return content === undefined ? undefined : new TextDecoder().decode(content);
};

function replay(...layers: TreeEntry[][]): Tree {
  const tree = new Tree();
  for (const layer of layers) tree.apply(layer);
  return tree;
}

/** Undefined when they are refused. */
function replayed(layers: readonly TreeEntry[][]): Tree | undefined {
  try {
    return replay(...layers);
  } catch (error) {
    if (error instanceof BadArchive) return undefined;
    throw error;
  }
}

const paths = (tree: Tree): string[] => [...tree.files()].map(({path}) => path);

describe('Tree', () => {
  it('keeps the version of the last layer', () => {
    expect(
      text(replay([file('etc/passwd', 'old')], [file('./etc/passwd', 'new')]), '/etc/passwd'),
    ).toBe('new');
  });

  it('deletes what a whiteout names, and only in the layers below', () => {
    const tree = replay([file('a/x'), file('a/y')], [file('a/.wh.x'), file('a/z')]);
    expect(paths(tree).sort()).toEqual(['a/y', 'a/z']);
  });

  it('keeps what its own layer puts into an opaque folder, whatever the order', () => {
    const tree = replay([file('a/x')], [file('a/new'), file('a/.wh..wh..opq')]);
    expect(paths(tree)).toEqual(['a/new']);
  });

  it('replaces a folder by a file and back', () => {
    expect(paths(replay([file('a/x')], [file('a')]))).toEqual(['a']);
    expect(paths(replay([file('a')], [file('.wh.a')], [dir('a'), file('a/x')]))).toEqual(['a/x']);
    expect(paths(replay([file('a')], [file('.wh.a'), dir('a'), file('a/x')]))).toEqual(['a/x']);
  });

  it('gives a hard link the content of its target, and both the owner that came last', () => {
    const tree = replay([
      file('etc/p', 'x'),
      {...hard('etc/passwd', 'etc/p'), uid: 5, mode: 0o600},
    ]);
    expect(text(tree, 'etc/passwd')).toBe('x');
    expect(tree.at('etc/p')).toMatchObject({uid: 5, mode: 0o600, links: 2});
  });

  it("follows links inside of the image's own root", () => {
    const tree = replay([file('usr/etc/passwd', 'x'), link('etc', '../../usr/etc')]);
    expect(text(tree, 'etc/passwd')).toBe('x');
  });

  it('does not follow links in circles', () => {
    const tree = replay([link('a', 'b'), link('b', 'a')]);
    expect(text(tree, 'a')).toBeUndefined();
  });

  it('refuses a name that leaves the root', () => {
    expect(() => replay([file('../etc/passwd')])).toThrow(EscapingName);
  });

  it('follows a link of its own layer into a folder of it', () => {
    const usr = [dir('usr/lib'), link('lib', 'usr/lib')];
    expect(paths(replay([...usr, file('lib/b'), file('lib/c/d')]))).toEqual([
      'usr/lib/b',
      'usr/lib/c/d',
    ]);
    expect(paths(replay([...usr, link('up', '/../lib/.'), file('up/b')]))).toEqual(['usr/lib/b']);
  });

  it.each<[string, TreeEntry[][], string]>([
    ['through a link of a layer below', [[dir('a'), link('l', 'a')], [file('l/b')]], 'layer below'],
    ['through a link into a layer below', [[dir('a')], [link('l', 'a'), file('l/b')]], 'into a'],
    ['through a link to nothing', [[link('l', 'a'), file('l/b'), dir('a')]], 'not there'],
    ['through links in a circle', [[link('a', 'b'), link('b', '/a'), file('a/x')]], 'circle'],
    ['into a file', [[file('a'), file('a/b')]], 'in a folder that is none'],
    ['into what is deleted', [[file('a')], [file('.wh.a'), file('a/b')]], 'layer has removed'],
    ['a folder where one was deleted', [[dir('a')], [file('.wh.a'), dir('a')]], 'a folder again'],
    ['a folder, a file, a folder', [[dir('a')], [file('a'), dir('a')]], 'a folder again'],
    ['a file where its folder was', [[dir('a'), file('a')]], 'was a folder in the same layer'],
    ['a link after it was followed', [[dir('a'), link('l', 'a'), file('l/b'), file('l')]], 'gone'],
    ['a whiteout of its own', [[file('a/b'), file('.wh.a')]], 'its own layer brings'],
    ['a whiteout twice', [[file('a')], [file('.wh.a'), file('.wh.a')]], 'deleted already'],
    ['a whiteout of no name', [[file('a/.wh.')]], 'do not agree'],
    ['a whiteout of the folder above', [[file('a/.wh...')]], 'do not agree'],
    ['something within a whiteout', [[file('.wh.a/b')]], 'named as what deletes'],
    ['a mark at the root', [[file('a')], [file('.wh..wh..opq')]], 'do not agree'],
    ['a mark after a folder that is not named', [[file('a/b/c'), file('a/.wh..wh..opq')]], '"b"'],
    ['a mark through a link', [[dir('a'), link('l', 'a'), file('l/.wh..wh..opq')]], 'not agree'],
    ['a root that is a file', [[file('./')]], 'the root, and no folder'],
    ['a hard link to nothing', [[hard('a', 'b')]], 'no file for'],
    ['a hard link to itself', [[file('a'), hard('a', 'a')]], 'no file for'],
    ['a hard link to a folder', [[dir('a'), hard('b', 'a')]], 'no file for'],
    ['a link to nowhere', [[link('a', '')]], 'nowhere'],
    ['a long name', [[file('a'.repeat(256))]], 'longer name than any file'],
    ['a global header in place', [[file('a')], [{...file('a'), kind: 'global'}]], 'whole archive'],
  ])('refuses what engines do not make the same of: %s', (_, layers, why) => {
    expect(() => replay(...layers)).toThrow(BadArchive);
    expect(() => replay(...layers)).toThrow(why);
  });
});

describe('losses', () => {
  const losses = (...layers: TreeEntry[][]): readonly unknown[] =>
    replay(...layers)
      .waste()
      .map(({kind, path, bytes, files, made, removedIn: killed}) =>
        [kind, path, bytes, files, `${made}>${killed}`].join(' '),
      );

  it.each<[string, TreeEntry[][], readonly string[]]>([
    ['nothing lost', [[file('a', 'x')], [file('b', 'x')]], []],
    ['a deleted file', [[file('a/b', 'xxx')], [file('a/.wh.b')]], ['deleted a 3 1 0>1']],
    [
      'a deleted folder',
      [[file('a/b/c', 'x'), file('a/b/d', 'x')], [file('a/.wh.b')]],
      ['deleted a/b 2 2 0>1'],
    ],
    [
      'an opaque folder',
      [[file('a/b', 'x')], [file('a/.wh..wh..opq'), file('a/c', 'y')]],
      ['deleted a 1 1 0>1'],
    ],
    ['an overwritten file', [[file('a', 'xx')], [file('a', 'yyy')]], ['overwritten a 2 1 0>1']],
    [
      'a file that comes twice in one layer',
      [[file('a', 'xx'), file('a', 'yyy')]],
      ['overwritten a 2 1 0>0'],
    ],
    ['a folder replaced by a file', [[file('a/b', 'xx')], [file('a')]], ['deleted a 2 1 0>1']],
    [
      'chown -R',
      [
        [file('srv/a', 'xx'), file('srv/b', 'yy')],
        [file('srv/a', 'xx', {uid: 9}), file('srv/b', 'yy', {uid: 9})],
      ],
      ['owner or mode changed srv 4 2 0>1'],
    ],
    [
      'apt lists and archives',
      [
        [file('var/lib/apt/lists/x/y', 'xx'), file('var/cache/apt/z', 'y')],
        [file('var/lib/apt/lists/.wh.x'), file('var/cache/.wh.apt')],
      ],
      ['apt lists var/lib/apt/lists 2 1 0>1', 'apt archives var/cache/apt 1 1 0>1'],
    ],
    [
      'caches of pip and npm',
      [
        [file('root/.cache/pip/a/b', 'xx'), file('root/.npm/c', 'y')],
        [file('root/.wh..cache'), file('root/.wh..npm')],
      ],
      ['pip cache root/.cache/pip 2 1 0>1', 'npm cache root/.npm 1 1 0>1'],
    ],
    [
      'a deleted archive',
      [[file('tmp/x.tar.gz', 'xx')], [file('tmp/.wh.x.tar.gz')]],
      ['deleted archive tmp/x.tar.gz 2 1 0>1'],
    ],
    ['one of two hard links', [[file('a', 'xx'), hard('b', 'a')], [file('.wh.a')]], []],
    [
      'both hard links',
      [[file('a', 'xx'), hard('b', 'a')], [file('.wh.a')], [file('.wh.b')]],
      ['deleted b 2 1 0>2'],
    ],
    ['an empty file', [[file('a')], [file('.wh.a')]], []],
    [
      'two, the larger first',
      [[file('a', 'x'), file('b', 'xx')], [file('.wh.a')], [file('.wh.b')]],
      ['deleted b 2 1 0>2', 'deleted a 1 1 0>1'],
    ],
    [
      'an archive that is overwritten',
      [[file('tmp/x.zip', 'xx')], [file('tmp/x.zip', 'y')]],
      ['overwritten tmp 2 1 0>1'],
    ],
    [
      'what lies deep',
      [[file('a/b/c/d/e', 'x')], [file('a/b/c/d/.wh.e')]],
      ['deleted a/b/c 1 1 0>1'],
    ],
    [
      'chmod',
      [[file('a/b', 'x')], [file('a/b', 'x', {mode: 0o755})]],
      ['owner or mode changed a 1 1 0>1'],
    ],
    [
      'chgrp',
      [[file('a/b', 'x')], [file('a/b', 'x', {gid: 7})]],
      ['owner or mode changed a 1 1 0>1'],
    ],
    ['the same once more', [[file('a/b', 'x')], [file('a/b', 'x')]], ['overwritten a 1 1 0>1']],
    [
      'other content of equal size',
      [[file('a/b', 'x')], [file('a/b', 'y', {mode: 0o755, mtime: 5})]],
      ['overwritten a 1 1 0>1'],
    ],
    [
      'other content of the same time',
      [[file('a/b', 'x')], [file('a/b', 'yy', {mode: 0o755})]],
      ['overwritten a 1 1 0>1'],
    ],
    ['a link over a file', [[file('a/b', 'x')], [link('a/b', 'c')]], ['overwritten a 1 1 0>1']],
    [
      'a name that is not UTF-8',
      [[file('a\xff', 'x')], [file('.wh.a\xff')]],
      ['deleted a\\xff 1 1 0>1'],
    ],
  ])('of %s', (_, layers, expected) => {
    expect(losses(...layers)).toEqual(expected);
  });

  it('and what is in use make what was brought in, to the byte, for any layers', () => {
    const name = fc.constantFrom('a', 'b', 'a/a', 'a/b', 'b/a', 'a/b/a', 'b/b/b');
    const whiteout = name.map((path) => path.replace(/([^/]+)$/, '.wh.$1'));
    const entry = fc.oneof(
      fc
        .record({at: name, text: fc.stringMatching(/^x{0,9}$/)})
        .map(({at, text}) => file(at, text)),
      name.map(dir),
      whiteout.map((at) => file(at)),
      name.map((at) => file(`${at}/.wh..wh..opq`)),
      fc.record({at: name, to: name}).map(({at, to}) => link(at, to)),
      fc.record({at: name, to: name}).map(({at, to}) => hard(at, to)),
    );
    const layers = fc.array(fc.array(entry, {maxLength: 8}), {maxLength: 5});
    fc.assert(
      fc.property(layers, (all) => {
        const tree = replayed(all);
        if (tree === undefined) return;
        const isSeen = ({name: at}: TreeEntry): boolean => !at.includes('.wh.');
        const brought = all
          .flat()
          .filter(isSeen)
          .reduce((sum, {size}) => sum + size, 0);
        const lost = tree.waste().reduce((sum, {bytes}) => sum + bytes, 0);
        expect(imageContents(tree).inUseBytes + lost).toBe(brought);
      }),
      {numRuns: 2000},
    );
  });
});
