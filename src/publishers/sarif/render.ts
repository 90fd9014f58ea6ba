/** One image of a report as SARIF 2.1.0, within what GitHub takes. Pure. */
import type {Location, Log, ReportingDescriptor, Result, Run, Suppression} from 'sarif';
import {SEVERITIES, type Severity} from '../../domain/findings/facts.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import {plainLine} from '../../domain/text/plain.ts';
import {cut, relativeUri} from '../../domain/text/sarif.ts';
import type {Accepted, Candidate, Level, Place} from './candidate.ts';
import {findingCandidates} from './findings.ts';
import {ownCandidates} from './ours.ts';

/** GitHub refuses more results and rules than this. */
export const LARGEST_RUN = 25_000;
/** It keeps no more than this of a run. */
export const KEPT_OF_A_RUN = 5000;
/** It keeps no more than this of a result. */
const MOST_PLACES = 100;

export interface SarifOptions {
  /** The least severity of a vulnerability; what is below is counted. */
  readonly least: Severity;
  /** Results at the most; the weightiest are kept. */
  readonly most: number;
  /** Accepted ones are in it, as suppressed; GitHub would open alerts for them. */
  readonly withAccepted: boolean;
  /** Where to read about the tool. */
  readonly toolUrl?: string;
}

export interface SarifCounts {
  readonly results: number;
  /** Accepted by a waiver or an ignore file. */
  readonly accepted: number;
  readonly belowSeverity: number;
  /** More than are kept. */
  readonly leftOut: number;
  /** Of no file in the repository. */
  readonly withoutPlace: number;
}

export interface RenderedSarif {
  readonly log: Log;
  readonly counts: SarifCounts;
}

export function renderSarif(
  report: Report,
  image: ReportImage,
  options: SarifOptions,
): RenderedSarif {
  const all = unique([...ownCandidates(report, image), ...findingCandidates(report, image)]);
  const severe = all.filter(({severity}) => isSevere(severity, options.least));
  const placed = severe.flatMap((candidate) => {
    const places = placesIn(candidate, image);
    return places.length === 0 ? [] : [{...candidate, places}];
  });
  const open = placed.filter(({accepted}) => accepted === undefined);
  const kept = open.toSorted(byWeight).slice(0, options.most);
  const accepted = placed.filter((candidate) => candidate.accepted !== undefined);
  const room = options.withAccepted ? Math.max(0, options.most - kept.length) : 0;
  const shown = [...kept, ...accepted.toSorted(byWeight).slice(0, room)];
  return {
    log: logOf(runOf(shown, {report, image, options})),
    counts: {
      results: kept.length,
      accepted: accepted.length,
      belowSeverity: all.length - severe.length,
      leftOut: open.length - kept.length,
      withoutPlace: severe.length - placed.length,
    },
  };
}

/** One a fingerprint, with the places of all; the first leads. Accepted only where all of them are. */
function unique(all: readonly Candidate[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const candidate of all) {
    const other = found.get(candidate.fingerprint);
    const places = [...(other?.places ?? []), ...candidate.places];
    const {accepted, ...leading} = other ?? candidate;
    const isAccepted = accepted !== undefined && candidate.accepted !== undefined;
    found.set(candidate.fingerprint, {...leading, places, ...(isAccepted ? {accepted} : {})});
  }
  return [...found.values()];
}

function isSevere(severity: Severity | undefined, least: Severity): boolean {
  return severity === undefined || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

/** Of what nobody placed in the repository, where the image is defined. */
function placesIn(candidate: Candidate, image: ReportImage): readonly Place[] {
  const inside = candidate.places.filter(({file}) => isInside(file));
  if (inside.length > 0) return uniquePlaces(inside).slice(0, MOST_PLACES);
  const {definedAt} = image;
  return definedAt === undefined || !isInside(definedAt.file) ? [] : [definedAt];
}

function isInside(file: string): boolean {
  return file !== '' && !file.startsWith('/') && !file.split('/').includes('..');
}

function uniquePlaces(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

function byWeight(a: Candidate, b: Candidate): number {
  return (
    b.weight - a.weight ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function logOf(run: Run): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
}

interface About {
  readonly report: Report;
  readonly image: ReportImage;
  readonly options: SarifOptions;
}

function runOf(shown: readonly Candidate[], {report, image, options}: About): Run {
  const groups = [...Map.groupBy(shown, ({ruleId}) => ruleId)];
  const indexes = new Map(groups.map(([id], index) => [id, index]));
  const dockerfiles = new Set((image.layers ?? []).flatMap(({file}) => file ?? []));
  const {version} = report.tool;
  return {
    tool: {
      driver: {
        name: 'Plimsoll',
        version,
        semanticVersion: version,
        ...(options.toolUrl === undefined ? {} : {informationUri: options.toolUrl}),
        rules: groups.map(([, group]) => ruleOf(group)),
      },
    },
    automationDetails: {id: `plimsoll/${image.id}/`},
    columnKind: 'utf16CodeUnits',
    results: shown.map((candidate) =>
      resultOf(candidate, {ruleIndex: indexes.get(candidate.ruleId) ?? -1, dockerfiles}),
    ),
  };
}

/** The rule of its weightiest result, named after all that it is about. */
function ruleOf(group: readonly Candidate[]): ReportingDescriptor {
  const [first] = group.toSorted(byWeight);
  if (first === undefined) throw new Error('A rule has no result.');
  const rule = first.rule();
  const about = [...new Set(group.map((candidate) => candidate.about))].filter((one) => one !== '');
  const more = about.length > 3 ? ` and ${about.length - 3} more` : '';
  const name = plainLine(`${rule.id} in ${about.slice(0, 3).join(', ')}${more}`);
  return {
    ...rule,
    ...(about.length === 0 ? {} : {name: cut(name, 200)}),
    defaultConfiguration: {level: worst(group.map(({level}) => level))},
  };
}

function worst(levels: readonly Level[]): Level {
  const all = ['error', 'warning', 'note'] as const;
  return all.find((level) => levels.includes(level)) ?? 'note';
}

interface ResultAbout {
  readonly ruleIndex: number;
  readonly dockerfiles: ReadonlySet<string>;
}

function resultOf(candidate: Candidate, {ruleIndex, dockerfiles}: ResultAbout): Result {
  const {ruleId, level, text, fingerprint, accepted, properties, places} = candidate;
  const [first] = places;
  // A lockfile pins it, and a Dockerfile's line only brings the lockfile in.
  const isRelated = ({file}: Place): boolean => file !== first?.file && dockerfiles.has(file);
  const related = places.filter(isRelated);
  return {
    ...{ruleId, ruleIndex, level, message: {text: `${text}${relatedWords(related.length)}`}},
    locations: places.filter((place) => !isRelated(place)).map(locationOf),
    ...(related.length === 0
      ? {}
      : {relatedLocations: related.map((place, index) => ({id: index + 1, ...locationOf(place)}))}),
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint}:1`,
      'plimsoll/v1': fingerprint,
    },
    ...(accepted === undefined ? {} : {suppressions: [suppressionOf(accepted)]}),
    ...(properties === undefined ? {} : {properties}),
  };
}

/** GitHub shows a related location where the message links to it. */
function relatedWords(count: number): string {
  return count === 0 ? '' : ' It comes into the image [here](1).';
}

function locationOf({file, startLine, endLine}: Place): Location {
  const start = startLine ?? 1;
  return {
    physicalLocation: {
      artifactLocation: {uri: relativeUri(file)},
      region: {startLine: start, ...(endLine === undefined || endLine < start ? {} : {endLine})},
    },
  };
}

function suppressionOf({by, reason, expires}: Accepted): Suppression {
  const until = expires === undefined ? '' : `, until ${expires}`;
  return {
    kind: 'external',
    status: 'accepted',
    justification: `${reason === undefined ? 'No reason was given' : plainLine(reason)} (${by}${until}).`,
  };
}
