import {describe, expect, it} from '@jest/globals';
import {contentOf, usedPaths} from '../../../src/domain/context/uses.ts';

const PATHS = ['a.txt', 'app/main.js', 'app/deep/x.js', 'app/readme.md', 'we[i]rd/{a}', 'b.txt'];

describe('the files that a step takes', () => {
  it.each([
    ['/', [], PATHS],
    ['/app', [], ['app/main.js', 'app/deep/x.js', 'app/readme.md']],
    ['/app/', [], ['app/main.js', 'app/deep/x.js', 'app/readme.md']],
    ['/./a.txt', [], ['a.txt']],
    ['/*.txt', [], ['a.txt', 'b.txt']],
    ['/app/*', [], ['app/main.js', 'app/deep/x.js', 'app/readme.md']],
    ['/app/*.js', [], ['app/main.js']],
    ['/ap', [], []],
    ['/we\\[i\\]rd/{a}', [], ['we[i]rd/{a}']],
    ['/app', ['**/*.md'], ['app/main.js', 'app/deep/x.js']],
    ['/nothing/*', [], []],
  ])('of %s without %j', (pattern, excludes, expected) => {
    expect(usedPaths(PATHS, {context: 'context', pattern, excludes})).toEqual(expected);
  });
});

describe('what they hold', () => {
  const marks = (names: readonly string[]): (readonly [string, string])[] =>
    names.map((name) => [name, `mark of ${name}`]);

  it('is the same in any order, and differs with a name or a mark', () => {
    expect(contentOf(marks(['a', 'b']))).toEqual(contentOf(marks(['b', 'a'])));
    expect(contentOf(marks(['a'])).hash).not.toBe(contentOf(marks(['b'])).hash);
    expect(contentOf([['a', '1']]).hash).not.toBe(contentOf([['a', '2']]).hash);
  });

  it('is told by file, or by the deepest folders of which there are few', () => {
    expect(contentOf(marks(['a/b/c', 'd'])).files).toEqual({
      'a/b/c': 'mark of a/b/c',
      d: 'mark of d',
    });
    const many = Array.from({length: 300}, (_, index) => `src/${index % 3}/sub/${index}`);
    expect(Object.keys(contentOf(marks(many)).files).toSorted()).toEqual([
      'src/0/sub',
      'src/1/sub',
      'src/2/sub',
    ]);
    const flat = Array.from({length: 300}, (_, index) => `${index}`);
    expect(Object.keys(contentOf(marks(flat)).files)).toEqual(['.']);
  });
});
