/** Image layouts on the disk: documents, archives and their compression, with digests that hold and that do not. */
import {createHash} from 'node:crypto';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync, gzipSync, zstdCompressSync} from 'node:zlib';
import {testDeps} from '../../../__tests__/support/deps.ts';
import {tarOf} from '../../../__tests__/support/layouts.ts';
import {planned} from '../../../__tests__/support/scan.ts';
import {listLines} from '../../../src/domain/image/listing.ts';
import {packageOwners} from '../../../src/domain/image/package-owners.ts';
import {isKnown} from '../../../src/domain/known.ts';
import {readImage} from '../../../src/stages/read/index.ts';
import {compressLines} from '../../../src/stages/read/compressed-listing.ts';
import {inFolder, packed, unpacked, type Folder} from '../folder.ts';
import {expectLayoutHolds} from '../layout-truth.ts';
import {mutateBytes} from '../mutate.ts';
import {kinOf, mutateJson, textOf} from '../mutate-json.ts';
import {below, oneOf, someTimes, type Random} from '../random.ts';
import type {Target} from '../target.ts';

const TYPE = 'application/vnd.oci.image';
const BLOCK = 512;
const PACKINGS = ['gzip', 'zstd', 'none'] as const;
/** More than any mutant needs: one that unpacks to more is given up. */
const MOST_UNPACKED = 50_000_000;

interface Layer {
  readonly tar: Buffer;
  readonly packing: (typeof PACKINGS)[number];
  /** Instead of what the packing makes. */
  readonly blob?: Buffer;
}

/** All that is in a layout, before digests are made of it. */
interface Image {
  readonly layers: readonly Layer[];
  readonly config: object;
  /** What manifest and index say beside their descriptors. */
  readonly manifest: object;
  readonly index: object;
  readonly isNested: boolean;
}

const passwd = 'root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/:/bin/sh\n';
const base = await tarOf([
  {name: 'etc/', type: 'directory'},
  {name: 'etc/passwd', content: passwd},
  {name: `${'long/'.repeat(30)}name`, content: 'of more than a hundred characters'},
  {name: 'usr/lib/python3/x.dist-info/RECORD', content: 'x.py,,\n../../bin/x,,\n'},
  {name: 'bin/sh', content: '\x7fELF', mode: 0o4755},
]);
const above = await tarOf([
  {name: 'etc/.wh.passwd'},
  {name: 'usr/.wh..wh..opq'},
  {name: 'bin/link', type: 'symlink', linkname: '../etc/passwd'},
  {name: 'bin/sh', content: '\x7fELF', mode: 0o755},
  {name: 'bin/hard', type: 'link', linkname: 'bin/sh'},
  {name: 'srv/日本', content: 'x'.repeat(2000), pax: {path: 'srv/日本', comment: 'x'}},
]);
const config = {
  ...{os: 'linux', architecture: 'arm', variant: 'v7', history: [{created_by: 'RUN a'}]},
  config: {
    ...{User: 'app:app', Env: ['A=b', 'PATH=/bin'], Volumes: {'/data': {}}},
    Healthcheck: {Test: ['CMD-SHELL', 'true'], Interval: 30e9, Retries: 3},
  },
};
const manifest = {schemaVersion: 2, mediaType: `${TYPE}.manifest.v1+json`};
const index = {schemaVersion: 2, annotations: {a: 'b'}};
const IMAGES: readonly Image[] = [
  {
    layers: [
      {tar: base, packing: 'gzip'},
      {tar: above, packing: 'zstd'},
    ],
    ...{config, manifest, index, isNested: false},
  },
  {
    layers: [
      {tar: base, packing: 'none'},
      {tar: above, packing: 'gzip'},
      {tar: base, packing: 'none'},
    ],
    ...{config: {os: 'linux', architecture: 'amd64'}, manifest, index, isNested: true},
  },
];
const kin = kinOf([config, manifest, index]);

function packedTar({tar, packing, blob}: Layer): Buffer {
  if (blob !== undefined) return blob;
  if (packing === 'none') return tar;
  return packing === 'gzip' ? gzipSync(tar) : zstdCompressSync(tar);
}

/** Every digest is right. */
function layoutOf(image: Image): Map<string, Buffer> {
  const files = new Map<string, Buffer>([['oci-layout', Buffer.from('{}')]]);
  const put = (data: Buffer, mediaType: string): object => {
    const hex = hashOf(data);
    files.set(`blobs/sha256/${hex}`, data);
    return {mediaType: `${TYPE}.${mediaType}`, digest: `sha256:${hex}`, size: data.length};
  };
  const json = (document: object): Buffer => Buffer.from(textOf(document));
  const layers = image.layers.map((layer) => put(packedTar(layer), 'layer.v1.tar'));
  const diff_ids = image.layers.map(({tar}) => `sha256:${hashOf(tar)}`);
  const own = put(json({...image.config, rootfs: {type: 'layers', diff_ids}}), 'config.v1+json');
  const top = put(json({...image.manifest, config: own, layers}), 'manifest.v1+json');
  const manifests = image.isNested ? [put(json({manifests: [top]}), 'index.v1+json')] : [top];
  files.set('index.json', json({...image.index, manifests}));
  return files;
}

function hashOf(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Begin and length of fields: POSIX.1-2017, pax, "ustar Interchange Format". */
const FIELDS = [
  ...[[0, 100] as const, [100, 8] as const, [124, 12] as const],
  ...[[156, 1] as const, [157, 100] as const, [345, 155] as const],
];
const VALUES = ['../x', '/', '.wh.', 'etc', '\ud800', '77777777777', '-1'];
const TYPES = '012345679LKxgSV'.split('');

/** A field of a header, with the header's sum made right again; or what lies between headers. */
function mutateTar(tar: Buffer, random: Random): Buffer {
  const block = (): number => BLOCK * below(tar.length / BLOCK, random);
  const changed = Buffer.from(tar);
  const start = block();
  const [at, length] = oneOf(FIELDS, random);
  const from = start + at;
  const kind = random();
  if (kind < 0.2) return mutateBytes(tar, random);
  if (kind < 0.4)
    changed
      .subarray(from, from + below(length, random))
      .fill(oneOf([0, 0x30, 0x37, 0x80, 0xff], random));
  else if (kind < 0.6) changed.write(oneOf(VALUES, random), from);
  else if (kind < 0.75) changed.write(oneOf(TYPES, random), start + 156);
  else changed.copy(changed, block(), start, start + BLOCK);
  return withSum(changed, start);
}

/** Its own eight bytes count as blanks. */
function withSum(tar: Buffer, start: number): Buffer {
  const header = tar.subarray(start, start + BLOCK);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return tar;
}

function mutateLayer(layer: Layer, random: Random): Layer {
  if (random() < 0.75) {
    let {tar} = layer;
    for (let left = someTimes(random); left > 0; left -= 1) tar = mutateTar(tar, random);
    return {tar, packing: oneOf(PACKINGS, random)};
  }
  const blob = mutateBytes(packedTar(layer), random);
  try {
    return {...layer, blob, tar: layer.packing === 'gzip' ? gunzipSync(blob) : layer.tar};
  } catch {
    return {...layer, blob};
  }
}

/** Changed before its digests are made: nothing but what is in it can refuse it. */
function sealedMutant(image: Image, random: Random): Folder {
  if (random() < 0.7) {
    const at = below(image.layers.length, random);
    const layers = image.layers.map((layer, index) =>
      index === at ? mutateLayer(layer, random) : layer,
    );
    return layoutOf({...image, layers});
  }
  const part = oneOf(['config', 'config', 'manifest', 'index'] as const, random);
  return layoutOf({...image, [part]: mutateJson(image[part], kin, random)});
}

/** Changed afterwards: what is accepted of it must not hang on what was changed. */
function brokenMutant(image: Image, random: Random): Folder {
  const files = layoutOf(image);
  const names = [...files.keys()].filter((name) => name !== 'oci-layout');
  const name = oneOf(names, random);
  return files.set(name, mutateBytes(files.get(name) ?? Buffer.alloc(1), random));
}

export type Reader = typeof readImage;

/** @param read in the test of the fuzzer: a reader that believes what it is told */
export function layoutTarget(read: Reader = readImage): Target {
  const seeds = IMAGES.map((image) => packed(layoutOf(image)));
  const deps = testDeps();
  const run: Target['run'] = (mutant) =>
    inFolder(unpacked(mutant), async (folder) => {
      const spare = join(folder, 'spare');
      mkdirSync(spare);
      const place = {spare, mostBytes: MOST_UNPACKED};
      const {facts, tree} = await read({image: planned(), path: folder}, place, deps);
      // The documents hold: what is wrong is in a layer.
      if (!isKnown(facts)) return /layer|archive|entry/.test(facts.unable);
      expectLayoutHolds(folder, facts.value);
      if (tree !== undefined)
        await compressLines(listLines(tree, packageOwners(tree, [])), (text) => text);
      return true;
    });
  const mutate: Target['mutate'] = (_, random) => {
    const image = oneOf(IMAGES, random);
    return packed(random() < 0.6 ? sealedMutant(image, random) : brokenMutant(image, random));
  };
  return {seeds, mutate, run};
}
