/** Why a layer is not believed. Pure. */
import {nameText} from '../text/bytes.ts';

/** An archive that is damaged, or that engines do not unpack, or not all of them in the same way. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

/** @param why what is odd about the entry, as the end of a sentence: `is of a type …` */
export function oddEntry(name: string, why: string): BadArchive {
  return new BadArchive(`its entry ${JSON.stringify(nameText(name))} ${why}`);
}
