/** Which values of build arguments and `ENV` are masked in free text: threats.md rule 3. */

const SHORTEST = 8;

/**
 * Values of eight characters or more that do not stand literally in a committed file: `PORT=8000` and
 * what the Dockerfile says anyway stay readable.
 */
export function valuesToMask(
  values: readonly string[],
  committed: readonly string[],
): readonly string[] {
  return values.filter(
    (value) => value.length >= SHORTEST && !committed.some((text) => text.includes(value)),
  );
}

/** The values in one text only, where masking them everywhere would hide too much. */
export function maskValues(text: string, values: readonly string[]): string {
  return values
    .filter((value) => value.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length)
    .reduce((shown, value) => shown.replaceAll(value, '***'), text);
}

/** `NAME=value` -> `value`. */
export function valueOfVariable(line: string): string {
  return line.slice(line.indexOf('=') + 1);
}
