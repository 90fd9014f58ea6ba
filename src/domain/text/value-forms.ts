/** How a value may be written where somebody encodes it. Pure. */
import {withoutTrailing} from './truncate.ts';
import {BEGINNING} from './find-values.ts';
import {plainLine} from './plain-text.ts';

/**
 * The value, each of its lines, and what base64, hexadecimal and a form make of them. Escapes that can be
 * told from the text itself (entities, percent, backslash) are undone there: decoded-views.ts.
 */
export function writtenForms(value: string): readonly string[] {
  const lines = value.split(/\r?\n/);
  const texts = new Set([value, value.trim(), ...lines.map((line) => line.trim())]);
  const long = [...texts].filter((text) => text.length >= BEGINNING);
  const forms = long.flatMap((text) => [
    text,
    plainLine(text),
    text.replaceAll(' ', '+'),
    ...encodedForms(Buffer.from(text)),
  ]);
  return [...new Set(forms)].filter((form) => form.length >= BEGINNING);
}

/** What `base64`, `openssl base64` and `xxd -p` put on a line. */
const BASE64_LINES = [76, 64];
const HEX_LINE = 60;

function encodedForms(bytes: Buffer): readonly string[] {
  const whole = withoutTrailing(bytes.toString('base64'), '=');
  const hex = bytes.toString('hex');
  const base64 = [
    ...[0, 1, 2].map((before) => alignedBase64(bytes, before)),
    ...BASE64_LINES.flatMap((width) => piecesOf(whole, width)),
  ];
  const hexadecimal = [hex, ...piecesOf(hex, HEX_LINE)];
  return [
    ...base64.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]),
    ...hexadecimal.flatMap((form) => [form, form.toUpperCase()]),
  ];
}

const BITS = 6;

/**
 * The digits that the bytes alone decide when others stand around them: `user:TOKEN` has another base64
 * than `TOKEN`, and one of the three of these in the middle.
 *
 * @param before how many bytes stand before them, modulo 3
 */
function alignedBase64(bytes: Buffer, before: number): string {
  const all = Buffer.concat([Buffer.alloc(before), bytes]);
  return all
    .toString('base64')
    .slice(Math.ceil((before * 8) / BITS), Math.floor((all.length * 8) / BITS));
}

function piecesOf(text: string, width: number): readonly string[] {
  if (text.length <= width) return [];
  return Array.from({length: Math.ceil(text.length / width)}, (_, at) =>
    text.slice(at * width, (at + 1) * width),
  );
}
