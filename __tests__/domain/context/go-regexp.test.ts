/** What Go's own matcher, as re2js has it, makes of the expressions that a line of an ignore file can become. */
import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import {RE2JS} from 're2js';
import {expect, it} from '@jest/globals';
import {ANY_FOLDERS, parseGoRegexp} from '../../../src/domain/context/go-regexp.ts';
import {matchesWhole} from '../../../src/domain/text/linear-match.ts';

const WILD = [ANY_FOLDERS, '[^/]*', '[^/]', '.*'];
const PLAIN = ['a', 'b', '/', '-', 'é', '😀', '^', '|', '{', '}', '[', ']'];
const SETS = ['[a-c]', '[^a]', '[z-a]', '[\\d-]', '[[:alpha:]]', '[[:^digit:]]'];
const COUNTS = ['{2}', '{1,3}', '{1,}', '{1000}', '{1001}', '{3,1}'];
const ESCAPED = ['d', 'w', 's', 'b', 'A', 'z', 'C', 'y', 'Q', 'E', '.', '8', '101', 'x41'].map(
  (text) => `\\${text}`,
);
const NAMED = ['\\pL', '\\pN', '\\P{L}', '\\p{Greek}', '\\x{1F600}'];
const PIECES = [...WILD, ...PLAIN, ...SETS, ...COUNTS, ...ESCAPED, ...NAMED];
const NAMES = ['', 'a', 'b', 'ab', 'aa', 'aab', 'a1', 'a-b', 'a.b', '1', 'A', '/', 'a/b', 'x/y/z'];
const TEXTS = [...NAMES, '.', '{', 'é', 'α', '😀'];

function theirs(expression: string): readonly boolean[] | undefined {
  try {
    const compiled = RE2JS.compile(expression);
    return TEXTS.map((text) => compiled.matcher(text).find());
  } catch {
    return undefined;
  }
}

function ours(expression: string): readonly boolean[] | undefined {
  const items = parseGoRegexp(expression);
  return items && TEXTS.map((text) => matchesWhole(items, Array.from(text)));
}

it('an expression is refused, or matches, as it does there', () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), {minLength: 1, maxLength: 6});
  let taken = 0;
  fc.assert(
    fc.property(pieces, (parts) => {
      const expression = `^${parts.join('')}$`;
      const expected = theirs(expression);
      if (expected !== undefined) taken += 1;
      return isDeepStrictEqual(ours(expression), expected);
    }),
    {numRuns: 20_000, seed: 7},
  );
  expect(taken).toBeGreaterThan(5000);
});
