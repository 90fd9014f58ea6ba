/** From the steps of the stream to the figures of the report. Pure. */
import {defined} from '../defined.ts';
import type {ImageId} from '../image-id.ts';
import type {PlannedImage} from '../planned-image.ts';
import type {StepFacts} from './facts.ts';
import {largest} from '../numbers.ts';
import {coveredSeconds, type Interval, type Step} from './progress.ts';
import type {StepCount} from './step-count.ts';

export interface BuildTimes {
  /** Wall time of the bake without cache import and export and image export. */
  readonly buildSeconds: number;
  readonly exportSeconds: number;
  /** Of taking from the build cache, where there is one. */
  readonly importSeconds: number;
}

const EXPORT = /exporting to (oci|docker|image|client)/;
const IMPORT = /^importing cache manifest/;
const PLATFORM = /^[a-z]+\/[a-z0-9]+/;
const CACHE = /(?:importing|exporting) cache/i;

export function sumBuildTimes(steps: readonly Step[]): BuildTimes {
  const intervals = (wanted: (name: string) => boolean): readonly Interval[] =>
    steps.flatMap((step) =>
      step.interval !== undefined && [...step.names].some(wanted) ? [step.interval] : [],
    );
  return {
    buildSeconds: coveredSeconds(intervals((name) => !isOverhead(name))),
    exportSeconds: coveredSeconds(intervals((name) => EXPORT.test(name))),
    importSeconds: coveredSeconds(intervals((name) => IMPORT.test(name))),
  };
}

function isOverhead(name: string): boolean {
  return EXPORT.test(name) || isOfCache(name) || name.includes('resolving provenance');
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
      seconds: step.seconds,
      cached: step.cached,
      ...defined({error: step.error}),
    }));
}

/** By image: its Dockerfile's steps (`[stage 2/5] RUN ...`, without FROM), and how many came from the cache. */
export function countSteps(
  steps: readonly Step[],
  images: readonly PlannedImage[],
): ReadonlyMap<ImageId, StepCount> {
  const targets = new Set(images.map((image) => image.target));
  const endOf = chainEnds(steps);
  return new Map(
    images.map((image) => {
      const own = steps.filter((step) =>
        [...step.names].some((name) => isStepOf(name, {image, targets})),
      );
      return [
        image.id,
        {
          steps: own.length,
          cachedSteps: own.filter((step) => step.cached).length,
          transferredBytes: steps
            .filter((step) => [...step.names].some((name) => isContextOf(name, {image, targets})))
            .reduce((sum, step) => sum + step.transferredBytes, 0),
          seconds: largest([
            0,
            ...steps
              .filter((step) => [...step.names].some((name) => isFor(name, {image, targets})))
              .map(({digest}) => endOf(digest)),
          ]),
        },
      ] as const;
    }),
  );
}

/** `[backend internal] load build context`, `[backend context libs] load from client`. */
function isContextOf(
  name: string,
  {image, targets}: {readonly image: PlannedImage; readonly targets: ReadonlySet<string>},
): boolean {
  const words = /^\[([^\]]*)\] load (?:build context|from client)/.exec(name)?.[1]?.split(/\s+/);
  return words !== undefined && (targets.size === 1 || words[0] === image.target);
}

/** Any step that bears the image's name, chores and contexts too; `[backend linux/amd64 2/5] RUN ...`. */
function isFor(
  name: string,
  {image, targets}: {readonly image: PlannedImage; readonly targets: ReadonlySet<string>},
): boolean {
  if (isOverhead(name)) return false;
  const words = /^\[([^\]]*)\]/.exec(name)?.[1]?.split(/\s+/);
  const platform = words?.find((word) => PLATFORM.test(word));
  if (platform !== undefined && platform !== image.platform) return false;
  return targets.size === 1 || words?.[0] === image.target;
}

/** Seconds until a step has ended, if each begins when the last one that it is built upon has. */
function chainEnds(steps: readonly Step[]): (digest: string) => number {
  const all = new Map(steps.map((step) => [step.digest, step]));
  const ends = new Map<string, number>();
  for (const {digest} of steps) {
    if (ends.has(digest)) continue;
    // What is open is a list of its own: a definition may be deeper than calls can be.
    const open = [digest];
    const seen = new Set<string>();
    for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
      const {inputs = [], seconds = 0} = all.get(next) ?? {};
      const left = seen.has(next) ? [] : inputs.filter((input) => !ends.has(input));
      seen.add(next);
      for (const input of left) open.push(input);
      if (left.length === 0) {
        ends.set(
          next,
          ends.get(next) ?? seconds + largest([0, ...inputs.map((one) => ends.get(one) ?? 0)]),
        );
        open.pop();
      }
    }
  }
  return (digest) => ends.get(digest) ?? 0;
}

/** `[backend linux/amd64 builder 2/5] RUN ...`: the target stands first when several are built. */
function isStepOf(
  name: string,
  whose: {readonly image: PlannedImage; readonly targets: ReadonlySet<string>},
): boolean {
  const {image, targets} = whose;
  const [, inside = ''] = /^\[([^\]]*)\] (?!FROM\b)/.exec(name) ?? [];
  const words = inside.split(/\s+/);
  if (!/^\d+\/\d+$/.test(words.at(-1) ?? '')) return false;
  const target = targets.size > 1 ? words[0] : image.target;
  const platform = words.find((word) => PLATFORM.test(word));
  return target === image.target && (platform === undefined || platform === image.platform);
}
