/** Bytes as people write and read them: `MB` is 10^6, `MiB` is 2^20 (architecture.md section 6). */

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['B', 1],
  ['kB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
  ['TB', 1e12],
  ['KiB', 2 ** 10],
  ['MiB', 2 ** 20],
  ['GiB', 2 ** 30],
  ['TiB', 2 ** 40],
]);

/** The units that `parseBytes` takes, for messages. */
export const BYTE_UNITS: readonly string[] = [...FACTORS.keys()];

/**
 * A size to whole bytes: `500MB` -> 500000000, `1.5 GiB` -> 1610612736, `1048576` -> 1048576.
 * Units in any case. Undefined when it is no size, has an unknown unit or is too large to count exactly.
 */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d{1,16}(?:\.\d{1,6})?)\s{0,4}([A-Za-z]*)$/.exec(text.trim());
  if (match === null) return undefined;
  const unit = (match[2] ?? '').toLowerCase();
  const entry = [...FACTORS].find(([name]) => name.toLowerCase() === (unit === '' ? 'b' : unit));
  if (entry === undefined) return undefined;
  const bytes = Math.round(Number(match[1]) * entry[1]);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** An ISO 8601 time in UTC for people: `2026-11-24 22:39 UTC`. */
export function formatMoment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

/** `8.4 s`, `5 min`, `5 min 20 s`, `87600 h`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  if (seconds >= 7200) return `${Number((seconds / 3600).toFixed(1))} h`;
  const whole = Math.round(seconds);
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} min${rest === 0 ? '' : ` ${rest} s`}`;
}

/** `+1.2 MB`, `−912.3 MB`, `0 B`. */
export function formatDifference(bytes: number): string {
  if (bytes === 0) return formatBytes(0);
  return `${bytes < 0 ? '−' : '+'}${formatBytes(Math.abs(bytes))}`;
}

/** Bytes for people, in decimal units with one digit: 12345678 -> `12.3 MB`, 999 -> `999 B`. */
export function formatBytes(bytes: number): string {
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  if (Math.abs(bytes) < 1000) return `${bytes} B`;
  let value = bytes / 1000;
  let unit = 0;
  // 999,950 would be rounded to `1000.0 kB`.
  while (Math.abs(value) >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(1)} ${units[unit] ?? 'TB'}`;
}

/** Whole days, so that the words do not change by the minute. */
export function formatDays(days: number): string {
  const whole = Math.floor(days);
  return `${whole} ${whole === 1 ? 'day' : 'days'}`;
}

/** A share of a hundred: `10 %`. */
export function formatPercent(percent: number): string {
  return `${percent} %`;
}
