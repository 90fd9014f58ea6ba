/** Images with one layer that is awkward as an archive. */
import {
  dir,
  file,
  gnuTar,
  gone,
  holes,
  layer,
  longName,
  longNames,
  oddNames,
  plainHeader,
  seven,
  special,
  type Awkward,
} from './awkward-parts.ts';

export const AWKWARD_ARCHIVES: readonly Awkward[] = [
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
];
