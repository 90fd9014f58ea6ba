/** Awkward archives with a header changed and its sum set right again, replayed with the layers beside. */
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {AWKWARD} from '../../../scripts/truth/awkward.ts';
import {imageContents} from '../../../src/domain/image/contents.ts';
import {BadArchive} from '../../../src/domain/archive/bad-archive.ts';
import {TarReader} from '../../../src/domain/archive/tar.ts';
import {EscapingName, pathParts} from '../../../src/domain/image/names.ts';
import type {TreeEntry} from '../../../src/domain/archive/entry.ts';
import {Tree} from '../../../src/domain/image/tree.ts';
import {tarOf} from '../../support/layouts.ts';
import {cases, evilText} from '../../support/mutations.ts';
import {processorMs} from '../../support/linear.ts';

const BLOCK = 512;
/** Where the fields of a header are: POSIX ustar, GNU sparse. */
const FIELDS: readonly (readonly [number, number])[] = [
  ...([
    [0, 100],
    [100, 8],
    [108, 8],
    [116, 8],
    [124, 12],
    [136, 12],
    [156, 1],
    [157, 100],
  ] as const),
  ...([
    [257, 8],
    [329, 8],
    [337, 8],
    [345, 155],
    [386, 96],
    [482, 1],
    [483, 12],
  ] as const),
];

const images: Buffer[][] = [];
const work = mkdtempSync(join(tmpdir(), 'plimsoll-test-'));
afterAll(() => {
  rmSync(work, {recursive: true});
});
beforeAll(async () => {
  for (const {layers} of AWKWARD) {
    const tars = layers(work).map(async ({tar, entries}) => tar ?? (await tarOf(entries ?? [])));
    const image = await Promise.all(tars);
    if (image.some((tar) => headersOf(tar).length > 0)) images.push(image);
  }
});

function headersOf(tar: Buffer): readonly number[] {
  const starts = Array.from({length: Math.floor(tar.length / BLOCK)}, (_, index) => index * BLOCK);
  return starts.filter((start) => tar.toString('latin1', start + 257, start + 262) === 'ustar');
}

interface Change {
  readonly image: number;
  readonly layer: number;
  readonly header: number;
  readonly field: number;
  readonly value: Buffer;
  /** Of the data after the header, instead of the header: pax records, long names, sparse maps. */
  readonly isData: boolean;
}

const value = fc.oneof(
  evilText.map((text) => Buffer.from(text)),
  fc.uint8Array({minLength: 1, maxLength: 100}).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(0, 0x20, 0x30, 0x37, 0x39, 0x7f, 0x80, 0xff)
    .map((byte) => Buffer.alloc(100, byte)),
  fc.constantFrom(...'01234567SLKxgDVMNAX\0'.split('')).map((letter) => Buffer.from(letter)),
);
const change: fc.Arbitrary<Change> = fc.record({
  image: fc.nat(),
  layer: fc.nat(),
  header: fc.nat(),
  field: fc.nat(FIELDS.length - 1),
  value,
  isData: fc.boolean(),
});

function mutated({image, layer, header, field, value, isData}: Change): readonly Buffer[] {
  const tars = [...(images[image % images.length] ?? [])];
  const at = layer % tars.length;
  const tar = Buffer.from(tars[at] ?? Buffer.alloc(0));
  const headers = headersOf(tar);
  const start = headers[header % headers.length];
  if (start === undefined) return tars;
  const [offset = 0, length = 0] = FIELDS[field] ?? [];
  const from = start + offset + (isData ? BLOCK : 0);
  if (from + length <= tar.length) value.copy(tar, from, 0, Math.min(length, value.length));
  setSum(tar.subarray(start, start + BLOCK));
  tars[at] = tar;
  return tars;
}

function setSum(header: Buffer): void {
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}

function entriesOf(tar: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  const reader = new TarReader({
    onEntry: (entry) => {
      pathParts(entry.name);
      entries.push(entry);
    },
    wants: (name) => name.includes('o'),
  });
  for (let at = 0; at < tar.length; at += 7000) reader.write(tar.subarray(at, at + 7000));
  reader.end();
  return entries;
}

/** Unpacked bytes and those of the final tree; undefined where the image is refused. */
function replay(tars: readonly Buffer[]): void {
  const layers = tars.map(entriesOf);
  const tree = new Tree();
  for (const layer of layers) tree.apply(layer);
  const unpacked = layers.flat().reduce((sum, {size}) => sum + size, 0);
  const {inUseBytes} = imageContents(tree);
  expect(inUseBytes).toBeGreaterThanOrEqual(0);
  expect(inUseBytes).toBeLessThanOrEqual(unpacked);
  const lost = tree.waste().reduce((sum, {bytes}) => sum + bytes, 0);
  expect(inUseBytes + lost).toBe(unpacked - unseen(layers.flat()));
  for (const {path} of tree.entries())
    expect(path.split('/').some((part) => ['', '.', '..'].includes(part))).toBe(false);
}

/** Of files that have no place in a tree: whiteouts that hold something, and files named as the root. */
function unseen(entries: readonly TreeEntry[]): number {
  return entries.reduce((sum, {name, size}) => {
    const last = pathParts(name).at(-1);
    return last === undefined || last.startsWith('.wh.') ? sum + size : sum;
  }, 0);
}

describe('a header that says something else', () => {
  it('is replayed within the root or refused in a sentence, in no time, and no byte is lost', () => {
    let refused = 0;
    fc.assert(
      fc.property(change, (one) => {
        const spent = processorMs(() => {
          try {
            replay(mutated(one));
          } catch (error) {
            if (!(error instanceof BadArchive || error instanceof EscapingName)) throw error;
            refused += 1;
          }
        });
        expect(spent).toBeLessThan(2000);
      }),
      {numRuns: cases(6000)},
    );
    // Neither all nor none: the cases reach both ways.
    expect(refused).toBeGreaterThan(cases(6000) / 20);
    expect(refused).toBeLessThan(cases(6000) / 2);
  }, 600_000);
});
