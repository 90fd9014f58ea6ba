/**
 * Rule 17: an image means to us what it means to the engine, or it is unable. The archives of its layers.
 *
 * The attacker writes an image that theirs is built upon, byte by byte. What `docker run IMAGE id` said of each
 * stands beside it (engine 28.5.2).
 */
import {expect, it} from '@jest/globals';
import {readImage} from '../../src/stages/read/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {writeLayout} from '../support/layouts.ts';
import {
  octal,
  padded,
  rawFile,
  rawFolder,
  rawHeader,
  rawLink,
  rawPax,
  rawTar,
} from '../support/raw-tar.ts';

const folder = folders();
const GOOD = 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/:/bin/sh\n';
const EVIL = 'root:x:0:0:root:/root:/bin/sh\napp:x:0:0::/:/bin/sh\n';
const GROUP = rawFile('etc/group', 'root:x:0:\napp:x:1000:\n');
const BASE = rawTar(rawFolder('etc/'), rawFile('etc/passwd', GOOD), GROUP);
const evil = rawFile('etc/passwd', EVIL);
const evilData = padded(Buffer.from(EVIL));
const size = EVIL.length;
/** No map, so no sparse file. */
const NOT_SPARSE = rawPax([
  ['GNU.sparse.offset', ''],
  ['GNU.sparse.name', 'nothing'],
  ['GNU.sparse.size', '1'],
]);

async function read(...layers: readonly Buffer[]) {
  const path = folder();
  await writeLayout(path, {layers: layers.map((tar) => ({tar})), settings: {User: 'app'}});
  return (await readImage({image: {} as never, path}, {spare: folder()}, testDeps())).facts;
}

it.each<[string, Buffer]>([
  [
    'a folder of the oldest kind has no data',
    rawTar(rawHeader({name: 'x/', type: '\0', size: 1024}), evil),
  ],
  [
    'behind the trailer of star a prefix has 131 bytes',
    rawTar(
      rawHeader({
        ...{name: 'passwd', size, prefix: `${'./'.repeat(64)}etc`},
        fields: {476: octal(0, 12), 488: octal(0, 12), 508: 'tar\0'},
      }),
      evilData,
    ),
  ],
  [
    'a time of GNU with a NUL within is a time, and no prefix',
    rawTar(rawHeader({name: 'etc/passwd', size, magic: 'ustar  \0', prefix: '1\0xyz'}), evilData),
  ],
  [
    'a time of GNU beyond 63 bits is none, and a prefix',
    rawTar(
      rawHeader({
        ...{name: 'passwd', size, magic: 'ustar  \0', prefix: 'etc\0'},
        fields: {357: '\x80\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff'},
      }),
      evilData,
    ),
  ],
  ['a sparse file without a map is none', rawTar(NOT_SPARSE, evil)],
  [
    'the map of a sparse file, version 1.0, is no content',
    rawTar(
      rawPax([
        ['GNU.sparse.major', '1'],
        ['GNU.sparse.minor', '0'],
        ['GNU.sparse.name', 'etc/passwd'],
        ['GNU.sparse.realsize', String(size)],
      ]),
      rawFile(
        'etc/passwd',
        `${`1\n0\n${size}\napp:x:1000:1000::/:/bin/sh\n`.padEnd(512, '\0')}${EVIL}`,
      ),
    ),
  ],
  [
    'a sparse file, version 0.1, begins with its hole',
    rawTar(
      rawPax([
        ['GNU.sparse.map', `${GOOD.length - size},${size}`],
        ['GNU.sparse.numblocks', '1'],
        ['GNU.sparse.size', String(GOOD.length)],
      ]),
      rawFile('etc/passwd', `\n${EVIL.slice(1)}`),
    ),
  ],
])('%s: the user is root', async (_, layer) => {
  expect(await read(BASE, layer)).toMatchObject({value: {user: {value: {uid: 0}}}});
});

it('counts and lists what is behind records that say nothing', async () => {
  const jar = rawFile('log4j-core-2.14.1.jar', 'PK');
  const large = rawFile('large', Buffer.alloc(5_000_000, 1));
  const facts = await read(BASE, rawTar(NOT_SPARSE, jar, NOT_SPARSE, large));
  expect(facts).toMatchObject({value: {contents: {jars: ['log4j-core-2.14.1.jar']}}});
  expect(facts).toMatchObject({value: {layers: [{}, {unpackedBytes: 5_000_002}]}});
});

const below = rawTar(rawFolder('real/'), rawFile('real/f', 'x'), rawLink('link', 'real'));
it.each<[string, readonly Buffer[], string]>([
  [
    'the name of a global header is removed',
    [rawTar(rawPax([['comment', 'x']], {type: 'g', name: 'etc/passwd'}))],
    '"etc/passwd" is a header for the whole archive, and changes what is there',
  ],
  [
    'a link of a lower layer on the way',
    [below, rawTar(rawFile('link/f', 'y'))],
    '"link/f" is behind a link of a layer below',
  ],
  [
    'a link into a lower layer on the way',
    [below, rawTar(rawLink('new', 'real'), rawFile('new/f', 'y'))],
    '"new/f" is behind a link into a layer below',
  ],
  [
    'a mark at the root that hides all',
    [rawTar(rawFile('.wh..wh..opq'))],
    '".wh..wh..opq" hides what engines do not agree upon',
  ],
  [
    'a folder that is deleted, and then there',
    [below, rawTar(rawFile('.wh.real'), rawFolder('real/'))],
    '"real/" is a folder again, after its layer has removed it',
  ],
  [
    'what is deleted after it came',
    [rawTar(rawFile('new', 'x'), rawFile('.wh.new'))],
    '".wh.new" deletes what its own layer brings',
  ],
  [
    'a hard link through a link',
    [rawTar(rawFolder('d/'), rawFile('d/f'), rawLink('l', 'd'), rawLink('h', 'l/f', '1'))],
    '"h" is a hard link to what its layer has no file for',
  ],
  [
    'a hard link to a lower layer',
    [below, rawTar(rawLink('h', 'real/f', '1'))],
    '"h" is a hard link to what its layer has no file for',
  ],
  [
    'a device that deletes',
    [rawTar(rawHeader({name: 'etc/passwd', type: '3'}))],
    '"etc/passwd" is a device 0:0, which engines do not all read alike',
  ],
  [
    'an attribute that hides',
    [rawTar(rawPax([['SCHILY.xattr.trusted.overlay.opaque', 'y']]), rawFolder('etc/'))],
    '"etc/" has the attribute "SCHILY.xattr.trusted.overlay.opaque"',
  ],
  [
    'a sparse file of old GNU',
    [rawTar(rawHeader({name: 'f', type: 'S', magic: 'ustar  \0'}))],
    '"f" is of the type "S", which engines do not unpack',
  ],
])('is unable, and says the layer, the entry and why: %s', async (_, layers, why) => {
  const facts = await read(BASE, ...layers);
  expect(facts).toMatchObject({unable: expect.stringContaining(`its entry ${why}`)});
  expect(facts).toMatchObject({
    unable: expect.stringMatching(/^The image cannot be read: layer sha256:/),
  });
});
