/** From which day a finding can be mended: what `grace` counts from. Pure. */
import type {RecordFinding} from './schema.ts';
import type {Finding} from '../findings/facts.ts';
import type {FixSince} from '../findings/fix-since.ts';

const DAY_MS = 86_400_000;

/** What an earlier record says of one image. */
export interface EarlierFindings {
  readonly findings: readonly RecordFinding[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** By identity, of findings that have a fix; one that nobody dates is left out. */
export function fixesSince(
  findings: readonly Finding[],
  earlier: EarlierFindings | undefined,
): ReadonlyMap<string, FixSince> {
  const before = new Map(earlier?.findings.map((finding) => [finding.identity, finding]));
  const dated = findings.flatMap((finding): [string, FixSince][] => {
    if (finding.fixed === undefined) return [];
    const old = before.get(finding.identity);
    // Where the record had none yet, the fix is younger than the record.
    const recorded = old?.fixed === undefined ? old && earlier?.day : old.fixedSince;
    if (recorded !== undefined) return [[finding.identity, {day: recorded, from: 'record'}]];
    const {published} = finding;
    return published === undefined ? [] : [[finding.identity, {day: published, from: 'advisory'}]];
  });
  return new Map(dated);
}

/** The first day, `YYYY-MM-DD`, on which it fails; undefined: it does so today. */
export function graceUntil(
  since: FixSince | undefined,
  {days, today}: {readonly days: number; readonly today: string},
): string | undefined {
  if (since === undefined) return undefined;
  const end = new Date(Date.parse(since.day) + days * DAY_MS).toISOString().slice(0, 10);
  return today < end ? end : undefined;
}

/** A fix keeps the day of the first record that had it. */
export function withFixDates(
  findings: readonly RecordFinding[],
  {
    before = [],
    today,
  }: {readonly before?: readonly RecordFinding[] | undefined; readonly today: string},
): RecordFinding[] {
  const dates = new Map(before.map(({identity, fixedSince}) => [identity, fixedSince]));
  return findings.map((finding) =>
    finding.fixed === undefined
      ? finding
      : {...finding, fixedSince: dates.get(finding.identity) ?? today},
  );
}
