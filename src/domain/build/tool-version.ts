/** Versions of buildx and BuildKit, as far as they say what these can do. Pure. */

/** @returns false for what is no version, and for none */
export function isAtLeast(version: string | undefined, needed: readonly number[]): boolean {
  const parts = /(\d{1,6})\.(\d{1,6})\.(\d{1,6})/.exec(version ?? '')?.slice(1);
  if (parts === undefined) return false;
  const found = parts.map(Number);
  const different = needed.findIndex((part, index) => found[index] !== part);
  return different === -1 || (found[different] ?? 0) > (needed[different] ?? 0);
}
