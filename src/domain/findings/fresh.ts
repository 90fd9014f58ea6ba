/** How old a database is. Pure. */
import type {DatabaseDates} from './schema.ts';

const DAY_MS = 86_400_000;
/** Whatever it says of itself: nobody's word makes a database good for ever. */
const LONGEST_DAYS = 7;

/** Undefined when it does not say; never below 0. */
export function ageInDays(
  {updatedAt}: {readonly updatedAt?: string | undefined},
  now: Date,
): number | undefined {
  if (updatedAt === undefined) return undefined;
  return Math.max(0, (now.getTime() - Date.parse(updatedAt)) / DAY_MS);
}

/** True while its makers have promised no newer one. */
export function isFresh(dates: DatabaseDates, now: Date): boolean {
  const age = ageInDays(dates, now);
  if (age === undefined || age > LONGEST_DAYS || dates.nextUpdate === undefined) return false;
  return now.getTime() < Date.parse(dates.nextUpdate);
}

/** `3 days`, `5 hours`. */
export function ageText(days: number): string {
  const [count, unit] = days < 2 ? [Math.floor(days * 24), 'hour'] : [Math.floor(days), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
