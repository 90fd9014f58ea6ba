/** A document's texts as bytes: all of them, in few pieces, and compressed to the same. */
import {gunzipSync} from 'node:zlib';
import {expect, it} from '@jest/globals';
import fc from 'fast-check';
import {encodeChunks, gzipTexts} from '../../src/publishers/sarif/encode.ts';

it('are those of the whole text, whatever is in it', async () => {
  const text = fc.string({unit: 'binary', maxLength: 400}).map((one) => one.toWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(text, {maxLength: 40}), fc.nat(3000), async (texts, times) => {
      const all = [...texts, 'ü…𝒳'.repeat(times), ...texts];
      const whole = all.join('');
      expect(Buffer.concat([...encodeChunks(all)]).toString()).toBe(whole);
      expect(gunzipSync(await gzipTexts(all)).toString()).toBe(whole);
    }),
    {numRuns: 60},
  );
});

it('are few large pieces of many small texts, and one larger than a piece is one', () => {
  const small = Array.from({length: 1000}, () => 'x'.repeat(1000));
  expect([...encodeChunks(small)].length).toBeLessThan(20);
  const large = '…'.repeat(100_000);
  expect([...encodeChunks(['a', large, 'b'])].map(({length}) => length)).toEqual([1, 300_000, 1]);
});
