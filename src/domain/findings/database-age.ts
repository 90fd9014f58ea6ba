/** How old a database is. Pure. */
import type {DatabaseDates} from './trivy-schema.ts';

const DAY_MS = 86_400_000;
/** Whatever it says of itself: nobody's word makes a database good for ever. */
const LONGEST_DAYS = 7;
/** Clocks are never quite the same; one that is further behind knows nothing of ages. */
const DRIFT_DAYS = 1 / 24;

/** Undefined when it does not say; never below 0. */
export function ageInDays(
  {updatedAt}: {readonly updatedAt?: string | undefined},
  now: Date,
): number | undefined {
  if (updatedAt === undefined) return undefined;
  const days = (now.getTime() - Date.parse(updatedAt)) / DAY_MS;
  return days < -DRIFT_DAYS ? days : Math.max(0, days);
}

/** True while its makers have promised no newer one. */
export function isFresh(dates: DatabaseDates, now: Date): boolean {
  const age = ageInDays(dates, now);
  if (age === undefined || age < 0 || age > LONGEST_DAYS || dates.nextUpdate === undefined)
    return false;
  return now.getTime() < Date.parse(dates.nextUpdate);
}

/** `3 days`, `5 hours`. */
export function ageText(days: number): string {
  const [count, unit] = days < 2 ? [Math.floor(days * 24), 'hour'] : [Math.floor(days), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
