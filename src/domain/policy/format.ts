/** Words of the messages about configuration. Values are foreign: shortened, on one line, without control characters. */
import {distance} from 'fastest-levenshtein';

const LONGEST = 80;

/** A value as a message shows it: `fail_on` in backticks, a list as JSON, shortened. */
export function formatValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]+/gu, ' ');
  const characters = Array.from(line);
  const short =
    characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
  return `\`${short}\``;
}

/** `a`, `b` or `c`. */
export function formatList(values: readonly string[]): string {
  const quoted = values.map(formatValue);
  const last = quoted.pop() ?? 'nothing';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

/** The nearest to what was written first; equally near ones keep their order. */
export function nearestFirst(values: readonly string[], written: string): readonly string[] {
  return values.toSorted((a, b) => apart(a, written) - apart(b, written));
}

/** How many letters differ, whatever their case. */
function apart(one: string, other: string): number {
  return distance(one.toLowerCase(), other.toLowerCase());
}
