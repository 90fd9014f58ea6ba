import {stripVTControlCharacters} from 'node:util';

/** Control and format characters: escapes, line ends, marks that change the direction of reading. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Most text by far, which needs no closer look. */
const PRINTABLE = /^[ -~]*$/;

/** Foreign text on one line, without anything that a terminal or a reader could be fooled by. */
export function plainLine(text: string): string {
  if (PRINTABLE.test(text)) return text.trimEnd();
  return stripVTControlCharacters(text).replace(HIDDEN, ' ').trimEnd();
}

const LONGEST = 80;

/** Beginning and end tell a long path apart; the whole one is in report.json. */
export function shortened(path: string): string {
  const half = Math.floor(LONGEST / 2);
  return path.length <= LONGEST ? path : `${path.slice(0, half)}…${path.slice(-half)}`;
}
