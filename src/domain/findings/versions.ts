/** Which of the versions that Trivy names mends an installed one. */
import {before} from '../text/ends.ts';

/**
 * The lowest version of `fixed` that is above `installed`: `7.5.10, 8.17.1` for 8.0.0 -> `8.17.1`.
 * One alone is taken as it is: Trivy compared it by its ecosystem's own rules. The whole text where no
 * version is above.
 */
export function fixFor(installed: string, fixed: string): string {
  const versions = fixed
    .split(',')
    .map((version) => version.trim())
    .filter((version) => version !== '');
  if (versions.length < 2) return versions[0] ?? fixed;
  const above = versions.filter((version) => compareVersions(version, installed) > 0);
  return above.sort(compareVersions)[0] ?? versions.join(', ');
}

/** Of installed packages: one for each line, the lowest first. */
export function fixesOf(
  members: readonly {readonly version: string; readonly fixedVersion?: string}[],
): readonly string[] {
  const fixes = members.flatMap(({version, fixedVersion}) =>
    fixedVersion === undefined ? [] : [fixFor(version, fixedVersion)],
  );
  return [...new Set(fixes)].sort((a, b) => compareVersions(a, b) || Number(a > b) - Number(a < b));
}

/**
 * Numbers by value, words by their characters; a version that goes on with a word is a pre-release and
 * lower: `2.0.0-rc1 < 2.0.0 < 2.0.0.1`.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = compareParts(left[index], right[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function partsOf(version: string): readonly string[] {
  // What follows a plus says how it was built, not which it is.
  return before(version.replace(/^v/, ''), '+').match(/\d+|[A-Za-z]+/g) ?? [];
}

function compareParts(a: string | undefined, b: string | undefined): number {
  const [left, right] = [rankOf(a), rankOf(b)];
  if (left !== right) return left - right;
  if (a === undefined || b === undefined) return 0;
  // BigInt: a date and a time in one number are beyond what a number holds exactly.
  if (/^\d/.test(a) && /^\d/.test(b))
    return Number(BigInt(a) > BigInt(b)) - Number(BigInt(a) < BigInt(b));
  return a < b ? -1 : Number(a > b);
}

function rankOf(part: string | undefined): number {
  if (part === undefined) return 1;
  return /^\d/.test(part) ? 2 : 0;
}
