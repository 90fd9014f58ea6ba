import {describe, expect, it} from '@jest/globals';
import type {PackageFacts} from '../../../src/domain/findings/facts.ts';
import {listLines, unownedPrograms} from '../../../src/domain/image/listing.ts';
import {packageOwners} from '../../../src/domain/image/package-owners.ts';
import type {TreeEntry} from '../../../src/domain/archive/entry.ts';
import {Tree} from '../../../src/domain/image/tree.ts';

const entry = (name: string, change: Partial<TreeEntry> = {}): TreeEntry => ({
  ...{name, kind: 'file', size: 10, mode: 0o644, uid: 0, gid: 0, mtime: 0},
  ...change,
});
const program = (name: string, size = 10): TreeEntry =>
  entry(name, {mode: 0o755, isProgram: true, size});

const RECORD = [
  'demo/__init__.py,sha256=x,1',
  '../../../bin/demo,sha256=y,2',
  '"demo/a,b ""q"".py",,',
  '../../../../../../../../etc/passwd,,',
  '',
].join('\n');

function treeOf(...layers: readonly (readonly TreeEntry[])[]): Tree {
  const tree = new Tree();
  for (const layer of layers) tree.apply(layer);
  return tree;
}

const SITE = 'usr/lib/python3/site-packages';
const TREE = treeOf([
  entry('bin', {kind: 'symlink', target: 'usr/bin', size: 0}),
  program('usr/bin/sh'),
  program('usr/local/bin/node', 500),
  program('usr/local/bin/tool', 700),
  entry('usr/local/bin/script', {mode: 0o755}),
  entry(`${SITE}/demo-1.2.dist-info/METADATA`),
  entry(`${SITE}/demo-1.2.dist-info/RECORD`, {content: Buffer.from(RECORD)}),
  entry(`${SITE}/demo/__init__.py`),
  entry(`${SITE}/demo/a,b "q".py`),
  program('usr/bin/demo'),
  entry('usr/bin/second', {kind: 'hardlink', target: 'usr/bin/sh', mode: 0o755}),
  entry('etc/passwd'),
  entry('app/node_modules/@s/p/package.json'),
  entry('app/node_modules/@s/p/lib/x.js'),
  entry('app/node_modules/other/x.js'),
]);
const PACKAGES: readonly PackageFacts[] = [
  {name: 'dash', version: '0.5', files: ['/bin/sh', '/usr/share/gone', '/../escape']},
  {name: 'demo', version: '1.2', path: `${SITE}/demo-1.2.dist-info/METADATA`},
  {name: '@s/p', version: '3.0.0', path: 'app/node_modules/@s/p/package.json'},
  {name: 'gopkg', version: 'v1', path: 'usr/local/bin/tool'},
];

const lines = [...listLines(TREE, packageOwners(TREE, PACKAGES))].map(
  (line) => JSON.parse(line) as Record<string, unknown>,
);
const ownerOf = (path: string): unknown => lines.find((line) => line['path'] === path)?.['package'];

describe('a file belongs to', () => {
  it.each([
    ['the package that installed it, also through a link of folders', 'usr/bin/sh', 'dash 0.5'],
    ['the same by its other name', 'usr/bin/second', 'dash 0.5'],
    ['the Python package whose RECORD lists it', `${SITE}/demo/__init__.py`, 'demo 1.2'],
    ['the same outside of its folder', 'usr/bin/demo', 'demo 1.2'],
    ['the same with commas and quotes in its name', `${SITE}/demo/a,b "q".py`, 'demo 1.2'],
    ['the npm package in whose folder it lies', 'app/node_modules/@s/p/lib/x.js', '@s/p 3.0.0'],
    ['the packages that are built into it', 'usr/local/bin/tool', 'gopkg v1'],
    ['nobody, where no package says so', 'usr/local/bin/node', undefined],
    ['nobody in a module that the scanner does not know', 'app/node_modules/other/x.js', undefined],
  ])('%s', (_, path, owner) => {
    expect(ownerOf(path)).toBe(owner);
  });
});

describe('the list of files', () => {
  it('names everything, and its bytes sum to what is in use', () => {
    expect(lines.find(({path}) => path === 'bin')).toEqual({
      ...{path: 'bin', kind: 'symlink', bytes: 0, mode: '644', uid: 0, gid: 0, layer: 0},
      target: 'usr/bin',
    });
    const bytes = lines.map((line) => Number(line['bytes']));
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBe(11 * 10 + 500 + 700);
    expect(lines.filter(({path}) => path === 'usr/bin/second')).toMatchObject([{bytes: 0}]);
  });
});

it('programs that no package brought are told, the largest first', () => {
  expect(unownedPrograms(TREE, packageOwners(TREE, PACKAGES))).toEqual([
    {path: 'usr/local/bin/node', bytes: 500, layer: 0},
  ]);
  expect(unownedPrograms(TREE, packageOwners(TREE, [])).map(({path}) => path)).toEqual([
    'usr/local/bin/tool',
    'usr/local/bin/node',
    ...['usr/bin/sh', 'usr/bin/demo', 'usr/bin/second'],
  ]);
});
