/** One image of a report as SARIF 2.1.0, within what GitHub takes. Pure. */
import {SEVERITIES, type Severity} from '../../domain/findings/facts.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import type {ViolationIdentities} from '../../domain/report/told.ts';
import {isInRepository} from '../../domain/text/repository-path.ts';
import {byWeight, type Candidate, type Place} from './candidate.ts';
import {renderDocument} from './document.ts';
import {findingCandidates} from './findings.ts';
import {heldAgainst} from './rule-results.ts';

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
  /** Values that must not be seen. */
  readonly mask: (text: string) => string;
  /** As they were before masks; absent: worked out from the report. */
  readonly identities?: ViolationIdentities | undefined;
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
  /** The document's JSON, made piece by piece whenever it is asked for. */
  readonly json: () => Iterable<string>;
  readonly counts: SarifCounts;
}

export function renderSarif(
  report: Report,
  image: ReportImage,
  options: SarifOptions,
): RenderedSarif {
  const held = heldAgainst(image, report, options.identities);
  const all = unique([...held.own, ...findingCandidates(image, report, held.findings)]);
  const severe = all.filter(({severity}) => isSevere(severity, options.least));
  const placed = severe.flatMap((candidate) => {
    const places = placesIn(candidate, image);
    if (places.length === 0) return [];
    // There may be many: nearly all stay as they are.
    return [places === candidate.places ? candidate : {...candidate, places}];
  });
  const open = placed.filter(({accepted}) => accepted === undefined);
  const kept = open.toSorted(byWeight).slice(0, options.most);
  const accepted = placed.filter((candidate) => candidate.accepted !== undefined);
  const room = options.withAccepted ? Math.max(0, options.most - kept.length) : 0;
  const shown = [...kept, ...accepted.toSorted(byWeight).slice(0, room)];
  return {
    json: () =>
      renderDocument(shown, {report, image, toolUrl: options.toolUrl, mask: options.mask}),
    counts: {
      results: kept.length,
      accepted: accepted.length,
      belowSeverity: all.length - severe.length,
      leftOut: open.length - kept.length,
      withoutPlace: severe.length - placed.length,
    },
  };
}

/**
 * One a fingerprint, with the places of all; the first leads. Accepted only where all of them are. A
 * fingerprint may come thousands of times, so nothing that was gathered is copied for the next one.
 */
function unique(all: readonly Candidate[]): readonly Candidate[] {
  const groups = Map.groupBy(all, ({fingerprint}) => fingerprint);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : joined(first, others)],
  );
}

function joined({accepted, ...leading}: Candidate, others: readonly Candidate[]): Candidate {
  const isAccepted = accepted !== undefined && others.every((other) => other.accepted);
  const places = uniquePlaces([leading, ...others]);
  return {...leading, places, ...(isAccepted ? {accepted} : {})};
}

function isSevere(severity: Severity | undefined, least: Severity): boolean {
  return severity === undefined || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

/** Of what nobody placed in the repository, where the image is defined. */
function placesIn(candidate: Candidate, image: ReportImage): readonly Place[] {
  const all = candidate.places;
  const [only] = all;
  // Nearly always: it need not be told apart from others.
  if (only !== undefined && all.length === 1 && isInRepository(only.file)) return all;
  const inside = uniquePlaces([candidate]);
  if (inside.length > 0) return inside;
  const {definedAt} = image;
  return definedAt === undefined || !isInRepository(definedAt.file) ? [] : [definedAt];
}

/** Those in the repository, each once, as many as GitHub keeps: no more are looked at. */
function uniquePlaces(candidates: readonly Candidate[]): readonly Place[] {
  const found = new Map<string, Place>();
  for (const {places} of candidates) {
    for (const place of places) {
      if (found.size === MOST_PLACES) return [...found.values()];
      if (isInRepository(place.file)) found.set(JSON.stringify(place), place);
    }
  }
  return [...found.values()];
}
