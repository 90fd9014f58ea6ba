/**
 * One pattern of an ignore file as BuildKit's client reads it (github.com/moby/patternmatcher): by its
 * shape it is a name, the begin or the end of one, or becomes an expression. Pure.
 */
import {matchesWhole, type PatternItem} from '../text/linear-match.ts';
import {compileGoMatch} from './go-match.ts';
import {ANY_FOLDERS, parseGoRegexp} from './go-regexp.ts';

export type Pattern =
  | {readonly kind: 'name'; readonly name: string}
  /** `characters` gives the path's characters, split once for all patterns. */
  | {readonly kind: 'test'; readonly matches: (path: string, characters: () => string[]) => boolean}
  /** No pattern, which the builder finds when it comes to use it. */
  | {readonly kind: 'bad'};

type Shape = 'name' | 'begin' | 'end' | 'expression';

/** Undefined for what is refused before any file is looked at. */
export function parsePattern(text: string): Pattern | undefined {
  if (compileGoMatch(text)('.') === 'bad pattern') return undefined;
  const {shape, expression} = shapeOf(text);
  switch (shape) {
    case 'name':
      return {kind: 'name', name: text};
    case 'begin': {
      const begin = text.slice(0, -'**'.length);
      return {kind: 'test', matches: (path) => path.startsWith(begin)};
    }
    case 'end': {
      const end = text.slice('**'.length);
      const whole = end.startsWith('/') ? end.slice(1) : undefined;
      return {kind: 'test', matches: (path) => path.endsWith(end) || path === whole};
    }
    case 'expression': {
      const items = parseGoRegexp(expression);
      return items === undefined ? {kind: 'bad'} : expressionPattern(items);
    }
  }
}

/** Most paths lack what the pattern says literally; asking for that first is a hundred times quicker. */
function expressionPattern(items: readonly PatternItem[]): Pattern {
  const {begin, part, end} = neededBy(items);
  return {
    kind: 'test',
    matches: (path, characters) =>
      path.startsWith(begin) &&
      path.endsWith(end) &&
      path.includes(part) &&
      matchesWhole(items, characters()),
  };
}

interface Needed {
  readonly begin: string;
  readonly end: string;
  readonly part: string;
}

/** What every matching path begins with, ends with, and the longest that it has anywhere. */
function neededBy(items: readonly PatternItem[]): Needed {
  const runs = [''];
  for (const item of items) {
    const character = item.kind === 'one' ? item.character : undefined;
    if (character === undefined) runs.push('');
    else runs.push(`${runs.pop() ?? ''}${character}`);
  }
  // An anchor is one item at each end, with an empty run outside of it.
  return {
    begin: items[0]?.kind === 'place' ? (runs[1] ?? '') : '',
    end: items.at(-1)?.kind === 'place' ? (runs.at(-2) ?? '') : '',
    part: runs.reduce((longest, run) => (run.length > longest.length ? run : longest), ''),
  };
}

/** The builder's scanner passes over a byte order mark, in an expression alone. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** In the builder's own, odd order: `**` at the begin makes an end of it until a wildcard follows. */
function shapeOf(text: string): {readonly shape: Shape; readonly expression: string} {
  const characters = Array.from(withoutMark(text));
  const out: string[] = ['^'];
  let shape: Shape = 'name';
  for (let at = 0; at < characters.length;) {
    const read = pieceAt(characters, at);
    const isEnd = read.isFolders && read.end === characters.length;
    if (read.isFolders && isEnd && shape === 'name') shape = 'begin';
    else {
      out.push(isEnd ? '.*' : read.piece);
      if (read.isWild) shape = 'expression';
    }
    if (read.isFolders && at === 0) shape = 'end';
    at = read.end;
  }
  return {shape, expression: `${out.join('')}$`};
}

interface Piece {
  readonly piece: string;
  readonly end: number;
  readonly isWild: boolean;
  readonly isFolders?: boolean;
}

function pieceAt(characters: readonly string[], at: number): Piece {
  const character = characters[at] ?? '';
  const next = characters[at + 1];
  const end = at + 1;
  if (character === '*' && next === '*') {
    const isSlash = characters[at + 2] === '/';
    return {piece: ANY_FOLDERS, end: isSlash ? at + 3 : at + 2, isWild: true, isFolders: true};
  }
  if (character === '*') return {piece: '[^/]*', end, isWild: true};
  if (character === '?') return {piece: '[^/]', end, isWild: true};
  if (character === '\\' && next !== undefined)
    return {piece: `\\${next}`, end: at + 2, isWild: true};
  if (character === '[' || character === ']') return {piece: character, end, isWild: true};
  // Braces and `|` are left as they are: beside a wildcard they count (`a{2}*`) and part (`a*|b`).
  // So is a backslash at the end, which the `$` after it then belongs to.
  const isMark = /^[.+()$]$/.test(character);
  return {piece: isMark ? `\\${character}` : character, end, isWild: false};
}
