/** Images made to be awkward, one for each thing that layers are hard about. */
import {AWKWARD_ARCHIVES} from './awkward-archives.ts';
import {
  dir,
  estargz,
  file,
  FOREIGN,
  gnuTar,
  gone,
  hard,
  holes,
  layer,
  soft,
  type Awkward,
} from './awkward-parts.ts';

export const AWKWARD: readonly Awkward[] = [
  {
    name: 'whiteouts',
    layers: () => [
      layer(dir('a'), file('a/one', 100), file('a/two', 200), dir('b'), file('b/deep/three', 300)),
      layer(gone('a/.wh.one'), gone('.wh.b')),
      layer(file('a/one', 50), gone('a/.wh.two'), file('a/.wh', 7), file('a/wh.x', 8)),
      layer(gone('.wh.nothing')),
    ],
  },
  {
    name: 'opaque folders',
    layers: () => [
      layer(dir('a'), file('a/one', 100), dir('a/b'), file('a/b/two', 200), file('c/three', 300)),
      layer(dir('a'), gone('a/.wh..wh..opq'), file('a/new', 10)),
      layer(dir('c', 0o700), file('c/new', 20), gone('c/.wh..wh..opq')),
    ],
  },
  {
    name: 'a folder that came empty',
    layers: () => [layer(dir('a')), layer(dir('a'), file('a/one', 100)), layer(gone('.wh.a'))],
  },
  {
    name: 'hard links',
    layers: () => [
      layer(file('one', 100), hard('two', 'one'), hard('three', './two'), hard('four', '/one')),
      layer(file('one', 40), gone('.wh.two')),
      layer(soft('soft', 'five'), hard('hardsoft', 'soft')),
      layer(gone('.wh.three'), gone('.wh.four')),
    ],
  },
  {
    name: 'folder, symlink, folder',
    layers: () => [
      layer(dir('a'), file('a/one', 100), dir('real'), soft('link', 'real')),
      layer(soft('a', 'real')),
      layer(
        gone('.wh.a'),
        dir('a', 0o750),
        file('a/two', 200),
        dir('link'),
        file('link/three', 30),
      ),
    ],
  },
  {
    name: 'through a symlink',
    layers: () => [
      layer(dir('real'), soft('link', 'real'), file('link/one', 100), soft('up', '../..')),
      layer(dir('other'), soft('inner', '/other'), file('inner/two', 200), file('real/more', 30)),
    ],
  },
  {
    name: 'folder, file, folder',
    layers: () => [
      layer(dir('a'), file('a/one', 100), dir('a/b'), file('a/b/two', 200)),
      layer(file('a', 300)),
      layer(dir('a', 0o711), file('a/three', 400)),
    ],
  },
  {
    name: 'a name twice in a layer',
    layers: () => [
      layer(file('one', 100), file('one', 70), dir('a'), file('a/two', 10), soft('x', 'a')),
      layer(file('one', 5), file('one', 6), dir('x'), dir('a', 0o700), dir('a', 0o755)),
      layer(file('y', 3), hard('z', 'y'), file('y', 4)),
    ],
  },
  {
    name: 'names with ./ and /',
    layers: () => [
      layer(
        dir('.'),
        file('./one', 100),
        file('/two', 200),
        file('a//b/./three', 300),
        dir('./c/'),
      ),
      layer(gone('./.wh.one'), file('two', 20), gone('/a/b/.wh.three')),
    ],
  },
  {
    name: 'owners and rights',
    layers: () => [
      layer(
        file('one', 10, {uid: 1000, gid: 2000, mode: 0o4750}),
        file('two', 20, {uid: 2_097_152, gid: 4_000_000_000, mode: 0}),
        {...dir('a', 0o2770), uid: 5},
      ),
      layer(file('one', 10, {uid: 1001, gid: 2000, mode: 0o640}), {...dir('a', 0o700), gid: 7}),
    ],
  },
  {
    name: 'empty layers',
    layers: () => [layer(), layer(file('one', 1)), layer(), layer(file('no', 0))],
  },
  {name: 'no layer', layers: () => []},
  {
    name: 'gzip, zstd and plain',
    layers: () => [
      {...layer(file('one', 70_000)), packing: 'gzip'},
      {...layer(file('two', 80_000)), packing: 'zstd'},
      {...layer(file('one', 90_000)), packing: 'none'},
    ],
  },
  {
    name: 'an estargz layer',
    layers: () => [
      {
        ...layer(file('one', 70_000), file('two', 600), file('stargz.index.json', 40)),
        gzip: estargz,
      },
    ],
  },
  {
    name: 'one layer twice',
    layers: () => [layer(file('one', 100)), layer(file('one', 100)), layer(file('two', 5))],
  },
  {
    name: 'a foreign layer, here',
    layers: () => [
      layer(file('one', 100)),
      {...layer(file('two', 200)), descriptor: {mediaType: FOREIGN}},
    ],
  },
  ...AWKWARD_ARCHIVES,
];

/** What engines refuse, or do not make the same of: nobody's figures of these can be right. */
export const DISPUTED: readonly Awkward[] = [
  {
    name: 'whiteout and file at once',
    layers: () => [
      layer(dir('a'), file('a/one', 100), dir('b'), file('b/two', 200)),
      layer(file('a/one', 60), gone('a/.wh.one'), gone('.wh.b'), dir('b'), file('b/new', 10)),
    ],
  },
  {
    name: 'everything gone',
    layers: () => [
      layer(dir('a'), file('a/one', 100), file('two', 200)),
      layer(gone('.wh..wh..opq'), file('three', 30)),
    ],
  },
  {
    name: 'hard link to a lower layer',
    layers: () => [
      layer(file('one', 100), file('two', 200)),
      layer(hard('three', 'one'), file('two', 20)),
      layer(gone('.wh.one')),
    ],
  },
  {
    name: 'through a symlink to nothing',
    layers: () => [layer(soft('link', 'real/deep'), file('link/one', 100))],
  },
  {
    name: 'through a lower symlink',
    layers: () => [
      layer(dir('real'), file('real/one', 100), soft('link', 'real')),
      layer(file('link/two', 200)),
    ],
  },
  {
    name: 'sparse files, GNU',
    layers: (work) => [gnuTar(work, holes, '--format=gnu', '--sparse')],
  },
];
