/** The one cleaner of foreign text, for whatever writes some (threats.md rule 5). Pure, and linear. */

/**
 * What a terminal takes as a command: a string (title, link) with its end, a sequence (colour, cursor),
 * or one letter. A body holds no control character, so nothing is looked at more than twice, whereas
 * node's `stripVTControlCharacters` looks for the end of each beginning anew.
 */
export const ESCAPES =
  // eslint-disable-next-line no-control-regex -- these characters are what it is about
  /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]/g;

/** Control and format characters: escapes, line ends, marks that change the direction of reading. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Most text by far, which needs no closer look. */
const PRINTABLE = /^[ -~]*$/;

/** Foreign text with its lines, without the sequences that a terminal obeys. */
export function withoutEscapes(text: string): string {
  return text.replace(ESCAPES, '');
}

/** Foreign text on one line, without anything that a terminal or a reader could be fooled by. */
export function plainLine(text: string): string {
  if (PRINTABLE.test(text)) return text.trimEnd();
  return withoutEscapes(text).replace(HIDDEN, ' ').trimEnd();
}

/** All of these but line ends, and the joiner that `sarifText` puts behind an `@`. */
const HIDDEN_IN_LINES = /(?:(?!\n|(?<=@)\u2060)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+/gu;

/** The same for a text of several lines, ours or foreign. */
export function plainLines(text: string): string {
  return PRINTABLE.test(text) ? text : withoutEscapes(text).replace(HIDDEN_IN_LINES, ' ');
}

const LONGEST = 80;

/** Beginning and end tell a long path apart; the whole one is in report.json. */
export function shortened(path: string): string {
  const half = Math.floor(LONGEST / 2);
  return path.length <= LONGEST ? path : `${path.slice(0, half)}…${path.slice(-half)}`;
}
