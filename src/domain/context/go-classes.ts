/** Sets of characters that Go's regular expressions have names for. Pure. */
import type {CharacterTest} from '../text/linear-match.ts';

/** A member of each range, written as `AZaz`: from A to Z, from a to z. */
function within(ranges: string): CharacterTest {
  return (character) => {
    for (let at = 0; at < ranges.length; at += 2)
      if ((ranges[at] ?? '') <= character && character <= (ranges[at + 1] ?? '')) return true;
    return false;
  };
}

export const isWord: CharacterTest = within('09AZaz__');

/** `\d` and the like. */
export const PERL: ReadonlyMap<string, CharacterTest> = new Map([
  ['d', within('09')],
  ['s', within('\t\n\f\r  ')],
  ['w', isWord],
]);

/** `[[:alpha:]]` and the like. */
export const POSIX: ReadonlyMap<string, CharacterTest> = new Map([
  ['alnum', within('09AZaz')],
  ['alpha', within('AZaz')],
  ['ascii', within('\0\x7F')],
  ['blank', within('\t\t  ')],
  ['cntrl', within('\0\x1F\x7F\x7F')],
  ['digit', within('09')],
  ['graph', within('!~')],
  ['lower', within('az')],
  ['print', within(' ~')],
  ['punct', within('!/:@[`{~')],
  ['space', within('\t\r  ')],
  ['upper', within('AZ')],
  ['word', isWord],
  ['xdigit', within('09AFaf')],
]);

/** `\pL`, `\p{Lu}`, `\p{Greek}`: a category or a script of Unicode. */
export function unicodeCategory(name: string): CharacterTest | undefined {
  if (!/^[A-Za-z_]{1,40}$/.test(name)) return undefined;
  const written = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  for (const property of ['gc', 'sc']) {
    try {
      const expression = new RegExp(`^\\p{${property}=${written}}$`, 'u');
      return (character) => expression.test(character);
    } catch {
      // No such name.
    }
  }
  return undefined;
}

/** `\n` and the like. */
export const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);
