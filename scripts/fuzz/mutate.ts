/** Mutants of texts and bytes: parts of a seed repeated, swapped, left out, or replaced by what is odd. */
import {below, oneOf, someTimes, type Random} from './random.ts';

export const ODD = [
  ...['', '\0', '\uFEFF', '\u202E', '__proto__', 'constructor', '-1', '1e999', 'null', '[]', '{}'],
  ...['**/', '[', '\\', '{1000}', '|', '\r\n', '# ', '&a ', '*a', '"', '  ', '9999999999999999999'],
  ...['../', '/', '${A}', '$', '<', '@', '\u001b[31m', '\ud800', '日本', '--', '.wh.', ':', ','],
];
/** Bytes, or characters, of a mutant. */
export const LARGEST = 1_000_000;

export type MutateText = (text: string, random: Random) => string;

/** Characters, lines, and now and then a part of it thousands of times. */
export function mutateText(seed: string, random: Random): string {
  let text = seed;
  for (let left = someTimes(random); left > 0; left -= 1)
    text = oneOf([mutateCharacters, mutateCharacters, mutateLines], random)(text, random);
  return text.slice(0, LARGEST);
}

export function mutateCharacters(text: string, random: Random): string {
  const at = below(text.length + 1, random);
  const end = Math.min(text.length, at + below(20, random));
  const [before, part, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  const odd = oneOf(ODD, random);
  const kind = random();
  if (kind < 0.25) return before + odd + after;
  if (kind < 0.5) return before + odd + part + after;
  if (kind < 0.7) return before + part + part + after;
  if (kind < 0.73) return before + part.repeat(below(20_000, random)) + after;
  if (kind < 0.85) return before + after;
  return before + part.replace(/[0-9a-z]/i, (found) => (found === '0' ? 'z' : '0')) + after;
}

function mutateLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const [at, other] = [below(lines.length, random), below(lines.length, random)];
  const line = lines[at] ?? '';
  const kind = random();
  if (kind < 0.35) lines.splice(other, 0, line);
  else if (kind < 0.6) lines.splice(at, 1);
  else if (kind < 0.95) [lines[at], lines[other]] = [lines[other] ?? '', line];
  else lines.splice(at, 0, ...Array.from({length: below(20_000, random)}, () => line));
  return lines.join('\n');
}

/** Of what is no text: bits, whole runs of bytes, and its end. */
export function mutateBytes(seed: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(seed);
  const at = below(bytes.length, random);
  const kind = random();
  if (kind < 0.4) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8, random));
  else if (kind < 0.6) bytes.subarray(at, at + 8).fill(oneOf([0, 0x20, 0x37, 0x7f, 0xff], random));
  else if (kind < 0.7) return bytes.subarray(0, at);
  else if (kind < 0.8) bytes.copy(bytes, below(bytes.length, random), at, at + 512);
  else if (kind < 0.9) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  else return Buffer.concat([bytes, bytes.subarray(at)]);
  return bytes;
}
