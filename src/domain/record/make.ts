/** What a run keeps for those that come after it. Pure. */
import {defined} from '../defined.ts';
import type {StepFacts} from '../build/facts.ts';
import type {HashedStep} from '../provenance/input-hash.ts';
import type {AttributedImage, AttributedStep} from '../examined/examined.ts';
import type {Finding} from '../findings/facts.ts';
import {withFixDates} from './grace.ts';
import {lineFields} from '../provenance/lines.ts';
import {isKnown, type Known} from '../known.ts';
import {withoutUrlSecrets} from '../text/urls.ts';
import type {RecordFinding, RecordImage, RecordLayer, RecordPackage} from './schema.ts';
import type {RecordStep} from './step-schema.ts';

/** A step with the hashes of everything that led to it. */
export type StepWithHash = AttributedStep & {readonly hash: HashedStep};

export interface RecordParts {
  readonly image: AttributedImage;
  readonly steps: Known<readonly StepWithHash[]>;
  /** As the builder's progress told them. */
  readonly timed: readonly StepFacts[];
  /** The same image in the record before this one: it knows how long cached steps took. */
  readonly previous: RecordImage | undefined;
  /** `YYYY-MM-DD`, of this run. */
  readonly today: string;
}

/** Undefined for an image that is not there or cannot be read. */
export function recordImage(parts: RecordParts): RecordImage | undefined {
  const {image, steps, previous, today} = parts;
  if (!isKnown(image.facts)) return undefined;
  const {digest, configDigest, unpackedBytes, downloadBytes} = image.facts.value;
  const {id, name, platform} = image.image;
  const scan = isKnown(image.scanned.facts) ? image.scanned.facts.value : undefined;
  const layerOf = layerPositions(image.layers);
  const packages = scan?.packages.map(({diffId, name: called, version, purl}): RecordPackage => {
    const layer = layerOf.get(diffId ?? '');
    return {
      name: called,
      version,
      ...defined({purl, layer}),
    };
  });
  return {
    id,
    name,
    platform,
    digest,
    configDigest,
    unpackedBytes,
    downloadBytes,
    layers: layersOf(image, steps),
    ...(isKnown(steps) ? {steps: stepsOf(steps.value, parts)} : {}),
    ...defined({packages}),
    ...(scan === undefined
      ? {}
      : {
          findings: withFixDates(recordFindings(image.findings, layerOf), {
            before: previous?.findings,
            today,
          }),
        }),
  };
}

/** How many of each rule are open: waived ones are not. */
export function openViolations(
  violations: readonly {
    readonly image?: string | undefined;
    readonly rule: string;
    readonly waived?: unknown;
  }[],
  image: string,
): Record<string, number> {
  const open = violations.filter((one) => one.image === image && one.waived === undefined);
  return Object.fromEntries(
    [...Map.groupBy(open, ({rule}) => rule)].map(([rule, all]) => [rule, all.length]),
  );
}

/** Positions of layers by diffID. */
export function layerPositions(
  layers: readonly Pick<RecordLayer, 'diffId'>[],
): ReadonlyMap<string, number> {
  return new Map(layers.map(({diffId}, index) => [diffId, index]));
}

/** @param layerOf positions of layers by diffID */
export function recordFindings(
  findings: readonly Finding[],
  layerOf: ReadonlyMap<string, number>,
): RecordFinding[] {
  return findings.map(({identity, id, package: about, severity, fixed, members}) => ({
    identity,
    id,
    package: about,
    severity,
    ...defined({fixed}),
    layers: [...new Set(members.flatMap(({diffId}) => layerOf.get(diffId ?? '') ?? []))],
  }));
}

function layersOf(image: AttributedImage, steps: Known<readonly StepWithHash[]>): RecordLayer[] {
  const positions = new Map(
    isKnown(steps) ? steps.value.map(({id}, index) => [id, index] as const) : [],
  );
  return image.layers.map(({diffId, unpackedBytes, downloadBytes, base, step}) => {
    const position = positions.get(step ?? '');
    return {
      diffId,
      unpackedBytes,
      downloadBytes,
      ...defined({base, step: position}),
    };
  });
}

function stepsOf(
  steps: readonly StepWithHash[],
  {timed, previous}: Pick<RecordParts, 'timed' | 'previous'>,
): RecordStep[] {
  const times = new Map(timed.toReversed().map((one) => [one.digest, one]));
  const last = new Map(
    previous?.steps?.toReversed().map(({resolved, seconds}) => [resolved, seconds]),
  );
  return steps.map((step) =>
    stepOf(step, {now: times.get(step.vertex ?? ''), lastSeconds: last.get(step.hash.resolved)}),
  );
}

function stepOf(
  step: StepWithHash,
  {
    now,
    lastSeconds,
  }: {readonly now: StepFacts | undefined; readonly lastSeconds: number | undefined},
): RecordStep {
  const {kind, hash, reference, digest} = step;
  const {content, inputs, ...hashes} = hash;
  const seconds = now?.cached === false ? now.seconds : lastSeconds;
  return {
    kind,
    ...hashes,
    inputs: [...inputs],
    ...defined({content: content && {hash: content.hash, files: {...content.files}}}),
    ...(reference === undefined ? {} : {reference: withoutUrlSecrets(reference)}),
    ...defined({digest}),
    ...lineFields(step),
    ...defined({cached: now?.cached, seconds}),
  };
}
