import {describe, expect, it} from '@jest/globals';
import {hashContent, usedPaths} from '../../../src/domain/context/uses.ts';

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
    expect(hashContent(marks(['a', 'b']))).toEqual(hashContent(marks(['b', 'a'])));
    expect(hashContent(marks(['a'])).hash).not.toBe(hashContent(marks(['b'])).hash);
    expect(hashContent([['a', '1']]).hash).not.toBe(hashContent([['a', '2']]).hash);
  });

  it('is told by file, or by the deepest folders of which there are few', () => {
    expect(hashContent(marks(['a/b/c', 'd'])).files).toEqual({
      'a/b/c': 'mark of a/b/c',
      d: 'mark of d',
    });
    const many = Array.from({length: 300}, (_, index) => `src/${index % 3}/sub/${index}`);
    expect(Object.keys(hashContent(marks(many)).files).toSorted()).toEqual([
      'src/0/sub',
      'src/1/sub',
      'src/2/sub',
    ]);
    const flat = Array.from({length: 300}, (_, index) => `${index}`);
    expect(Object.keys(hashContent(marks(flat)).files)).toEqual(['.']);
  });
});
