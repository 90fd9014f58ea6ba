/** How Go's regular expressions write one character, or a set of them. Pure. */
import type {CharacterTest} from '../text/linear-match.ts';
import {CONTROLS, PERL, POSIX, unicodeCategory} from './go-classes.ts';

/** Reads on in an expression; what comes after it is the parser's. */
export class Characters {
  protected readonly text: readonly string[];
  protected at = 0;
  /** Looked for once: `[:` without an end may stand there ten thousand times. */
  private readonly lastNameEnd: number;

  constructor(text: string) {
    this.text = Array.from(text);
    this.lastNameEnd = this.text.findLastIndex(
      (character, at) => character === ':' && this.text[at + 1] === ']',
    );
  }

  /** `\d`, `\W`, `\pL`; undefined where there is none. */
  protected namedSet(): CharacterTest | 'unknown' | undefined {
    const letter = this.text[this.at] ?? '';
    const isNegated = /^[DSWP]$/.test(letter);
    const perl = PERL.get(letter.toLowerCase());
    const isCategory = letter === 'p' || letter === 'P';
    if (perl === undefined && !isCategory) return undefined;
    this.at += 1;
    const test = perl ?? this.category();
    return test === undefined ? 'unknown' : negatedIf(isNegated, test);
  }

  /** After `\p`: one letter, or a name in braces, which `^` turns round. */
  private category(): CharacterTest | undefined {
    if (!this.skip('{')) return unicodeCategory(this.take() ?? '');
    const isNegated = this.skip('^');
    const end = this.text.indexOf('}', this.at);
    if (end === -1) return undefined;
    const test = unicodeCategory(this.text.slice(this.at, end).join(''));
    this.at = end + 1;
    return test === undefined ? undefined : negatedIf(isNegated, test);
  }

  protected escapedCharacter(): string | undefined {
    const character = this.take() ?? '';
    if (/^[0-7]$/.test(character)) return this.octal(character);
    if (character === 'x') return this.hexadecimal();
    const isMark = /^[^0-9A-Za-z\u{80}-\u{10FFFF}]$/u.test(character);
    return isMark ? character : CONTROLS.get(character);
  }

  /** `\1` alone would be a reference, which Go has not. */
  private octal(first: string): string | undefined {
    let digits = first;
    while (digits.length < 3 && /^[0-7]$/.test(this.text[this.at] ?? ''))
      digits += this.take() ?? '';
    if (first !== '0' && digits.length === 1) return undefined;
    return String.fromCodePoint(Number.parseInt(digits, 8));
  }

  private hexadecimal(): string | undefined {
    if (this.skip('{')) return this.bracedHexadecimal();
    const digits = `${this.take() ?? ''}${this.take() ?? ''}`;
    if (!/^[0-9A-Fa-f]{2}$/.test(digits)) return undefined;
    return String.fromCodePoint(Number.parseInt(digits, 16));
  }

  private bracedHexadecimal(): string | undefined {
    const end = this.text.indexOf('}', this.at);
    const digits = this.text.slice(this.at, end === -1 ? this.at : end).join('');
    const code = /^[0-9A-Fa-f]+$/.test(digits) ? Number.parseInt(digits, 16) : Infinity;
    this.at = end + 1;
    return code > 0x10_ffff ? undefined : String.fromCodePoint(code);
  }

  /** After its `[`. */
  protected characterClass(): CharacterTest | undefined {
    const isNegated = this.skip('^');
    const members: CharacterTest[] = [];
    while (members.length === 0 || this.text[this.at] !== ']') {
      const member = this.member();
      if (member === undefined) return undefined;
      members.push(member);
    }
    this.at += 1;
    return negatedIf(isNegated, (character) => members.some((test) => test(character)));
  }

  private member(): CharacterTest | undefined {
    const posix = this.posix();
    if (posix !== undefined) return posix === 'unknown' ? undefined : posix;
    if (this.text[this.at] === '\\') {
      this.at += 1;
      const named = this.namedSet();
      if (named !== undefined) return named === 'unknown' ? undefined : named;
      this.at -= 1;
    }
    return this.range();
  }

  private range(): CharacterTest | undefined {
    const low = this.memberCode();
    const next = this.text[this.at + 1];
    if (this.text[this.at] !== '-' || next === undefined || next === ']')
      return low === undefined ? undefined : (character) => character.codePointAt(0) === low;
    this.at += 1;
    const high = this.memberCode();
    if (low === undefined || high === undefined || high < low) return undefined;
    return (character) => {
      const code = character.codePointAt(0) ?? 0;
      return low <= code && code <= high;
    };
  }

  private memberCode(): number | undefined {
    const character = this.skip('\\') ? this.escapedCharacter() : this.take();
    return character?.codePointAt(0);
  }

  /** `[:alpha:]` inside of a class; `[:` without its end stands for itself. */
  private posix(): CharacterTest | 'unknown' | undefined {
    const begin = this.at + 2;
    if (this.text[this.at] !== '[' || this.text[this.at + 1] !== ':') return undefined;
    if (this.lastNameEnd < begin) return undefined;
    let end = begin;
    while (this.text[end] !== ':' || this.text[end + 1] !== ']') end += 1;
    const isNegated = this.text[begin] === '^';
    const test = POSIX.get(this.text.slice(isNegated ? begin + 1 : begin, end).join(''));
    this.at = end + 2;
    return test === undefined ? 'unknown' : negatedIf(isNegated, test);
  }

  protected take(): string | undefined {
    const character = this.text[this.at];
    this.at += 1;
    return character;
  }

  protected skip(expected: string): boolean {
    if (this.text[this.at] !== expected) return false;
    this.at += 1;
    return true;
  }
}

function negatedIf(isNegated: boolean, test: CharacterTest): CharacterTest {
  return isNegated ? (character) => !test(character) : test;
}
