/** Under which names the vulnerability database keeps the advisories of a system's release. Pure. */

type Naming = (version: string) => readonly string[];

const major: Naming = (version) => [/^\d+/.exec(version)?.[0] ?? ''];
const minor: Naming = (version) => /^\d+\.\d+(?=$|\.\d+$)/.exec(version) ?? [];

/**
 * Families of which each release has a bucket of its own; the others share one, or are named in ways that
 * only the scanner knows (trivy-db, pkg/vulnsrc; trivy, pkg/detector/ospkg).
 */
const NAMINGS: ReadonlyMap<string, Naming> = new Map([
  ['debian', major],
  ['alpine', minor],
  ['rocky', major],
  ['alma', major],
  ['ubuntu', (version) => [version, `${version}-ESM`]],
]);

/**
 * Whether the database has anything on a release; undefined where that cannot be said.
 * @param system as the scanner names it: `debian 12.5`
 * @param buckets names of all that the database has
 */
export function isReleaseKnown(system: string, buckets: ReadonlySet<string>): boolean | undefined {
  const [family = '', version = ''] = system.split(' ');
  const names = NAMINGS.get(family)?.(version).filter((name) => name !== '') ?? [];
  if (names.length === 0) return undefined;
  return names.some((name) => buckets.has(`${family} ${name}`));
}
