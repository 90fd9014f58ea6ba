/** Images made to be awkward, one for each thing that archives and layers are hard about. */
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
  longName,
  longNames,
  oddNames,
  plainHeader,
  seven,
  soft,
  special,
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
    name: 'whiteout and file at once',
    refusals: {buildx: /failed to convert whiteout file "a\/.wh.one": file exists/},
    layers: () => [
      layer(dir('a'), file('a/one', 100), dir('b'), file('b/two', 200)),
      layer(file('a/one', 60), gone('a/.wh.one'), gone('.wh.b'), dir('b'), file('b/new', 10)),
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
    name: 'everything gone',
    layers: () => [
      layer(dir('a'), file('a/one', 100), file('two', 200)),
      layer(gone('.wh..wh..opq'), file('three', 30)),
    ],
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
    name: 'hard link to a lower layer',
    refusals: {buildx: /no such file or directory$/},
    layers: () => [
      layer(file('one', 100), file('two', 200)),
      layer(hard('three', 'one'), file('two', 20)),
      layer(gone('.wh.one')),
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
    name: 'through a lower symlink',
    layers: () => [
      layer(dir('real'), file('real/one', 100), soft('link', 'real')),
      layer(file('link/two', 200)),
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
    name: 'long names, pax',
    layers: (work) => [gnuTar(work, longNames, '--format=pax')],
  },
  {
    name: 'long names, GNU',
    layers: (work) => [gnuTar(work, longNames, '--format=gnu')],
  },
  {
    name: 'long names, ustar, v7',
    layers: (work) => [
      layer(file(`${'d'.repeat(90)}/${'f'.repeat(90)}`, 10)),
      gnuTar(work, seven, '--format=v7'),
    ],
  },
  {
    name: 'sparse files, GNU',
    refusals: {umoci: /unknown typeflag '\\x53'/, buildx: /unhandled tar header type 83/},
    layers: (work) => [gnuTar(work, holes, '--format=gnu', '--sparse')],
  },
  ...['0.0', '0.1', '1.0'].map((version) => ({
    name: `sparse files, pax ${version}`,
    layers: (work: string) => [
      gnuTar(work, holes, '--format=pax', '--sparse', `--sparse-version=${version}`),
    ],
  })),
  {
    name: 'sparse records, no map',
    believed: 5 - 100,
    layers: () => [
      layer(file('one', 100, {pax: {'GNU.sparse.realsize': '5', 'GNU.sparse.name': 'two'}})),
    ],
  },
  {
    name: 'a global header',
    refusals: {umoci: /unknown typeflag '\\x67'/, dive: /could not find \S+ in parsed layers/},
    layers: (work) => [
      gnuTar(work, seven, '--format=pax', '--pax-option=globexthdr.name=g,uid=1234'),
    ],
  },
  {
    name: 'an empty long name',
    layers: () => [{tar: Buffer.concat([longName(''), longName('one\0'), plainHeader('two')])}],
  },
  {
    name: 'extended attributes',
    layers: () => [
      layer(file('one', 100, {pax: {'SCHILY.xattr.user.note': 'here'}}), {
        ...dir('a'),
        pax: {'SCHILY.xattr.user.note': 'there', mtime: '1.5'},
      }),
    ],
  },
  {
    name: 'devices and pipes',
    layers: (work) => [
      layer(
        {name: 'null', type: 'character-device', devmajor: 1, devminor: 3, mode: 0o666},
        {name: 'disk', type: 'block-device', devmajor: 8, devminor: 1, mode: 0o660, gid: 6},
        {name: 'fifo', type: 'fifo', mode: 0o622, uid: 1000},
      ),
      gnuTar(work, special),
      layer(gone('.wh.disk'), file('null', 5)),
    ],
  },
  {
    name: 'names not UTF-8, GNU',
    layers: (work) => [gnuTar(work, oddNames, '--format=gnu')],
  },
  {
    name: 'names not UTF-8, pax',
    layers: (work) => [gnuTar(work, oddNames, '--format=pax')],
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
];
