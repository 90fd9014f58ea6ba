/** How long a build takes without cache: architecture.md section 6. Pure. */
import {known, unable, type Known} from '../known.ts';
import type {StepCount} from './step-count.ts';

/** A step of the record, as far as its time asks. */
interface TimedStep {
  readonly kind: string;
  readonly seconds?: number | undefined;
  /** Positions of the steps that it is built upon. */
  readonly inputs: readonly number[];
}

export interface BuildTime {
  readonly seconds: number;
  /** Along the longest chain of steps; `added up`: by the last times that they were not cached. */
  readonly how: 'measured' | 'added up';
}

export interface BuildTimeSources {
  /** Undefined: the progress stream does not tell. */
  readonly count: StepCount | undefined;
  /** With the times of the baseline's record where they were cached now. */
  readonly steps: readonly TimedStep[] | undefined;
}

export function resolveBuildTime({count, steps}: BuildTimeSources): Known<BuildTime> {
  if (count === undefined) return unable('The build does not tell which steps were cached.');
  if (count.cachedSteps === 0) return known({seconds: count.seconds, how: 'measured'});
  if (steps?.every(({kind, seconds}) => kind !== 'work' || seconds !== undefined) !== true)
    return unable('Steps were cached, not judged: no earlier run tells how long all of them take.');
  return known({seconds: longestChain(steps), how: 'added up'});
}

/** Steps come after what they are built upon. */
function longestChain(steps: readonly TimedStep[]): number {
  const ends: number[] = [];
  for (const {inputs, seconds = 0} of steps)
    ends.push(seconds + Math.max(0, ...inputs.map((input) => ends[input] ?? 0)));
  return Math.max(0, ...ends);
}
