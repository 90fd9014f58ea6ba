/** What Git LFS leaves in place of a file, by its specification. Pure. */

/** A pointer is smaller than 1,024 bytes, and not so small that a version and an object do not fit. */
export const POINTER_BYTES = {least: 110, most: 1024} as const;

/** The second is of its first year, and still taken. */
const FIRST_LINE = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n/;

export function isPointer(text: string): boolean {
  return FIRST_LINE.test(text) && /^oid sha256:[0-9a-f]{64}$/m.test(text);
}

const SOME = 3;

/** `a, b, c and 4 more`. */
export function listOfSome(names: readonly string[]): string {
  const more = names.length - SOME;
  return `${names.slice(0, SOME).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
