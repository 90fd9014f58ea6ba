/** Layers and stacks of them as nobody builds them, by the number of the case: the same ones every time. */
import {octal, rawFile, rawFolder, rawHeader, rawLink, rawPax, rawTar, sealed} from './raw-tar.ts';

const BLOCK = 512;

/** From 0 on, below the number. */
type Random = (below: number) => number;

/** Mulberry32, public domain. */
function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function pick<T>(random: Random, values: readonly [T, ...T[]]): T {
  return values[random(values.length)] ?? values[0];
}

type Strings = readonly [string, ...string[]];
const FOLDERS: Strings = ['a', 'b', 'a/b', 'a/b/c', './a', '/b', 'b/'];
const FILES: Strings = ['f', 'g', 'a/f', 'a/g', 'b/f', 'a/b/f', './a/b/g', 'l/f', 'm/f', 'a/b/c/f'];
const LINKS: Strings = ['l', 'm', 'a/l', 'b/m'];
const TARGETS: Strings = [
  'a',
  'b',
  '/a',
  'a/b',
  '../a',
  './b',
  '/',
  '..',
  'b/../a',
  'nowhere',
  'f',
];
const CONTENTS: Strings = ['', 'x', 'yy', '\x7fELF', 'z'.repeat(600)];

/** Mostly of its kind: what is a folder here and a file there is refused, and so says little. */
function nameOf(random: Random, names: Strings): string {
  return pick(random, random(8) === 0 ? pick(random, [FOLDERS, FILES, LINKS]) : names);
}

/** A layer of ordinary entries in an order that may make no sense. */
function generatedLayer(random: Random): Buffer {
  const count = random(7);
  return rawTar(...Array.from({length: count}, () => generatedEntry(random)));
}

function generatedEntry(random: Random): Buffer {
  const owner = {
    uid: random(3),
    gid: random(3),
    mode: pick(random, [0o644, 0o755, 0o4711, 0o2755]),
  };
  const kind = random(24);
  if (kind < 8) return rawFile(nameOf(random, FILES), pick(random, CONTENTS), owner);
  if (kind < 14) return rawFolder(nameOf(random, FOLDERS), owner);
  if (kind < 16) return rawLink(nameOf(random, LINKS), pick(random, TARGETS));
  if (kind < 18) return rawLink(nameOf(random, FILES), nameOf(random, FILES), '1');
  if (kind < 20)
    return rawFile(nameOf(random, pick(random, [FILES, FOLDERS])).replace(/([^/]+)\/?$/, '.wh.$1'));
  if (kind < 22) return rawFile(`${pick(random, ['a/', 'b/', 'a/b/', 'l/', ''])}.wh..wh..opq`);
  const name = nameOf(random, FILES);
  if (kind === 22) return rawPax([['comment', 'x']], {type: 'g', name});
  return rawHeader({name, type: pick(random, ['3', '4']), major: random(2), minor: random(2)});
}

/** A few layers over one another, as plain tar. */
export function generatedStack(number: number): readonly Buffer[] {
  const random = randomOf(number);
  return Array.from({length: 1 + random(4)}, () => generatedLayer(random));
}

const longName = `${'n'.repeat(60)}/${'m'.repeat(60)}`;
const sparse10 = (name: string, map: string, data: string): Buffer =>
  Buffer.concat([
    rawPax([
      ['GNU.sparse.major', '1'],
      ['GNU.sparse.minor', '0'],
      ['GNU.sparse.name', name],
      ['GNU.sparse.realsize', '700'],
    ]),
    rawFile(`GNUSparseFile.0/${name}`, `${map.padEnd(BLOCK, '\0')}${data}`),
  ]);

/** What each mutated layer begins as: parts that begin with a header, and their data. */
const SEED: readonly (readonly Buffer[])[] = [
  [
    rawFolder('etc/'),
    rawFile('etc/passwd', 'root'),
    rawLink('link', 'etc'),
    rawFile('link/x', 'through'),
    rawLink('etc/hard', 'etc/passwd', '1'),
    rawHeader({name: 'fifo', type: '6'}),
    rawFile('.wh.none'),
    rawFile('last', 'z'.repeat(700)),
  ],
  [
    rawPax([
      ['path', 'pax/name'],
      ['mtime', '1.5'],
      ['uid', '7'],
    ]),
    rawFile('short', 'content'),
    rawPax([['linkpath', 'pax/name']]),
    rawLink('pax/soft', 'short'),
    rawPax([['size', '600']]),
    rawFile('sized', 'y'.repeat(600)),
    rawFile('after', 'x', {magic: 'ustar\x0000', prefix: 'deep/er'}),
  ],
  [
    rawFile('././@LongLink', `${longName}\0`, {type: 'L', magic: 'ustar  \0'}),
    rawFile('n', 'long', {magic: 'ustar  \0'}),
    rawFile('././@LongLink', `${longName}\0`, {type: 'K', magic: 'ustar  \0'}),
    rawHeader({name: 'soft', type: '2', target: 'n', magic: 'ustar  \0'}),
    rawFile('gnu', 'times', {magic: 'ustar  \0', prefix: octal(5, 12)}),
    rawFile('oldgo', 'x', {magic: 'ustar  \0', prefix: 'old/go'}),
    rawFile('v7', 'x', {magic: '\0\0\0\0\0\0\0\0', type: '\0'}),
    rawHeader({name: 'v7folder/', type: '\0', magic: '\0\0\0\0\0\0\0\0', mode: 0o755}),
    rawFile('star', 'x', {
      prefix: 'sta/r',
      fields: {476: octal(0, 12), 488: octal(0, 12), 508: 'tar\0'},
    }),
  ],
  [
    sparse10('holes', '2\n0\n4\n600\n3\n', 'begiend'),
    rawPax([
      ['GNU.sparse.map', '0,4,600,3'],
      ['GNU.sparse.numblocks', '2'],
      ['GNU.sparse.size', '700'],
      ['GNU.sparse.name', 'holes01'],
    ]),
    rawFile('x', 'begiend'),
    rawPax([
      ['GNU.sparse.numblocks', '1'],
      ['GNU.sparse.offset', '5'],
      ['GNU.sparse.numbytes', '2'],
      ['GNU.sparse.size', '9'],
    ]),
    rawFile('y', 'ab', {mode: 0o755}),
    rawFile('last', 'x'),
  ],
];

/** Where the fields of a header are, those of star and of GNU's sparse files too. */
const FIELDS: readonly (readonly [number, number])[] = [
  ...([
    [0, 100],
    [100, 8],
    [108, 8],
    [116, 8],
    [124, 12],
    [124, 12],
    [136, 12],
    [148, 8],
  ] as const),
  ...([
    [156, 1],
    [156, 1],
    [157, 100],
    [257, 8],
    [257, 8],
    [329, 8],
    [337, 8],
  ] as const),
  ...([
    [345, 155],
    [345, 12],
    [357, 12],
    [476, 12],
    [488, 12],
    [508, 4],
    [482, 1],
  ] as const),
];
const VALUES: Strings = [
  ...([
    '',
    '/',
    '.',
    '..',
    '../x',
    'x/',
    'x/..',
    'etc/passwd',
    'etc/',
    '.wh.etc',
    '.wh.',
    '.wh..',
  ] as const),
  ...[
    '.wh..wh..opq',
    'etc/.wh..wh..opq',
    'etc/.wh.passwd',
    'a\0b',
    '\xff\xfe',
    '\x80',
    '\t1',
    '-1',
    '+1',
  ],
  ...[
    'ustar\0',
    'ustar\x0000',
    'ustar  \0',
    'ustar00\0',
    'tar\0',
    'tar',
    '1\0xyz',
    '0000000\0',
    '9',
    ' 7 ',
  ],
  ...[
    '00000000010\0',
    '00000001000\0',
    '777777777777',
    '\x00000010',
    '\x80\0\0\0\0\0\0\0\0\0\x02\0',
  ],
  ...[
    '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
    '\x80\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
  ],
  ...[
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    'S',
    'L',
    'K',
    'x',
    'g',
    'D',
    'V',
    'M',
    'X',
    '\0',
    ' ',
  ],
];
const PAX_KEYS: Strings = [
  ...(['path', 'linkpath', 'size', 'uid', 'gid', 'mtime', 'atime', 'comment'] as const),
  ...[
    'GNU.sparse.major',
    'GNU.sparse.minor',
    'GNU.sparse.name',
    'GNU.sparse.size',
    'GNU.sparse.map',
  ],
  ...['GNU.sparse.realsize', 'GNU.sparse.numblocks', 'GNU.sparse.offset', 'GNU.sparse.numbytes'],
];
const PAX_VALUES: Strings = [
  ...([
    '',
    '0',
    '1',
    '2',
    '5',
    '7',
    '512',
    '1000',
    '-1',
    '+5',
    '1.5',
    'x',
    'etc',
    'etc/passwd',
  ] as const),
  ...[
    'a/',
    '/x',
    '0,4',
    '0,1,2,1',
    '4,3',
    ',',
    '9223372036854775807',
    '99999999999999999999',
    'a\0b',
  ],
];

type Part = Buffer;

/** One layer of an ordinary kind, with one to three things changed. */
export function mutatedLayer(number: number): Buffer {
  const random = randomOf(number);
  const parts: Part[] = [...(SEED[random(SEED.length)] ?? [])];
  const changes = 1 + random(3);
  for (let change = 0; change < changes; change += 1) mutate(parts, random);
  const tar = rawTar(...parts);
  return random(40) === 0 ? tar.subarray(0, random(tar.length)) : tar;
}

function mutate(parts: Part[], random: Random): void {
  const at = random(parts.length);
  const part = parts[at] ?? rawFolder('x');
  switch (random(8)) {
    case 0:
      parts.splice(at, 0, rawPax([[pick(random, PAX_KEYS), pick(random, PAX_VALUES)]]));
      return;
    case 1:
      parts.splice(at, 0, somePax(random));
      return;
    case 2:
      parts.splice(
        at,
        1,
        ...pick(random, [
          [part, part],
          [Buffer.alloc(BLOCK), part],
        ]),
      );
      return;
    case 3:
      parts.splice(at, 1);
      parts.splice(random(parts.length + 1), 0, part);
      return;
    case 4:
      parts[at] = withData(part, random);
      return;
    default:
      parts[at] = withField(part, random);
  }
}

function somePax(random: Random): Buffer {
  const records = Array.from(
    {length: 1 + random(4)},
    () => [pick(random, PAX_KEYS), pick(random, PAX_VALUES)] as const,
  );
  return rawPax(records, random(6) === 0 ? {type: 'g', name: pick(random, VALUES)} : {});
}

/** The sum is right again, but where the sum itself was changed. */
function withField(part: Part, random: Random): Part {
  const changed = Buffer.from(part);
  const [start, length] = FIELDS[random(FIELDS.length)] ?? [0, 100];
  const value = Buffer.from(pick(random, VALUES), 'latin1');
  if (random(2) === 0) changed.fill(0, start, start + length);
  value.copy(changed, start, 0, Math.min(length, value.length));
  if (start !== 148) sealed(changed.subarray(0, BLOCK));
  return changed;
}

function withData(part: Part, random: Random): Part {
  const changed = Buffer.from(part);
  if (changed.length <= BLOCK) return withField(part, random);
  const at = BLOCK + random(Math.min(40, changed.length - BLOCK));
  changed[at] = pick(random, [0, 0x0a, 0x20, 0x2c, 0x30, 0x31, 0x35, 0x3d, 0xff]);
  return changed;
}
