/** Where tools keep what they could fetch again. Pure. */

export const CACHE_NAMES = ['apt lists', 'apt archives', 'pip cache', 'npm cache'] as const;
export type CacheName = (typeof CACHE_NAMES)[number];

/** The match is the folder of the cache. */
const CACHES: Readonly<Record<CacheName, RegExp>> = {
  'apt lists': /^var\/lib\/apt\/lists(?=\/)/,
  'apt archives': /^var\/cache\/apt(?=\/)/,
  'pip cache': /^(?:.*\/)?\.cache\/pip(?=\/)/,
  'npm cache': /^(?:.*\/)?\.npm(?=\/)/,
};

/** The cache that a file lies in, and its folder. */
export function cacheAtPath(
  path: string,
): {readonly name: CacheName; readonly folder: string} | undefined {
  for (const name of CACHE_NAMES) {
    const folder = CACHES[name].exec(path)?.[0];
    if (folder !== undefined) return {name, folder};
  }
  return undefined;
}
