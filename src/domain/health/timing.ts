/** How an engine reads the timing of a health check. Pure. */
import type {HealthTiming} from '../image/facts.ts';

/** Docker's own defaults: HEALTHCHECK in the Dockerfile reference. */
const DEFAULTS = {startPeriodSeconds: 0, intervalSeconds: 30, timeoutSeconds: 30, retries: 3};
/** A container that hangs for longer than that before anybody knows has no check. */
export const MOST_SILENT_SECONDS = 3600;

export function wholeTiming(timing: HealthTiming = {}): Required<HealthTiming> {
  return {...DEFAULTS, ...timing};
}

/** How long a container that hangs from its start may be called something else than unhealthy. */
export function silentSeconds(timing?: HealthTiming): number {
  const {startPeriodSeconds, intervalSeconds, timeoutSeconds, retries} = wholeTiming(timing);
  return startPeriodSeconds + retries * (intervalSeconds + timeoutSeconds);
}
