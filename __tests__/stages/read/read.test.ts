/** Layouts of every kind, whole and damaged: what is read is true, and what is not is `unable` with a sentence. */
import {createHash} from 'node:crypto';
import {createWriteStream, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {isKnown} from '../../../src/domain/known.ts';
import {readImage, type ImageReadResult} from '../../../src/stages/read/index.ts';
import {testDeps, type TestDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';
import {
  type TarEntry,
  INDEX,
  json,
  MANIFEST,
  tarOf,
  writeLayout,
  type LayerOf,
  type LayoutOf,
} from '../../support/layouts.ts';
import {cases} from '../../support/mutations.ts';
import {planned} from '../../support/scan.ts';

const folder = folders();
const HELLO: LayerOf = {entries: [{name: 'etc/hello', content: 'hello world'}]};

async function facts(path: string): Promise<ImageReadResult['facts']> {
  return (await readImage({image: planned(), path}, {spare: folder()}, testDeps())).facts;
}

async function read(options: LayoutOf): Promise<ImageReadResult['facts']> {
  const path = folder();
  await writeLayout(path, options);
  return facts(path);
}

async function refusal(options: LayoutOf): Promise<string> {
  const found = await read(options);
  if (isKnown(found)) throw new Error('it was read');
  return found.unable;
}

describe('a whole layout', () => {
  it.each(['gzip', 'zstd', 'none'] as const)(
    'has the sizes of its layers, packed as %s',
    async (packing) => {
      const entries = [
        {name: 'a/', type: 'directory' as const},
        {name: 'a/one', content: 'x'.repeat(70_000)},
        {name: 'a/two', type: 'link' as const, linkname: 'a/one'},
        {name: 'a/three', type: 'symlink' as const, linkname: 'one'},
      ];
      const tar = await tarOf(entries);
      const found = await read({layers: [{entries, packing}, HELLO]});
      expect(found).toMatchObject({value: {unpackedBytes: 70_011, contents: {files: 3}}});
      if (packing === 'none')
        expect(found).toMatchObject({value: {layers: [{downloadBytes: tar.length}, {}]}});
    },
  );

  it('may have a layer of nothing but whiteouts, an empty one, and one that comes twice', async () => {
    const found = await read({
      layers: [HELLO, HELLO, {entries: []}, {entries: [{name: 'etc/.wh.hello'}]}],
    });
    expect(found).toMatchObject({value: {unpackedBytes: 22, contents: {files: 0}}});
  });

  it('resolves the user in the final passwd, through links', async () => {
    const found = await read({
      settings: {User: 'app'},
      layers: [
        {entries: [{name: 'etc/passwd', content: 'app:x:0:0::/:/bin/sh\n'}]},
        {
          entries: [
            {name: 'nix/store/x/etc/passwd', content: 'app:x:1000:1000::/:/bin/sh\n'},
            {name: 'etc/passwd', type: 'symlink', linkname: '../nix/store/x/etc/passwd'},
          ],
        },
      ],
    });
    expect(found).toMatchObject({
      value: {user: {value: {declared: 'app', uid: 1000, isRoot: false}}},
    });
  });

  const USERS = 'app:x:0:0::/:\n';
  const chain = (length: number): readonly TarEntry[] => [
    ...Array.from({length}, (_, at) => ({
      ...{name: at === 0 ? 'etc/passwd' : `links/${at}`, type: 'symlink' as const},
      linkname: at === length - 1 ? '/data/users' : `/links/${at + 1}`,
    })),
    {name: 'data/users', content: USERS},
  ];
  it.each<[string, readonly TarEntry[]]>([
    ['a file of any name', chain(1)],
    ['a chain that Linux would not follow, and the engine does', chain(200)],
    [
      'a hard link',
      [
        {name: 'data/users', content: USERS},
        {name: 'etc/passwd', type: 'link', linkname: 'data/users'},
      ],
    ],
  ])('finds the accounts behind %s', async (_, entries) => {
    const found = await read({settings: {User: 'app'}, layers: [HELLO, {entries}, HELLO]});
    expect(found).toMatchObject({value: {user: {value: {uid: 0, isRoot: true}}}});
  });

  it('does not guess who an image starts as whose accounts are a folder', async () => {
    const entries = [{name: 'etc/passwd/', type: 'directory' as const}];
    const found = await read({settings: {User: '7'}, layers: [{entries}]});
    expect(found).toMatchObject({
      value: {user: {unable: expect.stringMatching(/^Who the image starts as is not known/)}},
    });
  });

  it('leaves attestations out and follows a nested index', async () => {
    const found = await read({
      layers: [HELLO],
      index: (image, write) => {
        const attestation = {
          ...write(json({what: 'ever'}), MANIFEST),
          annotations: {'vnd.docker.reference.type': 'attestation-manifest'},
        };
        return [write(json({schemaVersion: 2, manifests: [image, attestation]}), INDEX)];
      },
    });
    expect(found).toMatchObject({value: {unpackedBytes: 11}});
  });

  it('keeps names that are long, odd or not of this world', async () => {
    const long = `${'d/'.repeat(120)}${'f'.repeat(120)}`;
    const found = await read({
      layers: [{entries: [{name: long}, {name: './x'}, {name: '/y'}, {name: 'a|`<!--\n\u202e'}]}],
    });
    expect(found).toMatchObject({value: {contents: {files: 4}}});
  });
});

describe('what the scanner is given', () => {
  const layers: readonly LayerOf[] = [
    {...HELLO, packing: 'gzip'},
    {...HELLO, packing: 'gzip'},
    {entries: [{name: 'etc/more', content: 'more'}], packing: 'zstd'},
    {entries: [], packing: 'none'},
  ];

  it('is the same image with plain layers, each blob under its digest', async () => {
    const [path, spare] = [folder(), folder()];
    await writeLayout(path, {layers});
    const packed = await readImage({image: planned(), path}, {spare}, testDeps());
    expect(packed.scannable).toBe(spare);
    const blobs = join(spare, 'blobs/sha256');
    for (const name of readdirSync(blobs)) {
      const data = readFileSync(join(blobs, name));
      expect(createHash('sha256').update(data).digest('hex')).toBe(name);
    }
    const plain = await readImage({image: planned(), path: spare}, {spare: folder()}, testDeps());
    if (!isKnown(packed.facts) || !isKnown(plain.facts)) throw new Error('one was not read');
    const {configDigest, unpackedBytes, contents} = packed.facts.value;
    expect(plain.facts.value).toMatchObject({configDigest, unpackedBytes, contents});
    expect(plain.facts.value.layers.map(({diffId}) => diffId)).toEqual(
      packed.facts.value.layers.map(({diffId}) => diffId),
    );
  });

  it.each<[string, (deps: TestDeps) => Partial<TestDeps['files']>]>([
    ['has little room', () => ({freeBytes: () => Promise.resolve(1e9)})],
    ['takes no file', () => ({sparseSink: () => createWriteStream('/nowhere/at/all')})],
  ])('is the layout itself on a disk that %s', async (_, change) => {
    const path = folder();
    await writeLayout(path, {layers});
    const deps = testDeps();
    const files = {...deps.files, ...change(deps)};
    const reading = await readImage({image: planned(), path}, {spare: folder()}, {...deps, files});
    expect(reading.scannable).toBe(path);
    expect(isKnown(reading.facts)).toBe(true);
  });

  it('is the layout itself where that is damaged', async () => {
    const path = folder();
    await writeLayout(path, {layers: [{...HELLO, diffId: `sha256:${'0'.repeat(64)}`}]});
    const reading = await readImage({image: planned(), path}, {spare: folder()}, testDeps());
    expect(reading.scannable).toBe(path);
  });
});

describe('a layout that is not what it says', () => {
  const flipped = (right: Buffer): Buffer => {
    const wrong = Buffer.from(right);
    const at = wrong.length - 12;
    wrong[at] = (wrong[at] ?? 0) ^ 1;
    return wrong;
  };

  it.each<[string, LayoutOf, RegExp]>([
    ['a diffID', {layers: [{...HELLO, diffId: `sha256:${'0'.repeat(64)}`}]}, /diffID of layer/],
    [
      'a plain blob',
      {layers: [{...HELLO, packing: 'none', blob: (right) => Buffer.concat([right, right])}]},
      /digest of layer/,
    ],
    ['a gzip blob', {layers: [{...HELLO, blob: flipped}]}, /is damaged|digest of layer/],
    [
      'a blob that is cut off',
      {layers: [{...HELLO, blob: (right) => right.subarray(0, right.length >> 1)}]},
      /is damaged/,
    ],
    ['a size', {layers: [{...HELLO, descriptor: {size: 1}}]}, /size of layer/],
    ['a blob that is not there', {layers: [{...HELLO, absent: true}]}, /has no blob in the layout/],
    [
      'a foreign layer',
      {layers: [{...HELLO, absent: true, descriptor: {urls: ['https://a.example/b']}}]},
      /is foreign: its blob is kept elsewhere/,
    ],
    [
      'the count of layers',
      {layers: [HELLO], config: {rootfs: {type: 'layers', diff_ids: []}}},
      /1 layers and its config 0/,
    ],
    ['no image at all', {index: () => []}, /names 0 images/],
    ['two images', {index: (image) => [image, image]}, /names 2 images/],
    ['a config of another shape', {config: {os: 5}}, /config sha256:\w+ is not of the shape/],
    [
      'what is no archive',
      {layers: [{tar: Buffer.alloc(2048, 'no archive')}]},
      /is damaged: .*tar header/i,
    ],
  ])('is unable, and the sentence names it: %s', async (_, options, words) => {
    expect(await refusal(options)).toMatch(words);
  });

  it.each(['../evil', 'a/../../evil', '/..'])(
    'is unable for the name %j, which leaves the root, however much comes after it',
    async (name) => {
      const after = Array.from({length: 40}, (_, index) => ({
        name: `f${index}`,
        content: 'x'.repeat(100_000),
      }));
      expect(await refusal({layers: [{entries: [{name}, ...after]}]})).toMatch(/leaves .*root/);
    },
  );

  it('is never an exception and never believed, whatever byte of it is changed', async () => {
    const path = folder();
    await writeLayout(path, {layers: [HELLO, {...HELLO, packing: 'zstd'}]});
    const right = await facts(path);
    const blobs = readdirSync(join(path, 'blobs/sha256')).map((name) =>
      join(path, 'blobs/sha256', name),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...blobs, join(path, 'index.json')),
        fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}),
        fc.integer({min: 1, max: 255}),
        async (file, where, change) => {
          const before = readFileSync(file);
          const after = Buffer.from(before);
          const at = Math.floor(where * after.length);
          after[at] = (after[at] ?? 0) ^ change;
          writeFileSync(file, after);
          const found = await facts(path);
          writeFileSync(file, before);
          if (isKnown(found)) expect(found).toEqual(right);
          else expect(found.unable).toMatch(/^The image cannot be read: .+\.$/s);
        },
      ),
      {numRuns: cases(150)},
    );
  });
});
