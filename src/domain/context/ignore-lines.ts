/** The lines of an ignore file as the builder cleans them. Pure. */
import {posix} from 'node:path';

/** What Go takes for blank: unlike JavaScript's, U+0085 is and U+FEFF is not. */
const BLANKS = new Set(
  '\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000',
);
/** In bytes: Go's scanner gives up at a longer one. */
const LONGEST_LINE = 65_535;

export interface IgnoreLine {
  /** From 1. */
  readonly line: number;
  readonly pattern: string;
}

export function ignoreLines(text: string): readonly IgnoreLine[] {
  return text.split('\n').flatMap((written, index) => {
    const line = index + 1;
    if (new TextEncoder().encode(written).length > LONGEST_LINE)
      throw new Error(`line ${line} of the ignore file is longer than ${LONGEST_LINE} bytes`);
    const pattern = patternOf(index === 0 ? written.replace(/^\uFEFF/, '') : written);
    return pattern === '' ? [] : [{line, pattern}];
  });
}

function patternOf(line: string): string {
  if (line.startsWith('#')) return '';
  const trimmed = trimBlanks(line);
  if (!trimmed.startsWith('!')) return trimmed === '' ? '' : relative(trimmed);
  const rest = trimBlanks(trimmed.slice(1));
  return rest === '' ? '!' : `!${relative(rest)}`;
}

function relative(pattern: string): string {
  const clean = cleanPath(pattern);
  return clean.length > 1 && clean.startsWith('/') ? clean.slice(1) : clean;
}

/** Go's path.Clean, which keeps no slash at the end. */
export function cleanPath(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

export function trimBlanks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && BLANKS.has(text[start] ?? '')) start += 1;
  while (end > start && BLANKS.has(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}
