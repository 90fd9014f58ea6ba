/**
 * The `[[package]]` tables that lockfiles of Python have in common. Own code: a parser that makes a tree of
 * all TOML takes seconds for a file of some megabytes, whose names and versions are all that is asked.
 */
import {defined} from '../../defined.ts';
import {z} from 'zod';
import type {Pin} from './format.ts';

interface Token {
  readonly text: string;
  readonly line: number;
}

/** Blanks and comments first; each of the others begins unlike any before it, so nothing is looked at twice. */
const TOKEN =
  /[ \t\r]+|#[^\n]*|\n|"""(?:[^"\\]|\\[^]|"{1,2}(?!"))*"{3,5}|'''(?:[^']|'{1,2}(?!'))*'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.+:-]+|[=,[\]{}]/y;

/** @throws for what is not TOML, such as a merge that was left half done */
export function parseTomlPackages(text: string): readonly Pin[] {
  const found: {name?: Token; version?: Token}[] = [];
  let isOpen = false;
  for (const statement of statementsOf(text)) {
    const [key, equals, value, ...rest] = statement;
    if (key?.text === '[') {
      isOpen = isPackage(statement);
      if (isOpen) found.push({});
      continue;
    }
    if (!isPair(statement)) throw new Error('This is not TOML.');
    const name = valueOf(key);
    if (!isOpen || equals?.text !== '=' || rest.length > 0) continue;
    if (value === undefined || (name !== 'name' && name !== 'version')) continue;
    const table = found.at(-1);
    if (table !== undefined) table[name] = value;
  }
  return found.flatMap(({name, version}) => pinOf(name, version));
}

/** What stands on one line, or on the lines of one bracket. */
function* statementsOf(text: string): Generator<readonly Token[]> {
  let [line, depth] = [1, 0];
  let statement: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) throw new Error(`Line ${line} is not TOML.`);
    if ('[{'.includes(token)) depth += 1;
    if (']}'.includes(token)) depth -= 1;
    if (token === '\n' && depth === 0 && statement.length > 0) {
      yield statement;
      statement = [];
    }
    if (!/^[\s#]/.test(token)) statement.push({text: token, line});
    line += token.split('\n').length - 1;
  }
  if (depth !== 0) throw new Error('A bracket is not closed.');
  if (statement.length > 0) yield statement;
}

/** `[[package]]`, `[[ "package" ]]`. */
function isPackage(header: readonly Token[]): boolean {
  const shape = header.map(({text}, at) => (at === 2 ? '' : text)).join('');
  return shape === '[[]]' && valueOf(header[2]) === 'package';
}

/** `name = "a"`, `"name" = 'a'`, `a.b = 1`. */
function isPair(statement: readonly Token[]): boolean {
  const equals = statement.findIndex(({text}) => text === '=');
  return equals > 0 && statement.slice(0, equals).every(({text}) => /^[\w."'-]/.test(text));
}

function pinOf(name: Token | undefined, version: Token | undefined): readonly Pin[] {
  const [called, stated] = [stringOf(name), stringOf(version)];
  if (name === undefined || called === undefined) return [];
  return [{name: called, line: name.line, ...defined({version: stated})}];
}

function valueOf(key: Token | undefined): string | undefined {
  return stringOf(key) ?? key?.text;
}

/** Of a string on one line; undefined for all else. */
function stringOf(token: Token | undefined): string | undefined {
  const text = token?.text ?? '';
  if (/^"""|^'''|^[^"']/.test(text) || token === undefined) return undefined;
  return text.startsWith("'") ? text.slice(1, -1) : z.string().parse(JSON.parse(text));
}
