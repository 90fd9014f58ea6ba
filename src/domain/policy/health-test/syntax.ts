/** A health check's script as a tree: lists of and-or lists of pipelines. */
import {parseTokens} from './tokens.ts';
import type {Operator, Token, Word} from './tokens.ts';

export interface Simple {
  readonly kind: 'simple';
  /** Empty for the end of an `if` or a loop: the status stays. */
  readonly words: readonly Word[];
  /** Reads or writes something that may not be there: `</dev/tcp/localhost/80`. */
  readonly risky: boolean;
}

export interface Group {
  readonly kind: 'group';
  readonly list: List;
  /** In parentheses: an `exit` inside leaves only the group. */
  readonly subshell: boolean;
}

export interface Pipeline {
  readonly negated: boolean;
  /** Inside `if` or a loop: may run or not. */
  readonly optional: boolean;
  /** Its last command, which gives the status. */
  readonly last: Simple | Group;
  readonly length: number;
}

export interface Part {
  /** What stands before it. */
  readonly after: '&&' | '||' | undefined;
  readonly pipeline: Pipeline;
}

export interface Statement {
  readonly parts: readonly Part[];
  readonly background: boolean;
}

export type List = readonly Statement[];

const BEGINS = new Set(['if', 'while', 'until']);
const GOES_ON = new Set(['then', 'elif', 'else', 'do']);
const ENDS = new Set(['fi', 'done']);
const NOT_FOLLOWED = new Set(['case', 'for', 'function', 'select', 'trap', 'eval', 'source', '.']);
const HARMLESS = /^(?:\/dev\/(?:null|stdout|stderr)|\/proc\/(?:1|self)\/fd\/[12]|\d+|-)$/;
/** Deeper nesting than this is not followed. */
const DEEPEST = 20;

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  /** How many `if` and loops are open. */
  open: number;
}

/** Thrown inside this module only: the script holds what is not followed. */
class NotFollowed extends Error {}

/** The tree of a script; undefined where it holds something that is not followed here. */
export function parseScript(script: string): List | undefined {
  const tokens = parseTokens(script);
  if (tokens === undefined) return undefined;
  const cursor: Cursor = {tokens, at: 0, depth: 0, open: 0};
  try {
    const list = parseList(cursor, () => false);
    return cursor.at === tokens.length && cursor.open === 0 ? list : undefined;
  } catch (error) {
    if (error instanceof NotFollowed) return undefined;
    throw error;
  }
}

function parseList(cursor: Cursor, isEnd: () => boolean): List {
  const statements: Statement[] = [];
  for (;;) {
    while (isOperator(cursor, ';')) cursor.at += 1;
    if (cursor.at >= cursor.tokens.length || isOperator(cursor, ')') || isEnd()) return statements;
    const parts: Part[] = [{after: undefined, pipeline: parsePipeline(cursor)}];
    for (let after = andOr(cursor); after !== undefined; after = andOr(cursor)) {
      cursor.at += 1;
      while (isOperator(cursor, ';')) cursor.at += 1;
      parts.push({after, pipeline: parsePipeline(cursor)});
    }
    const background = isOperator(cursor, '&');
    if (background) cursor.at += 1;
    else if (
      cursor.at < cursor.tokens.length &&
      !isOperator(cursor, ';') &&
      !isOperator(cursor, ')')
    )
      throw new NotFollowed();
    statements.push({parts, background});
  }
}

function parsePipeline(cursor: Cursor): Pipeline {
  let negated = false;
  for (let word = reserved(cursor); word !== undefined; word = reserved(cursor)) {
    if (word === '!') negated = !negated;
    else if (BEGINS.has(word)) cursor.open += 1;
    else if (!GOES_ON.has(word)) break;
    cursor.at += 1;
  }
  const optional = cursor.open > 0;
  let last = parseCommand(cursor);
  let length = 1;
  while (isOperator(cursor, '|')) {
    cursor.at += 1;
    last = parseCommand(cursor);
    length += 1;
  }
  return {negated, optional, last, length};
}

function parseCommand(cursor: Cursor): Simple | Group {
  const word = reserved(cursor);
  if (word !== undefined && NOT_FOLLOWED.has(word)) throw new NotFollowed();
  if (isOperator(cursor, '(')) return parseGroup(cursor, ')');
  if (word === '{') return parseGroup(cursor, '}');
  return parseSimple(cursor);
}

function parseGroup(cursor: Cursor, end: ')' | '}'): Group {
  cursor.at += 1;
  cursor.depth += 1;
  if (cursor.depth > DEEPEST) throw new NotFollowed();
  const isEnd = (): boolean => (end === ')' ? isOperator(cursor, ')') : reserved(cursor) === '}');
  const list = parseList(cursor, isEnd);
  if (!isEnd()) throw new NotFollowed();
  cursor.at += 1;
  cursor.depth -= 1;
  if (redirections(cursor)) throw new NotFollowed();
  return {kind: 'group', list, subshell: end === ')'};
}

function parseSimple(cursor: Cursor): Simple {
  const words: Word[] = [];
  let risky = false;
  for (;;) {
    if (redirections(cursor)) risky = true;
    const token = cursor.tokens[cursor.at];
    if (token?.kind !== 'word') break;
    words.push(token);
    cursor.at += 1;
  }
  // `name ()` defines a function; `} x` and the like are no commands.
  if (isOperator(cursor, '(')) throw new NotFollowed();
  if (!isEndWord(words[0])) return {kind: 'simple', words, risky};
  cursor.open -= 1;
  if (cursor.open < 0 || words.length > 1) throw new NotFollowed();
  return {kind: 'simple', words: [], risky};
}

function isEndWord(word: Word | undefined): boolean {
  return word !== undefined && !word.quoted && ENDS.has(word.text);
}

/** Goes past redirections; true when one of them may fail. */
function redirections(cursor: Cursor): boolean {
  let risky = false;
  while (isOperator(cursor, '>')) {
    const target = cursor.tokens[cursor.at + 1];
    if (target?.kind !== 'word') throw new NotFollowed();
    risky ||= target.dynamic || !HARMLESS.test(target.text);
    cursor.at += 2;
  }
  return risky;
}

function andOr(cursor: Cursor): '&&' | '||' | undefined {
  if (isOperator(cursor, '&&')) return '&&';
  return isOperator(cursor, '||') ? '||' : undefined;
}

function reserved(cursor: Cursor): string | undefined {
  const token = cursor.tokens[cursor.at];
  return token?.kind === 'word' && !token.quoted && !token.dynamic ? token.text : undefined;
}

function isOperator(cursor: Cursor, text: Operator): boolean {
  const token = cursor.tokens[cursor.at];
  return token?.kind === 'operator' && token.text === text;
}
