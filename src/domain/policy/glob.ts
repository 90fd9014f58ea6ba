/**
 * Globs over paths in an image. Own code, because a pull request writes the patterns and an image
 * the paths: libraries translate to regular expressions, which `*a*a*a*a*b` keeps busy for hours.
 * Here every pattern takes at most its length times the path's.
 */
import {literal, matchesWhole, type PatternItem, type CharacterTest} from '../text/linear-match.ts';

/** The longest pattern. */
export const LONGEST_GLOB = 1000;
const DEEPEST = 10;

const inSegment: CharacterTest = (character) => character !== '/';
const anything: CharacterTest = () => true;

/**
 * Reads `*`, `?`, `[a-z]`, `{a,b}`, `\x` and `**` (whole segments); a leading `/` means nothing.
 * Gives the test for a path, or undefined for what is no pattern.
 */
export function compileGlob(pattern: string): ((path: string) => boolean) | undefined {
  if (pattern.length > LONGEST_GLOB) return undefined;
  const reader = new Reader(pattern.replace(/^\/+/, ''));
  const items = reader.sequence(0);
  if (items === undefined || !reader.atEnd()) return undefined;
  return (path) => matchesWhole(items, Array.from(path.replace(/^\/+/, '')));
}

class Reader {
  private readonly text: readonly string[];
  private at = 0;

  constructor(pattern: string) {
    this.text = Array.from(pattern);
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Up to the end, or inside braces up to `,` or `}`. Undefined for what is no pattern. */
  sequence(depth: number): readonly PatternItem[] | undefined {
    const items: PatternItem[] = [];
    while (!this.atEnd() && !(depth > 0 && /[,}]/.test(this.text[this.at] ?? ''))) {
      const item = this.item(depth);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }

  private item(depth: number): PatternItem | undefined {
    const character = this.text[this.at];
    const segmentStart = this.at === 0 || this.text[this.at - 1] === '/';
    this.at += 1;
    switch (character) {
      case '*':
        return this.stars(segmentStart);
      case '?':
        return {kind: 'one', test: inSegment};
      case '[':
        return this.characterClass();
      case '{':
        return depth < DEEPEST ? this.braces(depth + 1) : undefined;
      case '\\':
        return this.escaped();
      case undefined:
        return undefined;
      default:
        return literal(character);
    }
  }

  private escaped(): PatternItem | undefined {
    const character = this.text[this.at];
    this.at += 1;
    return character === undefined ? undefined : literal(character);
  }

  /** `**` is special only as a whole segment: `a/**`, a whole segment before `/b`. */
  private stars(segmentStart: boolean): PatternItem {
    let count = 1;
    while (this.text[this.at] === '*') {
      this.at += 1;
      count += 1;
    }
    if (count < 2 || !segmentStart) return {kind: 'many', test: inSegment};
    const next = this.text[this.at];
    if (next === undefined) return {kind: 'many', test: anything};
    if (next !== '/') return {kind: 'many', test: inSegment};
    this.at += 1;
    return {kind: 'folders', test: anything};
  }

  private characterClass(): PatternItem | undefined {
    const end = this.text.indexOf(']', this.at + 1);
    if (end === -1) return undefined;
    const inside = this.text.slice(this.at, end);
    this.at = end + 1;
    const negated = inside[0] === '!' || inside[0] === '^';
    const members = negated ? inside.slice(1) : inside;
    const test: CharacterTest = (character) =>
      inSegment(character) && isMember(members, character) !== negated;
    return {kind: 'one', test};
  }

  private braces(depth: number): PatternItem | undefined {
    const choices: (readonly PatternItem[])[] = [];
    for (;;) {
      const choice = this.sequence(depth);
      const end = this.text[this.at];
      if (choice === undefined || end === undefined) return undefined;
      choices.push(choice);
      this.at += 1;
      if (end === '}') return {kind: 'either', choices};
    }
  }
}

/** `a-z` is a range, everything else stands for itself. */
function isMember(members: readonly string[], character: string): boolean {
  for (let at = 0; at < members.length; at += 1) {
    const [first, dash, end] = members.slice(at, at + 3);
    if (dash === '-' && end !== undefined) {
      if (first !== undefined && first <= character && character <= end) return true;
      at += 2;
    } else if (first === character) return true;
  }
  return false;
}
