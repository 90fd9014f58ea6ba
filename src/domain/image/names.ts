/** Names of an archive's entries, and where links lead. Bytes, one character each. Pure. */

import {nameText} from '../text/bytes.ts';

/** Linux: ELOOP. */
export const MOST_LINKS = 40;
/** Linux: ENAMETOOLONG, of a path and of what a link says. */
export const LONGEST_PATH = 4095;
/** Linux takes paths of 4096 bytes. */
const DEEPEST = 2048;
/** From this length on a part of a string refers to the whole one. */
const SLICED = 13;

/** Thrown for a name that leaves the root; the image is then unable to be read. */
export class EscapingName extends Error {
  override readonly name = 'EscapingName';

  constructor(path: string) {
    super(`the name ${JSON.stringify(nameText(path))} leaves the image's root`);
  }
}

/** `./usr//bin/` -> `["usr", "bin"]`. @throws {EscapingName} for one that holds `..` */
export function pathParts(name: string): readonly string[] {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new EscapingName(name);
  if (parts.length > DEEPEST) throw new Error(`a name in it has more than ${DEEPEST} parts`);
  return parts;
}

/**
 * Where a link leads from a folder of that depth: how many names it goes up, `..` at the root staying there,
 * and which ones follow.
 */
export function relativeTo(
  depth: number,
  target: string,
): {readonly up: number; readonly names: readonly string[]} {
  const names: string[] = [];
  let up = target.startsWith('/') ? depth : 0;
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') names.push(part);
    else if (names.pop() === undefined) up = Math.min(depth, up + 1);
  }
  return {up, names};
}

/** V8 keeps the whole path alive with a part that was cut out of it: half of a large tree's memory. */
export function flat(part: string): string {
  return part.length < SLICED ? part : Buffer.from(part, 'latin1').toString('latin1');
}

/** `usr`, `bin` -> `usr/bin`. */
export function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
