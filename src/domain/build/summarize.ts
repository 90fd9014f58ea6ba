/** From the steps of the stream to the figures of the report. Pure. */
import type {ImageId} from '../image-id.ts';
import type {PlannedImage} from '../plan.ts';
import type {StepFacts} from './facts.ts';
import {coveredSeconds, type Interval, type Step} from './progress.ts';

export interface BuildTimes {
  /** Wall time of the bake without cache import and export and image export. */
  readonly buildSeconds: number;
  readonly exportSeconds: number;
  /** Of taking from the build cache, where there is one. */
  readonly importSeconds: number;
}

const EXPORT = /exporting to (oci|docker|image|client)/;
const IMPORT = /^importing cache manifest/;
const CACHE = /(?:importing|exporting) cache/i;

export function timesOf(steps: readonly Step[]): BuildTimes {
  const intervals = (wanted: (name: string) => boolean): readonly Interval[] =>
    steps.flatMap((step) =>
      step.interval !== undefined && [...step.names].some(wanted) ? [step.interval] : [],
    );
  const isOverhead = (name: string): boolean =>
    EXPORT.test(name) || isOfCache(name) || name.includes('resolving provenance');
  return {
    buildSeconds: coveredSeconds(intervals((name) => !isOverhead(name))),
    exportSeconds: coveredSeconds(intervals((name) => EXPORT.test(name))),
    importSeconds: coveredSeconds(intervals((name) => IMPORT.test(name))),
  };
}

function isOfCache(name: string): boolean {
  const lower = name.toLowerCase();
  const export_ = lower.indexOf('exporting to ');
  return CACHE.test(name) || (export_ >= 0 && lower.includes('cache', export_));
}

export function stepFacts(steps: readonly Step[]): readonly StepFacts[] {
  return steps
    .filter((step) => step.interval !== undefined)
    .map((step) => ({
      name: [...step.names].at(-1) ?? '',
      digest: step.digest,
      seconds: secondsOf(step),
      cached: step.cached,
      ...(step.error === undefined ? {} : {error: step.error}),
    }));
}

export interface StepCount {
  readonly steps: number;
  readonly cachedSteps: number;
  /** Of its contexts, to the builder. */
  readonly transferredBytes: number;
  /** Of the steps that lead to it, along the longest chain; what several images share counts for each. */
  readonly seconds: number;
  /** Of writing its layout. */
  readonly exportSeconds: number;
}

/** By image: its Dockerfile's steps (`[stage 2/5] RUN ...`, without FROM), and how many came from the cache. */
export function countSteps(
  steps: readonly Step[],
  images: readonly PlannedImage[],
): ReadonlyMap<ImageId, StepCount> {
  const targets = new Set(images.map((image) => image.target));
  const ends = chainEnds(steps);
  return new Map(
    images.map((image) => [image.id, countOf(steps, {image, targets, ends})] as const),
  );
}

interface Counting extends Whose {
  readonly ends: ReadonlyMap<string, number>;
}

function countOf(steps: readonly Step[], {ends, ...whose}: Counting): StepCount {
  const named = (is: (name: string, whose: Whose) => boolean): readonly Step[] =>
    steps.filter(({names}) => [...names].some((name) => is(name, whose)));
  const own = named(isStepOf);
  return {
    steps: own.length,
    cachedSteps: own.filter((step) => step.cached).length,
    transferredBytes: named(isContextOf).reduce((sum, step) => sum + step.transferredBytes, 0),
    seconds: own.reduce((most, {digest}) => Math.max(most, ends.get(digest) ?? 0), 0),
    exportSeconds: coveredSeconds(
      named(isExportOf).flatMap(({interval}) => (interval === undefined ? [] : [interval])),
    ),
  };
}

/** By digest: seconds from the first step to the end of this one, each after those it is built upon. */
function chainEnds(steps: readonly Step[]): ReadonlyMap<string, number> {
  const byDigest = new Map(steps.map((step) => [step.digest, step]));
  const ends = new Map<string, number>();
  const open = steps.map(({digest}) => digest);
  for (let digest = open.at(-1); digest !== undefined; digest = open.at(-1)) {
    const step = byDigest.get(digest);
    const inputs = step?.inputs.filter((input) => byDigest.has(input)) ?? [];
    const first = !ends.has(digest);
    // A digest is made of those of its inputs: only a stream that lies leads back to itself.
    if (first) ends.set(digest, 0);
    const waiting = first ? inputs.filter((input) => !ends.has(input)) : [];
    if (waiting.length > 0) {
      open.push(...waiting);
      continue;
    }
    open.pop();
    const before = inputs.reduce((most, input) => Math.max(most, ends.get(input) ?? 0), 0);
    ends.set(digest, before + secondsOf(step));
  }
  return ends;
}

function secondsOf(step: Step | undefined): number {
  const {interval} = step ?? {};
  return interval === undefined ? 0 : (interval.end - interval.start) / 1000;
}

interface Whose {
  readonly image: PlannedImage;
  readonly targets: ReadonlySet<string>;
}

/** `[backend] exporting to oci image format`; without the name where one target is built. */
function isExportOf(name: string, {image, targets}: Whose): boolean {
  if (!EXPORT.test(name)) return false;
  return targets.size === 1 || name.startsWith(`[${image.target}] `);
}

/** `[backend internal] load build context`, `[backend context libs] load from client`. */
function isContextOf(name: string, {image, targets}: Whose): boolean {
  const words = /^\[([^\]]*)\] load (?:build context|from client)/.exec(name)?.[1]?.split(/\s+/);
  return words !== undefined && (targets.size === 1 || words[0] === image.target);
}

/** `[backend linux/amd64 builder 2/5] RUN ...`: the target stands first when several are built. */
function isStepOf(name: string, {image, targets}: Whose): boolean {
  const [, inside = ''] = /^\[([^\]]*)\] (?!FROM\b)/.exec(name) ?? [];
  const words = inside.split(/\s+/);
  if (!/^\d+\/\d+$/.test(words.at(-1) ?? '')) return false;
  const target = targets.size > 1 ? words[0] : image.target;
  const platform = words.find((word) => /^[a-z]+\/[a-z0-9]+/.test(word));
  return target === image.target && (platform === undefined || platform === image.platform);
}
