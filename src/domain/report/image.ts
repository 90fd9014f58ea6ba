/** One image in the report: its lists are capped, and what is left out is counted. Pure. */
import {defined} from '../defined.ts';
import type {AttributedImage} from '../examined/examined.ts';
import type {ImageFacts} from '../image/facts.ts';
import {lineFields} from '../provenance/lines.ts';
import type {ImageId} from '../image-id.ts';
import {isKnown} from '../known.ts';
import type {Evidence} from '../policy/evidence.ts';
import {rulesFor, type Policy} from '../policy/policy.ts';
import type {Limits} from '../policy/rule.ts';
import {RULES, RULE_IDS} from '../policy/rules/index.ts';
import {formatBytes} from '../text/units.ts';
import {reportBuild} from './report-build.ts';
import {MOST, type CappedList, type ImageContext} from './image-context.ts';
import {reportComparison} from './comparison.ts';
import {reportContents, reportContext} from './contents.ts';
import {reportScan, unrecordedLines} from './scanned.ts';
import type {Report, ReportImage} from './schema.ts';

export interface MadeImage {
  readonly image: ReportImage;
  readonly omitted: Report['omitted'];
}

export function reportImage(image: AttributedImage, context: ImageContext): MadeImage {
  const {id, name, platform, overrides, definedAt} = image.image;
  const {evidence} = context;
  const omitted: Report['omitted'] = [];
  const cap = <T>(list: readonly T[], key: CappedList): T[] => {
    if (list.length > MOST[key])
      omitted.push({image: id, list: key, count: list.length - MOST[key]});
    return list.slice(0, MOST[key]);
  };
  const facts = isKnown(image.facts) ? image.facts.value : undefined;
  const scan = isKnown(image.scanned.facts) ? image.scanned.facts.value : undefined;
  const made: ReportImage = {
    id,
    name,
    platform,
    run: context.run,
    state: image.state,
    ...(isKnown(image.facts) ? {} : {reason: image.facts.unable}),
    verdict: context.judgement.verdicts.get(id) ?? 'unable',
    ...(facts === undefined ? {} : factsOf(facts, evidence?.running)),
    ...evidenceOf(evidence, cap),
    ...defined({definedAt: definedAt && {...definedAt}}),
    ...(overrides.length === 0 ? {} : {overrides: [...overrides]}),
    ...(isKnown(image.dockerfile) ? {stages: image.dockerfile.value.usedStages.length} : {}),
    ...(scan?.system === undefined ? {} : {system: scan.system}),
    ...(facts === undefined ? {} : {layers: cap(image.layers.map(layerOf), 'layers')}),
    ...reportScan(image, context, cap),
    ...unjudgedOf(context, id),
    notLookedAt: [...(scan?.notLookedAt ?? []), ...unrecordedLines(image), ...unownedLine(image)],
    limits: limitsOf(context.policy, name),
    ...reportBuild(context, id),
  };
  return {image: made, omitted};
}

function evidenceOf(
  evidence: Evidence | undefined,
  cap: <T>(list: readonly T[], key: CappedList) => T[],
): Partial<ReportImage> {
  if (evidence === undefined) return {};
  const {contents, context, comparison} = evidence;
  return {
    ...(isKnown(contents) ? reportContents(contents.value, cap) : {}),
    ...(isKnown(context) ? {context: reportContext(context.value, cap)} : {}),
    ...(isKnown(comparison) ? {comparison: reportComparison(comparison.value, cap)} : {}),
  };
}

function factsOf(
  facts: ImageFacts,
  running: Evidence['running'] | undefined,
): Partial<ReportImage> {
  const {healthcheck, user} = facts;
  return {
    digest: facts.digest,
    configDigest: facts.configDigest,
    unpackedBytes: facts.unpackedBytes,
    downloadBytes: facts.downloadBytes,
    ...(isKnown(user)
      ? {
          user: {
            declared: user.value.declared,
            ...defined({uid: user.value.uid, gid: user.value.gid}),
            isRoot: user.value.isRoot,
          },
        }
      : {}),
    healthcheck: {
      declared: healthcheck.declared,
      ...defined({test: healthcheck.test && [...healthcheck.test]}),
      ...statusOf(running),
    },
  };
}

function statusOf(
  running: Evidence['running'] | undefined,
): Pick<NonNullable<ReportImage['healthcheck']>, 'status' | 'seconds'> {
  if (running === undefined || !isKnown(running)) return {};
  if (running.value.status === 'not-started') return {};
  const {status, seconds} = running.value;
  return {status, seconds};
}

function layerOf(
  layer: AttributedImage['layers'][number],
): NonNullable<ReportImage['layers']>[number] {
  const {digest, diffId, unpackedBytes, downloadBytes, base} = layer;
  return {
    digest,
    diffId,
    unpackedBytes,
    downloadBytes,
    ...defined({base}),
    ...lineFields(layer),
  };
}

/** Parts that were not judged, accepted or not. */
function unjudgedOf({judgement}: ImageContext, id: ImageId): Pick<ReportImage, 'unjudged'> {
  const gaps = judgement.outcomes
    .filter(({image}) => image === id)
    .flatMap((outcome) => outcome.gaps ?? []);
  // One system may be doubted for several reasons.
  const unjudged = new Map(
    gaps.flatMap(({unjudged: part, accepted}) =>
      part === undefined ? [] : [[part, {part, ...(accepted && {accepted: {...accepted}})}]],
    ),
  );
  return unjudged.size === 0 ? {} : {unjudged: [...unjudged.values()]};
}

/** The limits that the table shows beside the figures. */
function limitsOf(policy: Policy, image: string): NonNullable<ReportImage['limits']> {
  const rules = rulesFor(policy, image);
  const active = RULE_IDS.filter((id) => rules[id].level !== 'off');
  return active.reduce<Limits>((limits, id) => ({...limits, ...RULES[id].limits(rules[id])}), {});
}

const MOST_PROGRAMS = 5;

/** Programs that the scanner has no package for: it cannot know what is in them. */
function unownedLine({unowned}: AttributedImage): readonly string[] {
  if (unowned.length === 0) return [];
  const named = unowned
    .slice(0, MOST_PROGRAMS)
    .map(({path, bytes}) => `/${path} (${formatBytes(bytes)})`);
  const more = unowned.length > MOST_PROGRAMS ? `, and ${unowned.length - MOST_PROGRAMS} more` : '';
  return [`Programs that no package owns: ${named.join(', ')}${more}.`];
}
