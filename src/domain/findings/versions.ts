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
  if (versions.some((version) => CONSTRAINT.test(version)))
    return fixIn(versions, installed) ?? fixed;
  if (versions.length < 2) return versions[0] ?? fixed;
  const above = versions.filter((version) => compareVersions(version, installed) > 0);
  return above.sort(compareVersions)[0] ?? versions.join(', ');
}

const CONSTRAINT = /^(~>|[<>!=]=?|[~^])\s*/;

/** Versions from one on, and below another. */
interface Range {
  readonly from?: string | undefined;
  readonly below?: string | undefined;
}

/** `~> 6.1.7, >= 6.1.7.1, >= 7.0.4.1` for 6.1.6 -> `6.1.7.1`: those that fit together hold together. */
function fixIn(constraints: readonly string[], installed: string): string | undefined {
  const ranges: Range[] = [];
  for (const range of constraints.map(rangeOf)) {
    const last = ranges.at(-1);
    const both = last === undefined || range === undefined ? undefined : shared(last, range);
    if (range === undefined) return undefined;
    if (both === undefined) ranges.push(range);
    else ranges[ranges.length - 1] = both;
  }
  return ranges
    .flatMap(({from}) => (from !== undefined && compareVersions(from, installed) > 0 ? [from] : []))
    .sort(compareVersions)[0];
}

/** Undefined: of a form that names no version that mends. */
function rangeOf(constraint: string): Range | undefined {
  const sign = CONSTRAINT.exec(constraint)?.[1] ?? '=';
  const version = constraint.replace(CONSTRAINT, '').trim();
  if (!/^v?\d\S*$/.test(version)) return undefined;
  if (sign === '>=') return {from: version};
  if (sign === '<') return {below: version};
  if (sign !== '~>') return undefined;
  const numbers = version.split('.').slice(0, -1);
  const line = numbers.length === 0 ? [version] : numbers;
  const below = [...line.slice(0, -1), String(Number(line.at(-1)) + 1)].join('.');
  return {from: version, below};
}

/** Undefined where no version is in both. */
function shared(a: Range, b: Range): Range | undefined {
  const from = [a.from, b.from]
    .filter((one) => one !== undefined)
    .sort(compareVersions)
    .at(-1);
  const below = [a.below, b.below].filter((one) => one !== undefined).sort(compareVersions)[0];
  const isEmpty = from !== undefined && below !== undefined && compareVersions(from, below) >= 0;
  return isEmpty ? undefined : {from, below};
}

/** The one that is above all of them; undefined where one is no version: a constraint that nobody could read. */
export function highestFix(fixes: readonly string[]): string | undefined {
  const versions = fixes.flatMap((fixed) => fixed.split(',').map((version) => version.trim()));
  if (versions.some((version) => CONSTRAINT.test(version))) return undefined;
  return versions.sort((a, b) => compareVersions(a, b) || compareBuilds(a, b)).at(-1);
}

/** `1.2+deb12u1 < 1.2+deb12u2` */
function compareBuilds(a: string, b: string): number {
  return compareVersions(behindPlus(a), behindPlus(b));
}

function behindPlus(version: string): string {
  const at = version.indexOf('+');
  return at < 0 ? '' : `1.${version.slice(at + 1)}`;
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
