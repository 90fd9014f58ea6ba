/** Packages and findings that came and went. Pure. */
import {defined} from '../defined.ts';
import {purlWithoutVersion} from '../findings/identity.ts';
import {packageType, versionOrder, type VersionOrder} from '../versions/order.ts';
import type {RecordFinding, RecordPackage} from '../record/schema.ts';
import type {FindingChange, FindingChanges, PackageChange} from './facts.ts';
import type {LayerComparison} from './layers.ts';

export function comparePackages(
  before: readonly RecordPackage[],
  after: readonly RecordPackage[],
  {causeIn}: Pick<LayerComparison, 'causeIn'>,
): readonly PackageChange[] {
  const [old, now] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const gone = without(old.get(key) ?? [], now.get(key) ?? []);
    const fresh = without(now.get(key) ?? [], old.get(key) ?? []);
    return Array.from({length: Math.max(gone.length, fresh.length)}, (_, index) => {
      const [from, to] = [gone[index], fresh[index]];
      const cause = to === undefined ? causeIn('before', from?.layer) : causeIn('after', to.layer);
      return {...changeOf(from, to), cause};
    });
  });
}

/** By package URL without version; several versions of one package can be in an image. */
function byKey(packages: readonly RecordPackage[]): ReadonlyMap<string, readonly RecordPackage[]> {
  const groups = Map.groupBy(packages, ({name, purl}) => purlWithoutVersion(purl) ?? name);
  // Nearly all are alone, and telling versions apart is dear.
  for (const group of groups.values())
    if (group.length > 1) {
      const order = orderOfPackages(group);
      group.sort((a, b) => order(a.version, b.version));
    }
  return groups;
}

function orderOfPackages(packages: readonly RecordPackage[]): VersionOrder {
  return versionOrder(
    packageType(packages[0]?.purl),
    packages.map(({version}) => version),
  );
}

/** Each version as often as it is there. */
function without(
  list: readonly RecordPackage[],
  others: readonly RecordPackage[],
): readonly RecordPackage[] {
  const left = new Map<string, number>();
  for (const {version} of others) left.set(version, (left.get(version) ?? 0) + 1);
  return list.filter(({version}) => {
    const count = left.get(version) ?? 0;
    left.set(version, count - 1);
    return count < 1;
  });
}

function changeOf(
  from: RecordPackage | undefined,
  to: RecordPackage | undefined,
): Omit<PackageChange, 'cause'> {
  const {name = '', purl} = to ?? from ?? {};
  const named = {name, ...defined({purl})};
  if (from === undefined) return {...named, change: 'added', ...(to && {after: to.version})};
  if (to === undefined) return {...named, change: 'removed', before: from.version};
  const order = orderOfPackages([from, to]);
  const change = order(to.version, from.version) < 0 ? 'downgraded' : 'upgraded';
  return {...named, change, before: from.version, after: to.version};
}

/** Both sides must have been judged with the same database. */
export function compareFindings(
  before: readonly RecordFinding[],
  after: readonly RecordFinding[],
  {causeIn}: Pick<LayerComparison, 'causeIn'>,
): FindingChanges {
  const [old, now] = [identities(before), identities(after)];
  const told =
    (side: 'before' | 'after') =>
    ({identity, id, package: about, severity, fixed, layers}: RecordFinding): FindingChange => ({
      identity,
      id,
      package: about,
      severity,
      ...defined({fixed}),
      cause: causeIn(side, layers[0]),
    });
  return {
    new: after.filter(({identity}) => !old.has(identity)).map(told('after')),
    fixed: before.filter(({identity}) => !now.has(identity)).map(told('before')),
    still: after.filter(({identity}) => old.has(identity)).length,
  };
}

function identities(findings: readonly RecordFinding[]): ReadonlySet<string> {
  return new Set(findings.map(({identity}) => identity));
}
