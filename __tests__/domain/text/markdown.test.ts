import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {fit} from '../../../src/domain/text/fit.ts';
import {escapeMarkdown, table} from '../../../src/domain/text/markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['a|b', 'a&#124;b'],
    ['`x`', '&#96;x&#96;'],
    ['<!-- x', '&lt;&#33;&#45;&#45; x'],
    ['@octocat', '&#64;octocat'],
    ['a\nb', 'a b'],
    ['a\u202eb', 'a b'],
    ['https://x.example', 'https&#58;//x.example'],
  ])('%j', (foreign, expected) => {
    expect(escapeMarkdown(foreign)).toBe(expected);
  });

  it('never leaves a character that starts a table cell, an element, a mention or a line', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (foreign) => {
        expect(escapeMarkdown(foreign)).not.toMatch(/[|<>@`\n\r\u202e[\]*]/);
      }),
    );
  });

  it('keeps the number of cells of a row', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (foreign) => {
        const row =
          table(['a', 'b'], [[escapeMarkdown(foreign), 'x']])
            .split('\n')
            .at(-1) ?? '';
        expect(row.split('|')).toHaveLength(4);
      }),
    );
  });
});

describe('fit', () => {
  const note = (names: readonly string[]): string => `left out: ${names.join(', ')}`;

  it('leaves out the least important part and says so', () => {
    const parts = [
      {name: 'head', text: 'head', priority: 2},
      {name: 'body', text: 'x'.repeat(100), priority: 1},
    ];
    expect(fit(parts, 40, note)).toBe('head\n\nleft out: body');
  });

  it('is never longer than the limit', () => {
    const part = fc.record({
      name: fc.string(),
      text: fc.string({unit: 'binary'}),
      priority: fc.integer(),
    });
    fc.assert(
      fc.property(fc.array(part), fc.integer({min: 0, max: 200}), (parts, limit) => {
        expect(Buffer.byteLength(fit(parts, limit, note))).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
