/**
 * The part of Go's regular expressions that a line of an ignore file can become: the builder makes an
 * expression of the line, so `\d` is a digit, `[[:alpha:]]` a letter and `\y` an error, as with it.
 * Pure. https://pkg.go.dev/regexp/syntax
 */
import {literal, type PatternItem, type CharacterTest} from '../text/linear-match.ts';
import {Characters} from './go-characters.ts';
import {isWord} from './go-classes.ts';

/** The only group that there can be. */
export const ANY_FOLDERS = '(.*/)?';

const notNewline: CharacterTest = (character) => character !== '\n';
const BEGIN: PatternItem = {kind: 'place', test: (before) => before === undefined};
const END: PatternItem = {kind: 'place', test: (_, after) => after === undefined};
const FOLDERS: PatternItem = {kind: 'folders', test: notNewline};
const isEdge = (before: string | undefined, after: string | undefined): boolean =>
  isWord(before ?? ' ') !== isWord(after ?? ' ');
const PLACES: ReadonlyMap<string | undefined, PatternItem> = new Map([
  ['A', BEGIN],
  ['z', END],
  ['b', {kind: 'place', test: isEdge}],
  ['B', {kind: 'place', test: (before, after) => !isEdge(before, after)}],
]);

/** Go refuses a higher one. */
const MOST_TIMES = 1000;

interface Count {
  readonly least: number;
  readonly most: number;
}

/** Undefined for what Go refuses. */
export function parseGoRegexp(text: string): readonly PatternItem[] | undefined {
  return new Parser(text).items();
}

class Parser extends Characters {
  items(): readonly PatternItem[] | undefined {
    const choices: PatternItem[][] = [[]];
    let canRepeat = false;
    while (this.at < this.text.length) {
      const current = choices.at(-1) ?? [];
      const count = this.count();
      if (count === undefined && this.skip('|')) choices.push([]);
      else if (count === undefined) {
        const read = this.next();
        if (read === undefined) return undefined;
        current.push(...read);
        canRepeat = !read.some(({kind}) => kind === 'many' || kind === 'folders');
        continue;
      } else {
        const item = canRepeat ? current.pop() : undefined;
        if (item === undefined || count === 'bad') return undefined;
        current.push(...repeated(item, count));
      }
      canRepeat = false;
    }
    return found(choices);
  }

  /** `{2}`, `{2,}`, `{2,3}`; anything else in braces stands for itself. */
  private count(): Count | 'bad' | undefined {
    if (this.text[this.at] !== '{') return undefined;
    let end = this.at + 1;
    while (/^[0-9,]$/.test(this.text[end] ?? '')) end += 1;
    const inside = this.text.slice(this.at + 1, end).join('');
    const [all, first, comma, second] =
      /^(0|[1-9][0-9]*)(?:(,)(0|[1-9][0-9]*)?)?$/.exec(inside) ?? [];
    if (all === undefined || this.text[end] !== '}') return undefined;
    this.at = end + 1;
    const least = Number(first);
    const most = second === undefined ? (comma === undefined ? least : Infinity) : Number(second);
    const isBad =
      least > MOST_TIMES || (second !== undefined && (most > MOST_TIMES || most < least));
    return isBad ? 'bad' : {least, most};
  }

  private next(): readonly PatternItem[] | undefined {
    const character = this.take() ?? '';
    switch (character) {
      case '^':
        return [BEGIN];
      case '$':
        return [END];
      case '(':
        this.at += ANY_FOLDERS.length - 1;
        return [FOLDERS];
      case '.':
        return this.repeatable(notNewline);
      case '[':
        return this.repeatable(this.characterClass());
      case '\\':
        return this.escaped();
      default:
        return [literal(character)];
    }
  }

  private repeatable(test: CharacterTest | undefined): readonly PatternItem[] | undefined {
    if (test === undefined) return undefined;
    return [{kind: this.skip('*') ? 'many' : 'one', test}];
  }

  private escaped(): readonly PatternItem[] | undefined {
    if (this.skip('Q')) return this.quoted();
    const place = PLACES.get(this.text[this.at]);
    if (place !== undefined) {
      this.at += 1;
      return [place];
    }
    const named = this.namedSet();
    if (named !== undefined) return named === 'unknown' ? undefined : [{kind: 'one', test: named}];
    const character = this.escapedCharacter();
    return character === undefined ? undefined : [literal(character)];
  }

  /** `\Q...\E`, or up to the end: every character for itself. */
  private quoted(): readonly PatternItem[] {
    const items: PatternItem[] = [];
    while (this.at < this.text.length) {
      const character = this.take() ?? '';
      if (character === '\\' && this.skip('E')) break;
      items.push(literal(character));
    }
    return items;
  }
}

function repeated(item: PatternItem, {least, most}: Count): readonly PatternItem[] {
  if (item.kind === 'one') return [{kind: 'some', test: item.test, least, most}];
  return most === 0 || (least === 0 && item.kind === 'place') ? [] : [item];
}

/** Go looks for the expression anywhere; `^` and `$` hold only the choice that they stand in. */
function found(choices: readonly (readonly PatternItem[])[]): readonly PatternItem[] {
  const [only = [], ...others] = choices;
  if (others.length === 0 && only[0] === BEGIN && only.at(-1) === END) return only;
  const anything: PatternItem = {kind: 'many', test: () => true};
  return [anything, {kind: 'either', choices}, anything];
}
