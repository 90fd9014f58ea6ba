/** Vulnerabilities of Trivy's report, grouped into findings: architecture.md section 6. */
import {defined} from '../defined.ts';
import type {ImageId} from '../image-id.ts';
import type {Advisory, Finding, Member, Severity, Status, VexAnswer} from './facts.ts';
import {SEVERITIES, STATUSES} from './facts.ts';
import {findingIdentity} from './identity.ts';
import {given, optional, packageFinder, packagePath} from './packages.ts';
import type {PackageIdentity} from './packages.ts';
import type {TrivyReport, TrivyResult, TrivyVulnerability} from './trivy-schema.ts';
import {fixVersions} from './fixes.ts';
import {ownProperty} from '../own-property.ts';

type Answer = NonNullable<TrivyResult['ExperimentalModifiedFindings']>[number];

/** One line of Trivy's report and what it is about. */
interface Sighting {
  readonly identity: string;
  readonly about: PackageIdentity;
  readonly member: Member;
  readonly found: TrivyVulnerability;
}

/** The most severe first; independent of the order of the report. */
export function toFindings(report: TrivyReport, image: ImageId): readonly Finding[] {
  const groups = Map.groupBy(sightingsOf(report, image), ({identity}) => identity);
  return [...groups.values()].flatMap(toFinding).sort(compareFindings);
}

/** What the advisories say, by id. */
export function toAdvisories(report: TrivyReport): ReadonlyMap<string, Advisory> {
  const pairs = (report.Results ?? [])
    .flatMap((result) => [
      ...(result.Vulnerabilities ?? []),
      ...(result.ExperimentalModifiedFindings ?? []).map(({Finding}) => Finding),
    ])
    .map((found) => [found.VulnerabilityID, toAdvisory(found)] as const)
    // Several results may word the same advisory differently: always the same one wins.
    .sort(([, a], [, b]) => compareText(JSON.stringify(a), JSON.stringify(b)));
  return new Map(pairs);
}

/** `HIGH` -> `high`; a word that is not known -> `unknown`. */
export function parseSeverity(word: string | null | undefined): Severity {
  return SEVERITIES.find((severity) => severity === word?.toLowerCase()) ?? 'unknown';
}

function sightingsOf(report: TrivyReport, image: ImageId): readonly Sighting[] {
  return (report.Results ?? []).flatMap((result) => {
    const find = packageFinder(result);
    const answered = result.ExperimentalModifiedFindings ?? [];
    const all = [
      ...(result.Vulnerabilities ?? []).map((found) => ({found, answer: undefined})),
      ...answered.map((answer) => ({found: answer.Finding, answer})),
    ];
    return all.map(({found, answer}) => {
      const about = find(found);
      const key = {advisory: found.VulnerabilityID, package: about.key, image};
      const member: Member = {
        package: found.PkgName,
        version: found.InstalledVersion ?? '',
        ...optional('purl', found.PkgIdentifier?.PURL),
        ...optional('fixedVersion', found.FixedVersion),
        ...optional('diffId', found.Layer?.DiffID),
        ...optional('path', packagePath(found, result)),
        ...defined({vex: answer && answerOf(answer)}),
      };
      return {identity: findingIdentity(key), about, member, found};
    });
  });
}

function toFinding(sightings: readonly Sighting[]): readonly Finding[] {
  // Members may call themselves differently (`Django`, `django`): always the same one names the finding.
  const [first] = [...sightings].sort((a, b) => compareText(a.about.name, b.about.name));
  if (first === undefined) return [];
  return [
    {
      identity: first.identity,
      id: first.found.VulnerabilityID,
      package: first.about.name,
      ...optional('purl', first.about.purl),
      severity: worst(sightings.map(({found}) => parseSeverity(found.Severity))),
      status: mostPressing(sightings.map(({found}) => statusOf(found))),
      ...optional('fixed', fixVersions(sightings.map(({member}) => member)).join(', ')),
      ...optional('published', publishedOf(sightings)),
      members: membersOf(sightings),
    },
  ];
}

function publishedOf(sightings: readonly Sighting[]): string | undefined {
  const days = sightings.flatMap(
    ({found}) => /^\d{4}-\d{2}-\d{2}/.exec(found.PublishedDate ?? '')?.[0] ?? [],
  );
  return days.sort()[0];
}

function answerOf({Status: status, Statement: reason}: Answer): VexAnswer {
  return {status: given(status) ?? 'answered', ...optional('reason', reason)};
}

function membersOf(sightings: readonly Sighting[]): readonly Member[] {
  const different = new Map(sightings.map(({member}) => [JSON.stringify(member), member]));
  return [...different].sort(([a], [b]) => compareText(a, b)).map(([, member]) => member);
}

function worst(severities: readonly Severity[]): Severity {
  return SEVERITIES.findLast((severity) => severities.includes(severity)) ?? 'unknown';
}

/** Where members differ, the one that asks most of the reader: no answer may hide a fix. */
const PRESSING: readonly Status[] = [
  'fixed',
  'affected',
  'under_investigation',
  'fix_deferred',
  'will_not_fix',
  'end_of_life',
  'unknown',
  'not_affected',
];

function mostPressing(statuses: readonly Status[]): Status {
  return PRESSING.find((status) => statuses.includes(status)) ?? 'unknown';
}

/** Trivy writes no status where its database has none. */
function statusOf(found: TrivyVulnerability): Status {
  const word = STATUSES.find((status) => status === found.Status?.toLowerCase()) ?? 'unknown';
  return word === 'unknown' && given(found.FixedVersion) !== undefined ? 'fixed' : word;
}

/** Some have a hundred; the advisory's own page links them all. */
const MOST_REFERENCES = 5;

function toAdvisory(found: TrivyVulnerability): Advisory {
  const scores = ownProperty(found.CVSS ?? {}, found.SeveritySource ?? '');
  const [score, vector] = [
    [scores?.V3Score, scores?.V3Vector] as const,
    [scores?.V40Score, scores?.V40Vector] as const,
    [scores?.V2Score, scores?.V2Vector] as const,
  ].find(([given]) => typeof given === 'number') ?? [undefined, undefined];
  const references = (found.References ?? []).slice(0, MOST_REFERENCES);
  return {
    title: given(found.Title) ?? found.VulnerabilityID,
    ...(typeof score === 'number' && {score}),
    ...optional('url', found.PrimaryURL),
    ...optional('text', found.Description),
    ...optional('source', found.SeveritySource),
    ...optional('vector', vector),
    ...(references.length > 0 && {references}),
  };
}

function compareFindings(a: Finding, b: Finding): number {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  return (
    severity ||
    compareText(a.id, b.id) ||
    compareText(a.package, b.package) ||
    compareText(a.identity, b.identity)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
