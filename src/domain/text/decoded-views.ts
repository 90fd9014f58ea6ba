/** A text as a reader or a decoder sees it, with the way back to what is written. Pure, and linear. */
import {ESCAPES} from './plain-text.ts';

export interface View {
  readonly text: string;
  /** Where in the text that was looked at the part of the view lies; whole escapes. */
  readonly written: (part: TextRange) => TextRange;
}

export interface TextRange {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

interface Decoding {
  /** Nothing is looked for in a text without one of these. */
  readonly signs: RegExp;
  readonly escapes: RegExp;
  readonly decode: (escape: string) => string;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ...([
    ['&amp;', '&'],
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&apos;', "'"],
  ] as const),
]);

/** Entities, and what a page or a terminal does not show. */
export const SHOWN: Decoding = {
  signs: /[&\p{Cc}\p{Cf}]/u,
  escapes: new RegExp(
    String.raw`&#[xX]?[\da-fA-F]{1,8};|&[a-z]{2,5};|${ESCAPES.source}|[\p{Cc}\p{Cf}]`,
    'gu',
  ),
  decode: (escape) => {
    if (!escape.startsWith('&')) return '';
    const [, hex, digits = ''] = /^&#(x?)([\da-f]+);$/i.exec(escape) ?? [];
    if (hex === undefined) return NAMED.get(escape) ?? escape;
    const point = Number.parseInt(digits, hex === '' ? 10 : 16);
    const isCharacter = point <= 0x10_ff_ff;
    return isCharacter ? String.fromCodePoint(point).replace(/[\p{Cc}\p{Cf}]/u, '') : '';
  },
};

export const TAGS: Decoding = {signs: /</, escapes: /<[^<>]{1,200}>/g, decode: () => ''};

export const PERCENT: Decoding = {
  signs: /%/,
  escapes: /(?:%[\da-f]{2}){1,1000}/gi,
  decode: (escape) => Buffer.from(escape.replaceAll('%', ''), 'hex').toString(),
};

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ...([
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['b', '\b'],
    ['f', '\f'],
    ['e', '\u001b'],
  ] as const),
]);

/** Of JSON, of a shell, of Markdown. */
export const BACKSLASH: Decoding = {
  signs: /\\/,
  escapes: /\\(?:u[\da-f]{4}|x[\da-f]{2}|[0-7]{3}|[^])/gi,
  decode: (escape) => {
    const [, hex, octal] = /^\\(?:[ux]([\da-f]{2,4})|([0-7]{3}))$/i.exec(escape) ?? [];
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return CONTROLS.get(escape.charAt(1)) ?? escape.slice(1);
  },
};

interface Piece {
  /** In the view. */
  readonly at: number;
  readonly length: number;
  readonly written: TextRange;
}

/** Undefined where it shows nothing else than what is written. */
export function decodeView(text: string, {signs, escapes, decode}: Decoding): View | undefined {
  if (!signs.test(text)) return undefined;
  const pieces: Piece[] = [];
  const shown: string[] = [];
  let at = 0;
  let end = 0;
  for (const match of text.matchAll(escapes)) {
    const before = text.slice(end, match.index);
    const decoded = decode(match[0]);
    at += before.length;
    end = match.index + match[0].length;
    pieces.push({at, length: decoded.length, written: {start: match.index, end}});
    shown.push(before, decoded);
    at += decoded.length;
  }
  if (pieces.length === 0) return undefined;
  const written = (offset: number): TextRange => writtenAt(pieces, offset);
  return {
    text: [...shown, text.slice(end)].join(''),
    written: (part) => ({start: written(part.start).start, end: written(part.end - 1).end}),
  };
}

/** Where one character of the view is written. */
function writtenAt(pieces: readonly Piece[], offset: number): TextRange {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  if (piece === undefined) return {start: offset, end: offset + 1};
  if (offset < piece.at + piece.length) return piece.written;
  const start = piece.written.end + offset - piece.at - piece.length;
  return {start, end: start + 1};
}
