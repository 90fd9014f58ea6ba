import {describe, expect, it} from '@jest/globals';
import {EscapingName, Tree, type TreeEntry} from '../../../src/domain/image/tree.ts';

const file = (name: string, content = ''): TreeEntry => ({
  name,
  kind: 'file',
  content: new TextEncoder().encode(content),
});
const text = (tree: Tree, path: string): string | undefined => {
  const content = tree.content(path);
  return content === undefined ? undefined : new TextDecoder().decode(content);
};

function replay(...layers: TreeEntry[][]): Tree {
  const tree = new Tree();
  for (const layer of layers) tree.apply(layer);
  return tree;
}

describe('Tree', () => {
  it('keeps the version of the last layer', () => {
    expect(
      text(replay([file('etc/passwd', 'old')], [file('./etc/passwd', 'new')]), '/etc/passwd'),
    ).toBe('new');
  });

  it('deletes what a whiteout names, and only in the layers below', () => {
    const tree = replay([file('a/x'), file('a/y')], [file('a/.wh.x'), file('a/z')]);
    expect([...tree.files()].sort()).toEqual(['a/y', 'a/z']);
  });

  it('keeps what its own layer puts into an opaque folder, whatever the order', () => {
    const tree = replay([file('a/x')], [file('a/new'), file('a/.wh..wh..opq')]);
    expect([...tree.files()]).toEqual(['a/new']);
  });

  it('replaces a folder by a file and back', () => {
    expect([...replay([file('a/x')], [file('a')]).files()]).toEqual(['a']);
    expect([...replay([file('a')], [file('.wh.a')], [file('a/x')]).files()]).toEqual(['a/x']);
  });

  it('gives a hard link the content of its target', () => {
    const tree = replay(
      [file('etc/p', 'x')],
      [{name: 'etc/passwd', kind: 'hardlink', target: 'etc/p'}],
    );
    expect(text(tree, 'etc/passwd')).toBe('x');
  });

  it("follows links inside of the image's own root", () => {
    const tree = replay([
      file('usr/etc/passwd', 'x'),
      {name: 'etc', kind: 'symlink', target: '../../usr/etc'},
    ]);
    expect(text(tree, 'etc/passwd')).toBe('x');
  });

  it('does not follow links in circles', () => {
    const tree = replay([
      {name: 'a', kind: 'symlink', target: 'b'},
      {name: 'b', kind: 'symlink', target: 'a'},
    ]);
    expect(text(tree, 'a')).toBeUndefined();
  });

  it('refuses a name that leaves the root', () => {
    expect(() => replay([file('../etc/passwd')])).toThrow(EscapingName);
  });
});
