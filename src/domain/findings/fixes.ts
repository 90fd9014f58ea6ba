/** Which of the versions that Trivy names mends an installed one. Pure. */
import {packageType, versionOrder, type VersionOrder} from '../versions/order.ts';
import {isConstraint, namedIn, parseRanges, versionsIn, type Range} from './fix-ranges.ts';

/** An installed package, as an advisory has it. */
export interface Fixable {
  readonly version: string;
  readonly purl?: string | undefined;
  readonly fixedVersion?: string | undefined;
}

/** Of installed packages: one for each line, the lowest first. */
export function fixVersions(members: readonly Fixable[]): readonly string[] {
  const fixes = members.flatMap((member) => fixFor(member) ?? []);
  const order = versionOrder(kindOf(members), fixes.flatMap(versionsIn));
  return [...new Set(fixes)].sort((a, b) => order(a, b) || Number(a > b) - Number(a < b));
}

/**
 * The lowest fixed version that is above the installed one: `7.5.10, 8.17.1` for 8.0.0 -> `8.17.1`.
 * One alone is taken as it is: Trivy compared it. The whole text where no version is above.
 */
function fixFor(member: Fixable): string | undefined {
  const {version, fixedVersion: fixed} = member;
  if (fixed === undefined) return undefined;
  const fixes = versionsIn(fixed);
  const order = versionOrder(kindOf([member]), [version, ...namedIn(fixed)]);
  if (fixes.some(isConstraint)) return nextOf(startsOf(fixed, order), version, order) ?? fixed;
  if (fixes.length < 2) return fixes[0] ?? fixed;
  return nextOf(fixes, version, order) ?? fixes.join(', ');
}

/** What installed packages ask of one version: worked out once, and put together with what others ask. */
export interface FixNeeds {
  readonly kinds: ReadonlySet<string | undefined>;
  /** As the advisories have them. */
  readonly fixes: readonly string[];
  /** The next one for each. */
  readonly wanted: readonly string[];
  /** One is above each version that its advisory names for several lines: there is no fix in its own. */
  readonly isBeyond: boolean;
}

export function toFixNeeds(members: readonly Fixable[]): FixNeeds {
  const next = members.map((member) => versionsIn(fixFor(member) ?? ''));
  return {
    kinds: new Set(members.map(({purl}) => packageType(purl))),
    fixes: [...new Set(members.flatMap(({fixedVersion}) => fixedVersion ?? []))],
    wanted: [...new Set(next.flat())],
    isBeyond: next.some((versions) => versions.length > 1),
  };
}

/**
 * The one version that mends all of these packages for all of their advisories; undefined: there is none,
 * or none that is known (a constraint that nobody could read).
 */
export function commonUpgrade(members: readonly Fixable[]): string | undefined {
  return upgradeFor([toFixNeeds(members)]);
}

export function upgradeFor(needs: readonly FixNeeds[]): string | undefined {
  if (needs.some((one) => one.isBeyond)) return undefined;
  const fixes = [...new Set(needs.flatMap((one) => one.fixes))];
  const kinds = new Set(needs.flatMap((one) => [...one.kinds]));
  const order = versionOrder(kinds.size === 1 ? [...kinds][0] : undefined, fixes.flatMap(namedIn));
  const wanted = needs.flatMap((one) => one.wanted);
  if (wanted.some(isConstraint)) return undefined;
  let upgrade = highest(wanted, order);
  let next = upgrade;
  for (let steps = 0; next !== undefined; steps += 1) {
    if (steps > MOST_STEPS) return undefined;
    upgrade = next;
    next = nextOfAll(upgrade, fixes, order);
  }
  return upgrade;
}

/** From one line of versions into another; real packages need two or three. */
const MOST_STEPS = 50;

/** A fix may lie in another line than that of another advisory, whose later lines have fixes of their own. */
function nextOfAll(
  version: string,
  fixes: readonly string[],
  order: VersionOrder,
): string | undefined {
  return highest(
    fixes.flatMap((fixed) => stillNeeded(version, fixed, order) ?? []),
    order,
  );
}

function kindOf(members: readonly Fixable[]): string | undefined {
  const kinds = new Set(members.map(({purl}) => packageType(purl)));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

function highest(versions: readonly string[], order: VersionOrder): string | undefined {
  return versions.toSorted(order).at(-1);
}

function nextOf(
  versions: readonly string[],
  version: string,
  order: VersionOrder,
): string | undefined {
  return versions.filter((one) => order(one, version) > 0).toSorted(order)[0];
}

function startsOf(fixed: string, order: VersionOrder): readonly string[] {
  return (parseRanges(fixed, order) ?? []).flatMap(({from}) => from ?? []);
}

/** The next fix, where `version` does not have this one; undefined: it has. */
function stillNeeded(version: string, fixed: string, order: VersionOrder): string | undefined {
  const fixes = versionsIn(fixed);
  if (fixes.some(isConstraint)) {
    const ranges = parseRanges(fixed, order) ?? [];
    return ranges.some((range) => isIn(range, version, order))
      ? undefined
      : nextOf(startsOf(fixed, order), version, order);
  }
  const next = nextOf(fixes, version, order);
  const last = highest(
    fixes.filter((one) => order(one, version) <= 0),
    order,
  );
  if (next === undefined || last === undefined) return next;
  // Which of the two lines it is of is not said: with as much in common with both, it is not taken as mended.
  return inCommon(version, last) > inCommon(version, next) ? undefined : next;
}

function isIn({from, below}: Range, version: string, order: VersionOrder): boolean {
  return (
    (from === undefined || order(version, from) >= 0) &&
    (below === undefined || order(version, below) < 0)
  );
}

/** Leading parts: 2 of `1.6.1` and `1.6.3`. */
function inCommon(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.match(/\d+|[A-Za-z]+/g) ?? []);
  const apart = (left ?? []).findIndex((part, index) => part !== right?.[index]);
  return apart < 0 ? (left ?? []).length : apart;
}
