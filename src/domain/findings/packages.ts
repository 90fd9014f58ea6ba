/** The packages of Trivy's report: names, versions, sources, layers, paths. */
import type {PackageFacts} from './facts.ts';
import {languagePackageKey, purlWithoutVersion, systemPackageKey} from './identity.ts';
import type {TrivyPackage, TrivyReport, TrivyResult, TrivyVulnerability} from './trivy-schema.ts';

/** Language results that gather packages of many files; of all others `Target` is the one file. */
const GATHERED = ['python-pkg', 'conda-pkg', 'gemspec', 'node-pkg', 'jar', 'kubernetes'];

export function toPackages(report: TrivyReport): readonly PackageFacts[] {
  return (report.Results ?? []).flatMap((result) =>
    (result.Packages ?? []).map((found) => ({
      name: found.Name,
      version: versionOf(found),
      ...optional('purl', found.Identifier?.PURL),
      ...optional('diffId', found.Layer?.DiffID),
      ...optional('path', fileOf(found, result)),
      ...(typeof found.RemovedBy === 'string' && {removedBy: found.RemovedBy}),
      ...(given(found.InstalledFiles?.[0]) && {files: found.InstalledFiles ?? []}),
    })),
  );
}

/** How many packages of the system itself there are. */
export function countSystemPackages(report: TrivyReport): number {
  return (report.Results ?? [])
    .filter(isSystem)
    .reduce((sum, result) => sum + (result.Packages?.length ?? 0), 0);
}

/** What a finding is about, apart from the advisory. */
export interface PackageIdentity {
  readonly key: string;
  /** The source package, or the language package's name. */
  readonly name: string;
  /** Without version; only for language packages. */
  readonly purl?: string;
}

/** Knows for each vulnerability of one result which package it is about. */
export function packageFinder(result: TrivyResult): (found: TrivyVulnerability) => PackageIdentity {
  const type = result.Type ?? result.Class ?? 'unknown';
  if (!isSystem(result))
    return (found) => {
      const purl = purlWithoutVersion(given(found.PkgIdentifier?.PURL));
      const fallback = {ecosystem: type, name: found.PkgName};
      const key = languagePackageKey(given(found.PkgIdentifier?.PURL), fallback);
      return {key, name: found.PkgName, ...optional('purl', purl)};
    };
  const sources = sourcesOf(result.Packages ?? []);
  return (found) => {
    const name = referencesTo(found).flatMap((key) => sources.get(key) ?? [])[0] ?? found.PkgName;
    return {key: systemPackageKey(type, name), name};
  };
}

function fileOf(found: TrivyPackage, result: TrivyResult): string | undefined {
  if (isSystem(result)) return undefined;
  return (
    given(found.FilePath) ?? (GATHERED.includes(result.Type ?? '') ? undefined : result.Target)
  );
}

/** Where a language package lies; Trivy tells no path of a system's package. */
export function packagePath(found: TrivyVulnerability, result: TrivyResult): string | undefined {
  const own = given(found.PkgPath);
  if (own !== undefined || isSystem(result)) return own;
  return GATHERED.includes(result.Type ?? '') ? undefined : result.Target;
}

function isSystem(result: TrivyResult): boolean {
  return result.Class === 'os-pkgs';
}

/** By whatever a vulnerability may name its package with. */
function sourcesOf(packages: readonly TrivyPackage[]): ReadonlyMap<string, string> {
  const entries = packages.flatMap((found) => {
    const source = given(found.SrcName) ?? found.Name;
    const keys = [
      uidKey(found.Identifier?.UID),
      idKey(found.ID),
      versionKey(found.Name, versionOf(found)),
    ];
    return keys.filter((key) => key !== undefined).map((key) => [key, source] as const);
  });
  return new Map(entries);
}

function referencesTo(found: TrivyVulnerability): readonly string[] {
  return [
    uidKey(found.PkgIdentifier?.UID),
    idKey(found.PkgID),
    versionKey(found.PkgName, found.InstalledVersion ?? ''),
  ].filter((key) => key !== undefined);
}

function uidKey(uid: string | null | undefined): string | undefined {
  return given(uid) === undefined ? undefined : `uid ${uid ?? ''}`;
}

function idKey(id: string | null | undefined): string | undefined {
  return given(id) === undefined ? undefined : `id ${id ?? ''}`;
}

function versionKey(name: string, version: string): string {
  return `${name} ${version}`;
}

/** As Trivy writes an installed version: epoch 1, `2.38.1`, `5+deb12u3` -> `1:2.38.1-5+deb12u3`. */
function versionOf({Epoch, Version, Release}: TrivyPackage): string {
  const epoch = (Epoch ?? 0) === 0 ? '' : `${Epoch ?? 0}:`;
  const release = given(Release) === undefined ? '' : `-${Release ?? ''}`;
  return `${epoch}${Version ?? ''}${release}`;
}

/** Empty, null and absent are the same in Trivy's JSON. */
export function given(value: string | null | undefined): string | undefined {
  return value === null || value === '' ? undefined : value;
}

/** `{[name]: value}` when there is a value. */
export function optional<Name extends string>(
  name: Name,
  value: string | null | undefined,
): Partial<Record<Name, string>> {
  const there = given(value);
  // A computed key has the type `string` for the compiler.
  const made: Partial<Record<Name, string>> = {};
  if (there !== undefined) made[name] = there;
  return made;
}
