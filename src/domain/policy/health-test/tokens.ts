/** Words and operators of a shell script, as far as a health check's test needs them. */

export interface Word {
  readonly kind: 'word';
  readonly text: string;
  /** Quoted words are never reserved words. */
  readonly quoted: boolean;
  /** Holds a variable or a substitution: its value is not known. */
  readonly dynamic: boolean;
}

export type Operator = ';' | '&' | '&&' | '||' | '|' | '(' | ')' | '>';

export type Token = Word | {readonly kind: 'operator'; readonly text: Operator};

/** `&>` before `&&`, `>>` before `>`: the longest first. */
const OPERATORS: readonly (readonly [string, Operator])[] = [
  ['&>>', '>'],
  ['<<<', '>'],
  ['&&', '&&'],
  ['||', '||'],
  ['&>', '>'],
  ['>>', '>'],
  ['>|', '>'],
  ['<>', '>'],
  ['>&', '>'],
  ['<&', '>'],
  ['|&', '|'],
  ['>', '>'],
  ['<', '>'],
  ['|', '|'],
  ['&', '&'],
  [';', ';'],
  ['\n', ';'],
  ['(', '('],
  [')', ')'],
];

/** What this reader does not follow: `case`, here-documents, process substitution. */
const NOT_FOLLOWED = [';;', '<<', '<(', '>('];

/** The pieces that make up words, tried in this order at each place. */
const PIECES: readonly (readonly [RegExp, (text: string) => Partial<Word> & {text: string}])[] = [
  [/\\\n/y, () => ({text: ''})],
  [/\\([^\n])/y, (text) => ({text: text.slice(1), quoted: true})],
  [/'[^']*'/y, (text) => ({text: text.slice(1, -1), quoted: true})],
  [/"(?:\\[^]|[^"\\])*"/y, doubleQuoted],
  [/`[^`]*`/y, (text) => ({text, dynamic: true})],
  [/\$\((?:[^()]|\([^()]*\))*\)/y, (text) => ({text, dynamic: true})],
  [/\$/y, (text) => ({text, dynamic: true})],
  [/[^\s"'`$\\|&;<>()]+/y, (text) => ({text})],
];

function doubleQuoted(text: string): Partial<Word> & {text: string} {
  const inside = text.slice(1, -1).replace(/\\\n/g, '');
  return {
    text: inside.replace(/\\([$`"\\])/g, '$1'),
    quoted: true,
    dynamic: /(?<!\\)[$`]/.test(inside),
  };
}

/** The tokens of a script; undefined where it holds something that is not followed here. */
export function parseTokens(script: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < script.length) {
    const blank = match(/(?:[ \t\r]|\\\n)+|#[^\n]*/y, script, at);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const rest = script.slice(at, at + 3);
    const operator = OPERATORS.find(([text]) => rest.startsWith(text));
    if (operator === undefined) {
      const word = wordAt(script, at);
      if (word === undefined) return undefined;
      at = word.end;
      if (!isDescriptor(word.token, script[at])) tokens.push(word.token);
    } else {
      if (operator[0] !== '<<<' && NOT_FOLLOWED.some((text) => rest.startsWith(text)))
        return undefined;
      tokens.push({kind: 'operator', text: operator[1]});
      at += operator[0].length;
    }
  }
  return tokens;
}

function wordAt(script: string, start: number): {token: Word; end: number} | undefined {
  let end = start;
  let word: Word = {kind: 'word', text: '', quoted: false, dynamic: false};
  for (;;) {
    const piece = pieceAt(script, end);
    if (piece === undefined) break;
    word = {
      kind: 'word',
      text: word.text + piece.text,
      quoted: word.quoted || piece.quoted === true,
      dynamic: word.dynamic || piece.dynamic === true,
    };
    end += piece.length;
  }
  return end === start ? undefined : {token: word, end};
}

function pieceAt(
  script: string,
  at: number,
): (Partial<Word> & {text: string; length: number}) | undefined {
  for (const [pattern, read] of PIECES) {
    const text = match(pattern, script, at);
    if (text !== undefined) return {...read(text), length: text.length};
  }
  return undefined;
}

/** The `2` of `2>/dev/null` belongs to the redirection. */
function isDescriptor(word: Word, next: string | undefined): boolean {
  return (next === '>' || next === '<') && !word.quoted && /^\d+$/.test(word.text);
}

/** What a sticky pattern finds exactly at a place. */
function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
