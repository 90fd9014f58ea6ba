import type {HealthTiming} from '../image/facts.ts';
import {wholeTiming} from './timing.ts';

const LEAST_SECONDS = 10;
const MOST_SECONDS = 120;

export interface HealthTimeout {
  readonly seconds: number;
  /** With a check whose program is not there: an image seldom makes it while it starts. */
  readonly withoutCheckSeconds: number;
}

/**
 * How long an image may take to be healthy: as long as an engine would give it by its own health check
 * (start period, then so many intervals), within bounds. Only how often it is asked is shortened.
 */
export function healthTimeout(timing: HealthTiming): HealthTimeout {
  const {startPeriodSeconds, intervalSeconds, retries} = wholeTiming(timing);
  const own = startPeriodSeconds + retries * intervalSeconds;
  return {
    seconds: Math.min(Math.max(own, LEAST_SECONDS), MOST_SECONDS),
    withoutCheckSeconds: LEAST_SECONDS,
  };
}
