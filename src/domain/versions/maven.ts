/** Maven's version order specification (maven.apache.org/pom.html). Pure. */
import {compareLists, compareNumbers, compareText, isNumber} from './words.ts';

interface Token {
  readonly separator: '.' | '-';
  readonly text: string;
}

/** `` is the release itself; what is not there comes behind, by its letters. */
const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const ALIASES: ReadonlyMap<string, string> = new Map([
  ...(['final', 'ga', 'release'] as const).map((name) => [name, ''] as const),
  ['cr', 'rc'],
]);
/** Directly before a number. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

/** Undefined: one does not begin with a number, or has other characters. */
export function compareMaven(a: string, b: string): number | undefined {
  const [left, right] = [tokensOf(a.trim().toLowerCase()), tokensOf(b.trim().toLowerCase())];
  if (left === undefined || right === undefined) return undefined;
  return compareLists(left, right, (x, y) => compareTokens(x ?? padding(y), y ?? padding(x)));
}

/** A change from digits to letters, or back, is a hyphen; what is empty is zero. */
function tokensOf(text: string): readonly Token[] | undefined {
  if (!/^\d[\da-z._+-]*$/.test(text)) return undefined;
  const tokens: Token[] = [];
  for (const [, separator = '', run = ''] of text.matchAll(/([.-]?)(\d+|[a-z_+]+|(?=[.-])|$)/g)) {
    if (separator === '' && run === '') continue;
    const last = tokens.at(-1);
    if (last !== undefined && separator === '' && isNumber(run))
      tokens[tokens.length - 1] = {...last, text: SHORT.get(last.text) ?? last.text};
    const isDotted = separator === '.' ? !/^[a-z]/.test(run) : tokens.length === 0;
    tokens.push({separator: isDotted ? '.' : '-', text: run === '' ? '0' : run});
  }
  return trimmed(tokens.map((token) => ({...token, text: ALIASES.get(token.text) ?? token.text})));
}

/** Without what says nothing, at the end and before each hyphen. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.separator === '-') dropNulls(kept);
    kept.push(token);
  }
  dropNulls(kept);
  return kept;
}

function dropNulls(tokens: Token[]): void {
  while (/^0*$/.test(tokens.at(-1)?.text ?? 'none')) tokens.pop();
}

function padding(other: Token | undefined): Token {
  const separator = other?.separator ?? '-';
  return {separator, text: separator === '.' && isNumber(other?.text ?? '') ? '0' : ''};
}

function compareTokens(a: Token, b: Token): number {
  const [left, right] = [kindOf(a), kindOf(b)];
  if (left !== right) return left - right;
  return left === 0 ? compareQualifiers(a.text, b.text) : compareNumbers(a.text, b.text);
}

/** `.qualifier = -qualifier < -number < .number` */
function kindOf({separator, text}: Token): number {
  if (!isNumber(text)) return 0;
  return separator === '-' ? 1 : 2;
}

function compareQualifiers(a: string, b: string): number {
  const [left, right] = [rankOf(a), rankOf(b)];
  return left - right || (left === QUALIFIERS.length ? compareText(a, b) : 0);
}

function rankOf(qualifier: string): number {
  const rank = QUALIFIERS.indexOf(qualifier);
  return rank < 0 ? QUALIFIERS.length : rank;
}
