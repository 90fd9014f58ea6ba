/** SARIF 2.1.0 as text, piece by piece: all of a large image's at once would take half a gigabyte. Pure. */
import type {Location, Log, ReportingDescriptor, Result, Run, Suppression} from 'sarif';
import {defined} from '../../domain/defined.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import {renderJson} from '../../domain/text/json.ts';
import {maskJson} from '../../domain/text/mask-json.ts';
import {truncate} from '../../domain/text/truncate.ts';
import {mapStrings} from '../../domain/text/map-strings.ts';
import {plainLine, plainLines} from '../../domain/text/plain-text.ts';
import {relativeUri} from '../../domain/text/sarif.ts';
import {byWeight, type Accepted, type Candidate, type Level, type Place} from './candidate.ts';

export interface DocumentAbout {
  readonly report: Report;
  readonly image: ReportImage;
  readonly toolUrl: string | undefined;
  readonly mask: (text: string) => string;
}

/** Rules and results one by one, where the frame has an empty list each. */
export function* renderDocument(
  shown: readonly Candidate[],
  about: DocumentAbout,
): Generator<string, void> {
  const {image, mask} = about;
  const rules = rulesOf(shown);
  const dockerfiles = new Set((image.layers ?? []).flatMap(({file}) => file ?? []));
  // Inside of a string these quotes would be escaped.
  const [start = '', rest = ''] = textOf(frameOf(about), mask).split('"rules":[]');
  const [middle = '', end = ''] = rest.split('"results":[]');
  yield `${start}"rules":[`;
  for (const {index, group} of rules.values())
    yield `${comma(index)}${textOf(ruleOf(group), mask)}`;
  yield `]${middle}"results":[`;
  for (const [index, candidate] of shown.entries()) {
    const ruleIndex = rules.get(candidate.ruleId)?.index ?? -1;
    yield `${comma(index)}${textOf(resultOf(candidate, {ruleIndex, dockerfiles}), mask)}`;
  }
  yield `]${end}`;
}

interface SharedRule {
  readonly index: number;
  /** The results that name it. */
  readonly group: Candidate[];
}

/** By id, in the order of their first results. */
function rulesOf(shown: readonly Candidate[]): ReadonlyMap<string, SharedRule> {
  const rules = new Map<string, SharedRule>();
  for (const candidate of shown) {
    const rule = rules.get(candidate.ruleId);
    if (rule !== undefined) rule.group.push(candidate);
    else rules.set(candidate.ruleId, {index: rules.size, group: [candidate]});
  }
  return rules;
}

function comma(index: number): string {
  return index === 0 ? '' : ',';
}

/** Names identify here, and are seen all the same: the last one cleans them all. */
function textOf(piece: Log | ReportingDescriptor | Result, mask: (text: string) => string): string {
  const json = renderJson(piece);
  return maskJson(ESCAPED.test(json) ? renderJson(mapStrings(piece, plainLines)) : json, mask);
}

/** What JSON writes of what nobody sees. */
const ESCAPED = /\\[bfrtu]/;

function frameOf({report, image, toolUrl}: DocumentAbout): Log {
  const {version} = report.tool;
  const run: Run = {
    tool: {
      driver: {
        name: 'Plimsoll',
        version,
        semanticVersion: version,
        ...defined({informationUri: toolUrl}),
        rules: [],
      },
    },
    results: [],
    automationDetails: {id: `plimsoll/${image.id}/`},
    columnKind: 'utf16CodeUnits',
  };
  return {$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run]};
}

/** The rule of its weightiest result, named after all that it is about. */
function ruleOf(group: readonly Candidate[]): ReportingDescriptor {
  const [first] = group.length === 1 ? group : group.toSorted(byWeight);
  if (first === undefined) throw new Error('A rule has no result.');
  const rule = first.rule();
  const names = group.length === 1 ? [first.about] : new Set(group.map(({about: one}) => one));
  const about = [...names].filter((one) => one !== '');
  const more = about.length > 3 ? ` and ${about.length - 3} more` : '';
  const name = plainLine(`${rule.id} in ${about.slice(0, 3).join(', ')}${more}`);
  return {
    ...rule,
    ...(about.length === 0 ? {} : {name: truncate(name, 200)}),
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

/** What is undefined is left out of the JSON. */
function resultOf(candidate: Candidate, {ruleIndex, dockerfiles}: ResultAbout): Result {
  const {ruleId, level, fingerprint, isNew, accepted, places} = candidate;
  const words = candidate.message();
  const [first] = places;
  // A lockfile pins it, and a Dockerfile's line only brings the lockfile in.
  const isRelated = ({file}: Place): boolean => file !== first?.file && dockerfiles.has(file);
  const related = places.filter(isRelated);
  const text = `${words.text}${relatedWords(related.length)}`;
  return {
    ruleId,
    ruleIndex,
    level,
    message: {text},
    locations: places.filter((place) => !isRelated(place)).map(locationOf),
    relatedLocations: related.length === 0 ? undefined : related.map(relatedLocationOf),
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint}:1`,
      'plimsoll/v1': fingerprint,
    },
    baselineState: isNew === undefined ? undefined : isNew ? 'new' : 'unchanged',
    suppressions: accepted === undefined ? undefined : [suppressionOf(accepted)],
    properties: words.properties,
  };
}

function relatedLocationOf(place: Place, index: number): Location {
  return {id: index + 1, ...locationOf(place)};
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
      region: {startLine: start, endLine: (endLine ?? 0) < start ? undefined : endLine},
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
