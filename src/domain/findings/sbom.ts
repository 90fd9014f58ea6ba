/**
 * Trivy's report as an SBOM: CycloneDX 1.6 (ECMA-424), with the properties that Trivy itself gives its
 * components and reads again (`aquasecurity:trivy:*`), so that `trivy sbom` finds in it what it found in
 * the image. Made here and not by `trivy convert`, which needs a container of its own for each image.
 * Same report, same bytes. Pure.
 */
import type {TrivyPackage, TrivyReport, TrivyResult} from './trivy-schema.ts';

/** Installed packages that no lock file groups: they hang on the image itself. */
const LOOSE = new Set([
  'node-pkg',
  'python-pkg',
  'gemspec',
  'jar',
  'conda-pkg',
  'conda-environment',
]);
const OS_CLASS = 'os-pkgs';

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly [key: string]: unknown;
}

interface Dependency {
  readonly ref: string;
  readonly dependsOn: readonly string[];
}

/** One of Trivy's results: its packages, and what they hang on. */
interface Part {
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
  /** What the image has of it. */
  readonly roots: readonly string[];
}

/** @returns JSON */
export function renderSbom(report: TrivyReport): string {
  const refs = new Refs();
  const root = refs.take('image');
  const parts = (report.Results ?? []).map((result) => partOf(result, {report, refs}));
  return JSON.stringify({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: metadataOf(report, root),
    components: parts.flatMap(({components}) => components),
    dependencies: [
      {ref: root, dependsOn: parts.flatMap(({roots}) => roots)},
      ...parts.flatMap(({dependencies}) => dependencies),
    ],
  });
}

function metadataOf({Trivy, CreatedAt, ArtifactName, Metadata}: TrivyReport, root: string): object {
  const version = Trivy?.Version ?? undefined;
  const trivy = {type: 'application', group: 'aquasecurity', name: 'trivy', version};
  return {
    timestamp: CreatedAt ?? undefined,
    tools: {components: [trivy]},
    component: {
      'bom-ref': root,
      type: 'container',
      name: ArtifactName,
      properties: properties([
        ['ImageID', Metadata?.ImageID],
        ...(Metadata?.DiffIDs ?? []).map((id) => ['DiffID', id] as const),
        ['SchemaVersion', '2'],
      ]),
    },
  };
}

interface Within {
  readonly report: TrivyReport;
  readonly refs: Refs;
}

function partOf(result: TrivyResult, {report, refs}: Within): Part {
  const packages = (result.Packages ?? []).map((one) => ({one, ref: refs.take(purlOf(one))}));
  if (packages.length === 0 && result.Class !== OS_CLASS)
    return {components: [], dependencies: [], roots: []};
  const libraries = packages.map(({one, ref}) => library(one, {ref, type: result.Type}));
  const byId = new Map(packages.map(({one, ref}) => [one.ID, ref]));
  const edges = packages.flatMap(({one, ref}): Dependency[] => {
    const dependsOn = (one.DependsOn ?? []).flatMap((id) => byId.get(id) ?? []);
    return dependsOn.length === 0 ? [] : [{ref, dependsOn: [...new Set(dependsOn)]}];
  });
  const owned = packages.map(({ref}) => ref);
  if (result.Type != null && LOOSE.has(result.Type))
    return {components: libraries, dependencies: edges, roots: owned};
  const owner = ownerOf(result, {report, refs});
  const ref = owner['bom-ref'];
  return {
    components: [owner, ...libraries],
    dependencies: [{ref, dependsOn: owned}, ...edges],
    roots: [ref],
  };
}

/** The system of its packages, or the file (lock file, program) that names them. */
function ownerOf({Class, Type, Target}: TrivyResult, {report, refs}: Within): Component {
  const told = properties([
    ['Class', Class],
    ['Type', Type],
  ]);
  if (Class !== OS_CLASS)
    return {'bom-ref': refs.take(Target), type: 'application', name: Target, properties: told};
  const {Family, Name} = report.Metadata?.OS ?? {Family: Type ?? '', Name: undefined};
  return {
    'bom-ref': refs.take('os'),
    type: 'operating-system',
    name: Family,
    version: Name ?? undefined,
    properties: told,
  };
}

function library(
  one: TrivyPackage,
  {ref, type}: {readonly ref: string; readonly type: string | null | undefined},
): Component {
  const {Maintainer, Licenses} = one;
  return {
    'bom-ref': ref,
    type: 'library',
    name: one.Name,
    version: versionOf(one),
    ...(Maintainer == null || Maintainer === '' ? {} : {supplier: {name: Maintainer}}),
    ...(Licenses == null ? {} : {licenses: Licenses.map((name) => ({license: {name}}))}),
    purl: one.Identifier?.PURL ?? undefined,
    properties: properties([
      ['PkgID', one.ID],
      ['PkgType', type],
      ['FilePath', one.FilePath],
      ['SrcName', one.SrcName],
      ['SrcVersion', one.SrcVersion],
      ['SrcRelease', one.SrcRelease],
      ['SrcEpoch', one.SrcEpoch],
      ['Modularitylabel', one.Modularitylabel],
      ['LayerDiffID', one.Layer?.DiffID],
      ['LayerDigest', one.Layer?.Digest],
    ]),
  };
}

/** `1:2.3-4`, as RPM and dpkg write it. */
function versionOf({Epoch, Version, Release}: TrivyPackage): string {
  const release = Release == null || Release === '' ? '' : `-${Release}`;
  return `${Epoch == null || Epoch === 0 ? '' : `${Epoch}:`}${Version ?? ''}${release}`;
}

function purlOf({Identifier, ID, Name}: TrivyPackage): string {
  return Identifier?.PURL ?? ID ?? Name;
}

type Told = readonly [string, string | number | null | undefined];

function properties(told: readonly Told[]): readonly {name: string; value: string}[] {
  return told.flatMap(([name, value]) =>
    value == null || value === '' || value === 0
      ? []
      : [{name: `aquasecurity:trivy:${name}`, value: String(value)}],
  );
}

/** Names within the document; one that is taken gets a number. */
class Refs {
  readonly #taken = new Map<string, number>();

  take(name: string): string {
    const count = this.#taken.get(name) ?? 0;
    this.#taken.set(name, count + 1);
    return count === 0 ? name : `${name}#${count + 1}`;
  }
}
