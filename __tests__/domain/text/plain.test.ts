import {stripVTControlCharacters} from 'node:util';
import {plainLine, withoutEscapes} from '../../../src/domain/text/plain-text.ts';

const SEQUENCES = [
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007x',
  '\u001b]8;;http://example.com\u001b\\link\u001b]8;;\u001b\\',
  '\u001b[?25lx',
  '\u009b1mC',
  'x\u001b7 \u001b8',
];

test('What a terminal obeys is taken out whole, as node does it', () => {
  expect(SEQUENCES.map(withoutEscapes)).toEqual(
    SEQUENCES.map((text) => stripVTControlCharacters(text)),
  );
});

test('Nothing of a line is hidden, and nothing turns it around', () => {
  const hidden = [
    '\u0000\u0007\u001b\u007f\u0085\u009c',
    '\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff\u{e0041}',
  ];
  expect(hidden.map((text) => plainLine(`a${text}b`))).toEqual(['a b', 'a b']);
  expect(plainLine('a\r\nb\tc\u001b]0;open')).toBe('a b c0;open');
});

/** Beginnings without their ends, and much of what is dropped. */
const PUMPED = [
  ...[
    '\u001b]0;a',
    '\u001b]',
    '\u001b[1',
    '\u001b[;',
    '\u001b',
    '\u009b1;',
    '\u001bP',
    '\u001b(',
    '\u009d',
  ],
  ...['a ', '\u202e', '\n', ' \t', '\u0007\u001b\\'],
];

test.each(PUMPED)('A million characters of %j take no longer than a glance', (piece) => {
  const text = `${piece.repeat(1_000_000 / piece.length)}!`;
  const before = performance.now();
  plainLine(text);
  expect(performance.now() - before).toBeLessThan(2000);
});
