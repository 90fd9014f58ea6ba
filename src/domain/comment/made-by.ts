/** Which run a comment tells of: the line before its marker, which nobody sees. Pure. */
import {defined} from '../defined.ts';
import {z} from 'zod';

export interface MadeBy {
  /** Of the run that judged, and GitHub counts them upwards. */
  readonly run: number;
  readonly attempt: number;
  /** Empty: of nobody's that is known. */
  readonly job: string;
  /** Absent in comments of before, and where it is not known. */
  readonly told?: ReportedCommit;
}

/** Of which commit of the pull request, and on whose word: the gate has seen it, a relay only heard of it. */
export interface ReportedCommit {
  readonly by: 'gate' | 'relay';
  readonly commit: string;
}

const LINE =
  /^<!-- plimsoll-run (\d{1,15})\.(\d{1,6}) ([\w.-]{0,100})(?: (gate|relay):([0-9a-f]{40,64}))? -->$/;
const number = z.coerce.number().int().positive();

/** `{run: 77, attempt: 2, job: "test", told: {by: "gate", commit}}` -> `<!-- plimsoll-run 77.2 test gate:COMMIT -->` */
export function madeByLine({run, attempt, job, told}: MadeBy): string {
  const word = told === undefined ? '' : ` ${told.by}:${told.commit}`;
  return `<!-- plimsoll-run ${run}.${attempt} ${job}${word} -->`;
}

/** Undefined where a comment does not say it in its place. */
export function parseMadeBy(body: string): MadeBy | undefined {
  const line = body.trimEnd().split(/\r?\n/).at(-2) ?? '';
  const [, run, attempt, job, by, commit] = LINE.exec(line) ?? [];
  return run === undefined
    ? undefined
    : toMadeBy({run, attempt, job, told: parseReportedCommit(by, commit)});
}

export function parseReportedCommit(
  by: string | undefined,
  commit: string | undefined,
): ReportedCommit | undefined {
  if (commit === undefined || (by !== 'gate' && by !== 'relay')) return undefined;
  return {by, commit};
}

/** Of this run, as its environment names it, or as GitHub names the one whose report is relayed. */
export function toMadeBy(named: {
  readonly run: unknown;
  readonly attempt: unknown;
  readonly job: string | undefined;
  readonly told?: ReportedCommit | undefined;
}): MadeBy | undefined {
  const [run, attempt] = [number.safeParse(named.run), number.safeParse(named.attempt)];
  if (!run.success || !attempt.success) return undefined;
  const job = (named.job ?? '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/-+/g, '-')
    .slice(0, 100);
  const {told} = named;
  return {run: run.data, attempt: attempt.data, job, ...defined({told})};
}

export function isNewer(one: MadeBy, other: MadeBy): boolean {
  return one.run > other.run || (one.run === other.run && one.attempt > other.attempt);
}

/** What the gate itself has seen of a commit, nobody's word about the same commit replaces. */
export function isHeldByGate(before: MadeBy | undefined, next: MadeBy | undefined): boolean {
  return (
    before?.told?.by === 'gate' &&
    next?.told?.by === 'relay' &&
    before.told.commit === next.told.commit
  );
}

/** Two jobs of one run that write the same comment have no `key` that tells them apart. */
export function clashMessage(before: MadeBy): string {
  return `Another job of this run (${before.job === '' ? 'its name is not known' : before.job}) has written the same comment, which is overwritten: the two also share their category in code scanning and their records. Set the input key to another value in each.`;
}
