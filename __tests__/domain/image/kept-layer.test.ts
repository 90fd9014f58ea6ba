import {describe, expect, it} from '@jest/globals';
import {keptLines, parseKeptLayer, type KeptLayer} from '../../../src/domain/image/kept-layer.ts';
import type {TreeEntry} from '../../../src/domain/archive/entry.ts';

const FILE: TreeEntry = {
  ...{name: 'etc/passwd', kind: 'file', size: 3, mode: 0o644, uid: 0, gid: 0, mtime: 5},
  content: Uint8Array.of(1, 255, 0),
};
const LINK: TreeEntry = {
  ...{name: 'l\u00ff', kind: 'symlink', size: 0, mode: 0o777, uid: 1, gid: 2, mtime: 6},
  target: 'etc',
};
const LAYER: KeptLayer = {
  facts: {digest: 'sha256:a', diffId: 'sha256:b', downloadBytes: 9, unpackedBytes: 3, entries: 2},
  entries: [FILE, LINK],
};
const TEXT = [...keptLines(LAYER)].join('');

describe('a layer that is kept', () => {
  it('is read again as it was', () => {
    const again = parseKeptLayer(TEXT);
    expect(again?.facts).toEqual(LAYER.facts);
    expect(again?.entries).toEqual([{...FILE, content: Buffer.from([1, 255, 0])}, LINK]);
  });

  it.each([
    ['another version', TEXT.replace(/"version":\d+/, '"version":0')],
    ['a line less', TEXT.split('\n').slice(0, 2).join('\n')],
    ['another size', TEXT.replace('"size":3', '"size":4')],
    ['a kind that is none', TEXT.replace('"symlink"', '"door"')],
    ['nothing', ''],
  ])('is none with %s', (_, text) => {
    expect(parseKeptLayer(text)).toBe(undefined);
  });
});
