/** How a run ends before its end: by its time, or by whoever interrupts it. */
import {once} from 'node:events';
import type {Deps} from '../deps.ts';
import {Interrupted, TimeOver} from '../errors.ts';

/** For what a run whose time is over still has to write. */
const GRACE_SECONDS = 30;

/** Rejects when the run is to end at once; one that took too long still reports what it has. */
export async function stopping({
  signal,
  clock,
  watchdog,
}: Pick<Deps, 'signal' | 'clock' | 'watchdog'>): Promise<never> {
  const stuck = watchdog === undefined ? [] : [watchdog.stuck];
  if (!signal.aborted) await Promise.race([once(signal, 'abort'), ...stuck]);
  if (signal.reason instanceof TimeOver) await clock.sleep(GRACE_SECONDS);
  throw signal.reason;
}

/** Whatever the run's own end has broken off is told by its reason. */
export function endingReason(
  thrown: unknown,
  {signal, log}: Pick<Deps, 'signal' | 'log'>,
): unknown {
  const reason: unknown = signal.aborted ? signal.reason : thrown;
  if (reason instanceof Interrupted) log.untrusted(reason.message);
  return reason;
}

/** One whose time is over has its report, as any other; one that was interrupted leaves nothing. */
export function hasReport({signal}: Pick<Deps, 'signal'>): boolean {
  return !signal.aborted || signal.reason instanceof TimeOver;
}
