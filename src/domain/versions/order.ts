/** Which of two versions is the higher one, by the rules of the packages' own kind. Pure. */
import {compareGeneric} from './generic.ts';
import {
  compareComposer,
  compareGem,
  compareNuget,
  comparePython,
  compareSemantic,
} from './languages.ts';
import {compareMaven} from './maven.ts';
import {compareAlpine, compareDebian, compareRpm} from './systems.ts';

/** Below zero: the first is lower. */
export type VersionOrder = (a: string, b: string) => number;
/** Undefined: one of them is no version of this kind. */
type Scheme = (a: string, b: string) => number | undefined;

/** By the type of a package URL; Bitnami's revisions (`1.2.3-1`) and others follow the generic order. */
const SCHEMES: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['deb', compareDebian],
  ['rpm', compareRpm],
  ['apk', compareAlpine],
  ...['npm', 'cargo', 'golang', 'hex', 'pub', 'swift', 'julia', 'k8s'].map(
    (type) => [type, compareSemantic] as const,
  ),
  ['nuget', compareNuget],
  ['pypi', comparePython],
  ['gem', compareGem],
  ['cocoapods', compareGem],
  ['maven', compareMaven],
  ['composer', compareComposer],
]);

/** Of `pkg:npm/ws@8.0.0`; undefined: none, or none that is known. */
export function packageType(purl: string | undefined): string | undefined {
  const type = /^pkg:([a-z0-9.+-]+)\//i.exec(purl ?? '')?.[1]?.toLowerCase();
  return type !== undefined && SCHEMES.has(type) ? type : undefined;
}

/**
 * One order for all of these versions: two rules side by side would order them in a circle. The generic
 * one where the kind is not known, or cannot read one of them.
 * @param kind from `packageType`
 */
export function versionOrder(kind: string | undefined, versions: readonly string[]): VersionOrder {
  const scheme = SCHEMES.get(kind ?? '');
  if (scheme === undefined || versions.some((one) => scheme(one, one) === undefined))
    return compareGeneric;
  return (a, b) => scheme(a, b) ?? compareGeneric(a, b);
}
