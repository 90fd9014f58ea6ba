/**
 * Rule 19: bytes on the disk are bounded. The attacker wrote the image: a layer of theirs is small to
 * download and as large as they like when it is unpacked. They must not fill the runner's disk with it,
 * nor get a verdict of an image that was not read to its end.
 */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';
import fc from 'fast-check';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {ARCHIVE_END, archiveHeader} from '../../src/domain/health/archive.ts';
import {sparseSink} from '../../src/platform/sparse.ts';
import {readImage, type ImageReadResult} from '../../src/stages/read/index.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {writeLayout, type Packing} from '../support/layouts.ts';
import {planned} from '../support/scan.ts';

const folder = folders();
const MIB = 1024 * 1024;

/** A file of zeros, as `RUN truncate -s 64M /x` leaves it. */
async function bomb(packing: Packing, mib = 64): Promise<string> {
  const path = folder();
  const tar = Buffer.concat([archiveHeader('x', mib * MIB), Buffer.alloc(mib * MIB), ARCHIVE_END]);
  await writeLayout(path, {layers: [{tar, packing}]});
  return path;
}

interface Read extends ImageReadResult {
  readonly spare: string;
}

async function read(path: string, mostBytes?: number, deps: TestDeps = testDeps()): Promise<Read> {
  const spare = folder();
  const place = {spare, ...(mostBytes === undefined ? {} : {mostBytes})};
  return {...(await readImage({image: planned(), path}, place, deps)), spare};
}

/** As `du` counts. */
function onDisk(path: string): number {
  return readdirSync(path, {recursive: true, encoding: 'utf8'})
    .map((name) => statSync(join(path, name)).blocks * 512)
    .reduce((sum, bytes) => sum + bytes, 0);
}

describe.each<Packing>(['zstd', 'gzip'])('a layer of zeros, packed as %s,', (packing) => {
  let path: string;
  beforeAll(async () => {
    path = await bomb(packing);
  });

  it('takes next to no room beside itself', async () => {
    const {facts, scannable, spare} = await read(path);
    expect(facts).toMatchObject({value: {unpackedBytes: 64 * MIB}});
    expect(scannable).toBe(spare);
    expect(onDisk(spare)).toBeLessThan(MIB);
  });

  it('is given up at the limit, by its name and with its bytes', async () => {
    const {facts, isTooLarge, spare} = await read(path, 50 * MIB);
    expect(facts).toEqual({
      unable: expect.stringMatching(
        /^The image cannot be read: its layers unpack to more than 52\.4 MB \(52\d{6} bytes when layer sha256:[0-9a-f]{64} was given up\); the input max-unpacked allows more\.$/,
      ),
    });
    expect(isTooLarge).toBe(true);
    expect(onDisk(spare)).toBeLessThan(MIB);
  });
});

it('the layers of an image share one limit', async () => {
  const path = folder();
  const layers = ['a', 'b', 'c'].map((name) => ({entries: [{name, content: name.repeat(MIB)}]}));
  await writeLayout(path, {layers});
  expect((await read(path, 4 * MIB)).isTooLarge).toBeUndefined();
  expect((await read(path, 2 * MIB)).isTooLarge).toBe(true);
});

it('a copy is given up while it grows when the disk has no more room, and the image is read on', async () => {
  const deps = testDeps();
  let asked = 0;
  const freeBytes = (): Promise<number> => Promise.resolve((asked += 1) === 1 ? 1e12 : 1e9);
  const path = await bomb('none', 80);
  const reading = await read(path, undefined, {...deps, files: {...deps.files, freeBytes}});
  expect(reading.facts).toMatchObject({value: {unpackedBytes: 80 * MIB}});
  expect(reading.scannable).toBe(path);
  expect(asked).toBe(2);
  expect(readdirSync(join(reading.spare, 'blobs/sha256'))).toEqual([]);
});

it('a file with holes is the same, byte for byte', async () => {
  const chunk = fc.oneof(
    fc.nat(200_000).map((length) => Buffer.alloc(length)),
    fc.uint8Array({maxLength: 2000}).map((bytes) => Buffer.from(bytes)),
    fc.nat(150_000).map((length) => Buffer.alloc(length, 7)),
  );
  const property = fc.asyncProperty(fc.array(chunk, {maxLength: 12}), async (chunks) => {
    const path = join(folder(), 'file');
    const sink = sparseSink(path);
    for (const one of chunks) sink.write(one);
    sink.end();
    await finished(sink);
    expect(readFileSync(path).equals(Buffer.concat(chunks))).toBe(true);
  });
  await fc.assert(property, {numRuns: 60});
});

it('a file that is there already is no place for it', async () => {
  const sink = sparseSink(join(folder({file: 'x'}), 'file'));
  await expect(finished(sink.end('y'))).rejects.toThrow(/EEXIST/);
});
