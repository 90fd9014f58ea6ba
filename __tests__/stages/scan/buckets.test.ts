import {expect, it} from '@jest/globals';
import type {Deps} from '../../../src/deps.ts';
import {readBuckets} from '../../../src/stages/scan/buckets.ts';
import {testDeps} from '../../support/deps.ts';

const PAGE = 1024;
const [BRANCH, LEAF, META] = [1, 2, 4];

/** As bbolt writes pages: header, elements, then names and values. */
function page(flags: number, count: number, overflow = 0): Buffer {
  const bytes = Buffer.alloc(PAGE * (1 + overflow));
  bytes.writeUInt16LE(flags, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(overflow, 12);
  return bytes;
}

function meta(root: number, transaction: number): Buffer {
  const bytes = page(META, 0);
  bytes.writeUInt32LE(0xed0cdaed, 16);
  bytes.writeUInt32LE(2, 20);
  bytes.writeUInt32LE(PAGE, 24);
  bytes.writeBigUInt64LE(BigInt(root), 32);
  bytes.writeBigUInt64LE(BigInt(transaction), 64);
  return bytes;
}

function branch(...children: readonly number[]): Buffer {
  const bytes = page(BRANCH, children.length);
  for (const [index, child] of children.entries())
    bytes.writeBigUInt64LE(BigInt(child), 16 + index * 16 + 8);
  return bytes;
}

/** What begins with a dash is no bucket. */
function leaf(names: readonly string[], overflow = 0): Buffer {
  const bytes = page(LEAF, names.length, overflow);
  let end = bytes.length;
  for (const [index, name] of names.entries()) {
    const at = 16 + index * 16;
    end -= bytes.write(name, end - Buffer.byteLength(name));
    bytes.writeUInt32LE(name.startsWith('-') ? 0 : 1, at);
    bytes.writeUInt32LE(end - at, at + 4);
    bytes.writeUInt32LE(Buffer.byteLength(name), at + 8);
  }
  return bytes;
}

async function bucketsOf(...pages: readonly Buffer[]): Promise<readonly string[] | undefined> {
  const file = Buffer.concat(pages);
  // In memory: a branch that leads to itself is read ten thousand times.
  const readAt: Deps['files']['readAt'] = (_, offset, bytes) =>
    Promise.resolve(file.subarray(offset, offset + bytes));
  const names = await readBuckets('trivy.db', {files: {...testDeps().files, readAt}});
  return names && [...names].sort();
}

const old = leaf(['debian 11']);

it('are those of all leaves below the later of two roots, over pages that go on', async () => {
  const long = leaf(['alpine 3.20', '-no bucket'], 1);
  const tree = [branch(4, 5), leaf(['debian 12', 'ubuntu 22.04']), long];
  const expected = ['alpine 3.20', 'debian 12', 'ubuntu 22.04'];
  expect(await bucketsOf(meta(2, 6), meta(3, 7), old, ...tree)).toEqual(expected);
  expect(await bucketsOf(meta(3, 7), meta(2, 6), old, ...tree)).toEqual(expected);
});

it('are not known of what is no such file, or is damaged', async () => {
  const far = leaf(['x']);
  far.writeUInt32LE(PAGE, 20);
  expect(await bucketsOf(Buffer.from('SQLite format 3'))).toBeUndefined();
  expect(await bucketsOf(meta(2, 1), meta(2, 2), far)).toBeUndefined();
  expect(await bucketsOf(meta(9, 1), meta(9, 2), old)).toBeUndefined();
  // A branch that leads to itself.
  expect(await bucketsOf(meta(2, 1), meta(2, 2), branch(2, 2))).toBeUndefined();
});
