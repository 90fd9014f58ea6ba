import {stripVTControlCharacters} from 'node:util';

/** Control and format characters: escapes, line ends, marks that change the direction of reading. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Foreign text on one line, without anything that a terminal or a reader could be fooled by. */
export function plainLine(text: string): string {
  return stripVTControlCharacters(text).replace(HIDDEN, ' ').trimEnd();
}
