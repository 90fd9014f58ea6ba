import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {fit} from '../../../src/domain/text/fit-parts.ts';
import {breakable, code, escapeMarkdown, table} from '../../../src/domain/text/markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['a|b', 'a&#124;b'],
    ['`x`', '&#96;x&#96;'],
    ['<!-- x', '&lt;&#33;&#45;&#45; x'],
    ['@octocat', '&#64;&#8203;octocat'],
    ['see #12 and o/r#3', 'see &#35;&#8203;12 and o/r&#35;&#8203;3'],
    ['C# and gh-7', 'C&#35; and gh&#45;&#8203;7'],
    ['GH-GH-1 and GH-x', 'GH&#45;GH&#45;&#8203;1 and GH&#45;x'],
    ['$x$', '&#36;x&#36;'],
    ['1http://x, ftp://x', '1http&#58;//x, ftp&#58;//x'],
    ['a\ud800b', 'a\ufffdb'],
    ['a\nb', 'a b'],
    ['a\u202eb', 'a b'],
    ['https://x.example', 'https&#58;//x.example'],
    ['HTTP:www.x.example: y', 'HTTP&#58;www&#46;x.example: y'],
    ['MailTo:a, XMPP:b, ttp:c', 'MailTo&#58;a, XMPP&#58;b, ttp:c'],
  ])('%j', (foreign, expected) => {
    expect(escapeMarkdown(foreign)).toBe(expected);
  });

  it('in a code element, where GitHub looks for no names, can be copied as it is', () => {
    expect(code('@scope/name#1')).toBe('<code>&#64;scope/name&#35;1</code>');
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

describe('breakable', () => {
  it.each([
    ['frontend', 'frontend'],
    ['frontends', 'frontend<wbr>s'],
    ['a b', 'a b'],
    ['<b>12345678', '&lt;b&gt;12345<wbr>678'],
  ])('%j', (foreign, expected) => {
    expect(breakable(foreign)).toBe(expected);
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

  it('cuts what must stay, and leaves out nothing of it', () => {
    const parts = [
      {name: 'head', text: 'x'.repeat(50), priority: Number.POSITIVE_INFINITY},
      {name: 'body', text: 'body', priority: 1},
    ];
    expect(fit(parts, 40, note)).toBe('x'.repeat(40));
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
