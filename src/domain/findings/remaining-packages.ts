/** Packages whose record a later layer removed and whose files are still there: they are judged as before. Pure. */
import {isStillThere, type RemovedRecord} from '../image/removed-records.ts';
import type {Tree} from '../image/tree.ts';
import {ownProperty} from '../own-property.ts';
import type {ParsedReport, TrivyPackage, TrivyVulnerability} from './trivy-schema.ts';

export interface LowerLayers {
  /** Of all records that this image still has. */
  readonly removed: readonly RemovedRecord[];
  readonly tree: Tree;
  readonly diffIds: readonly string[];
  /** Of all packages of the system that the whole image, or one of more layers, has a record of. */
  readonly names: ReadonlySet<string>;
}

/**
 * What of the report on the lowest layers alone holds for the whole image too, as results of the scanner.
 * Each package tells by which layer its record was removed.
 */
export function remainingPackages(
  {report, document}: ParsedReport,
  below: LowerLayers,
): readonly object[] {
  const raw = listOf(document, 'Results');
  return (report.Results ?? []).flatMap((result, at) => {
    const whole = raw[at];
    const packages = listOf(whole, 'Packages');
    const removers = (result.Packages ?? []).map((one) => removerOf(one, result.Target, below));
    const there = (result.Packages ?? []).filter((_, index) => removers[index] !== undefined);
    if (there.length === 0 || !isObject(whole)) return [];
    const Packages = packages.flatMap((one, index) =>
      removers[index] === undefined || !isObject(one) ? [] : [{...one, RemovedBy: removers[index]}],
    );
    const isOfThem = (found: TrivyVulnerability): boolean => there.some((one) => isOf(found, one));
    const Vulnerabilities = listOf(whole, 'Vulnerabilities').filter((_, index) => {
      const found = result.Vulnerabilities?.[index];
      return found !== undefined && isOfThem(found);
    });
    const ExperimentalModifiedFindings = listOf(whole, 'ExperimentalModifiedFindings').filter(
      (_, index) => {
        const answered = result.ExperimentalModifiedFindings?.[index];
        return answered !== undefined && isOfThem(answered.Finding);
      },
    );
    return [{...whole, Packages, Vulnerabilities, ExperimentalModifiedFindings, Secrets: []}];
  });
}

/** Of all packages of a system that a report has: one of a language may be called the same. */
export function systemPackageNames({report}: ParsedReport): readonly string[] {
  return (report.Results ?? [])
    .filter(({Class}) => Class === 'os-pkgs')
    .flatMap(({Packages}) => (Packages ?? []).map(({Name}) => Name));
}

/** The report with more results. */
export function withResults(document: unknown, results: readonly object[]): unknown {
  return isObject(document)
    ? {...document, Results: [...listOf(document, 'Results'), ...results]}
    : document;
}

/** Undefined: its record is there, or nothing of it is. Empty: nobody knows the layer. */
function removerOf(
  {Name, FilePath, InstalledFiles}: TrivyPackage,
  target: string | undefined,
  {removed, tree, diffIds, names: there}: LowerLayers,
): string | undefined {
  const found = removed.find(({path, names, isDatabase, layers}) => {
    if (names?.includes(Name) === false) return false;
    if (path === bytesOf(FilePath ?? target ?? '')) return true;
    const isOfMany = (names !== undefined || isDatabase === true) && !there.has(Name);
    return (
      isOfMany && (InstalledFiles ?? []).some((file) => isStillThere(tree, bytesOf(file), layers))
    );
  });
  return found && (diffIds[found.removedBy ?? -1] ?? '');
}

/** The tree's names are bytes, one character each; the scanner's are text. */
function bytesOf(path: string): string {
  return Buffer.from(path).toString('latin1');
}

function isOf(found: TrivyVulnerability, one: TrivyPackage): boolean {
  const [uid, other] = [found.PkgIdentifier?.UID ?? '', one.Identifier?.UID ?? ''];
  if (uid !== '' && other !== '') return uid === other;
  return found.PkgName === one.Name && (found.PkgPath ?? '') === (one.FilePath ?? '');
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const list: unknown = isObject(value) ? ownProperty(value, key) : undefined;
  return Array.isArray(list) ? list : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
