/** Mirrors in order, again after growing pauses, until one gives or the time is over. */
import {PullFailed} from '../../clients/pull-response.ts';
import type {Deps} from '../../deps.ts';
import type {Reference} from '../../domain/registry/reference.ts';

export interface FetchLimits {
  /** For all attempts together. */
  readonly fetchSeconds: number;
  /** Before a mirror's second attempt; doubled before each later one. */
  readonly pauseSeconds: number;
}

const TRIES = 4;

export interface Attempt<T> {
  readonly mirrors: readonly Reference[];
  readonly limits: FetchLimits;
  /** @throws {PullFailed} */
  readonly take: (mirror: Reference, deadlineSeconds: number) => Promise<T>;
}

interface Mirror {
  readonly reference: Reference;
  tries: number;
  /** On the clock of `deps`; infinite: not again. */
  next: number;
  reason: string;
}

export interface Taken<T> {
  readonly taken: T;
  /** Of each mirror that was asked in vain before: `HOST/NAME: it answered 404`. */
  readonly others: readonly string[];
}

/** The first that gives; else the last reason of each mirror. */
export async function takeFirst<T>(
  {mirrors, limits, take}: Attempt<T>,
  deps: Pick<Deps, 'clock' | 'signal'>,
): Promise<Taken<T> | {readonly reasons: readonly string[]}> {
  const start = deps.clock.seconds();
  const end = start + limits.fetchSeconds;
  const all: readonly Mirror[] = mirrors.map((reference) => ({
    reference,
    tries: 0,
    next: start,
    reason: 'there was no time left',
  }));
  for (;;) {
    const mirror = soonest(all);
    if (mirror === undefined || mirror.next >= end || deps.signal.aborted) break;
    await deps.clock.sleep(Math.max(0, mirror.next - deps.clock.seconds()), deps.signal);
    // What is left is shared, so that a mirror that never answers leaves time for the others.
    const others = all.filter(({tries}) => tries === 0).length;
    const deadlineSeconds = (end - deps.clock.seconds()) / Math.max(1, others);
    mirror.tries += 1;
    try {
      const taken = await take(mirror.reference, deadlineSeconds);
      return {taken, others: all.filter((one) => one.tries > 0 && one !== mirror).map(reasonOf)};
    } catch (error) {
      if (!(error instanceof PullFailed)) throw error;
      mirror.reason = error.message;
      const pause = limits.pauseSeconds * 2 ** (mirror.tries - 1);
      const again = error.wait !== undefined && mirror.tries < TRIES;
      mirror.next = again
        ? deps.clock.seconds() + Math.max(pause, error.wait)
        : Number.POSITIVE_INFINITY;
    }
  }
  return {reasons: all.map(reasonOf)};
}

function reasonOf({reference, reason}: Mirror): string {
  return `${reference.text}: ${reason}`;
}

/** The first in order of those whose turn is next. */
function soonest(all: readonly Mirror[]): Mirror | undefined {
  const next = Math.min(...all.map((mirror) => mirror.next));
  return all.find((mirror) => mirror.next === next);
}
