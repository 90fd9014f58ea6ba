import {describe, expect, it} from '@jest/globals';
import {sentPathFilter} from '../../../src/domain/context/sent-path-filter.ts';
import {parseSentPaths} from '../../../src/domain/provenance/sent-paths.ts';

const PATHS = ['f', 'g.txt', 'sub/a.txt', 'sub/deep/c.txt', 'sup/d', 'link', 'folder'];
const LINKS = new Map([
  ['link', 'g.txt'],
  ['folder', 'sub/deep'],
  ['up/there', '../sup/d'],
  ['loop', 'loop/x'],
  ['out', '../../etc/passwd'],
]);

describe('what is sent', () => {
  it.each([
    [undefined, PATHS],
    [[], []],
    [['f'], ['f']],
    [['sub'], ['sub/a.txt', 'sub/deep/c.txt']],
    [['*.txt'], ['g.txt']],
    [['s*/d'], ['sup/d']],
    [['.'], PATHS],
    [['link'], ['g.txt', 'link']],
    [['folder/c.txt'], ['sub/deep/c.txt', 'folder']],
    [['up/there'], ['sup/d']],
    [['loop'], []],
    [['out'], []],
    [['f', '[z-a'], PATHS],
  ])('for %j', (asked, expected) => {
    expect(PATHS.filter(sentPathFilter(asked, LINKS))).toEqual(expected);
  });
});

describe('what a build asks for', () => {
  const source = (identifier: string, attrs?: Record<string, string>): object => ({
    id: 'step0',
    op: {Op: {source: {identifier, ...(attrs === undefined ? {} : {attrs})}}},
  });
  const follow = (...paths: readonly string[]): Record<string, string> => ({
    'local.followpaths': JSON.stringify(paths),
  });
  const of = (...steps: readonly object[]): unknown =>
    Object.fromEntries(
      parseSentPaths({steps: steps as Parameters<typeof parseSentPaths>[0]['steps']}),
    );

  it('is what its frontend says; the whole, where any step wants it', () => {
    expect(of(source('local://context', follow('f')), source('docker-image://x'))).toEqual({
      context: ['f'],
    });
    expect(
      of(source('local://context', follow('f')), source('local://context', follow('g'))),
    ).toEqual({context: ['f', 'g']});
    expect(of(source('local://context', follow('f')), source('local://context'))).toEqual({
      context: undefined,
    });
    expect(of(source('local://context'), source('local://context', follow('f')))).toEqual({
      context: undefined,
    });
    expect(of()).toEqual({});
  });

  it('is all of it where the words are not understood', () => {
    for (const text of ['f', '{"a":1}', '[1]', '[]'])
      expect(of(source('local://lib', {'local.followpaths': text}))).toEqual({lib: undefined});
  });
});
