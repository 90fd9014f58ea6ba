/** Which run a comment tells of: the line before its marker, which nobody sees. Pure. */
import {z} from 'zod';

export interface MadeBy {
  /** Of the run that judged, and GitHub counts them upwards. */
  readonly run: number;
  readonly attempt: number;
  /** Empty: of nobody's that is known. */
  readonly job: string;
}

const LINE = /^<!-- plimsoll-run (\d{1,15})\.(\d{1,6}) ([\w.-]{0,100}) -->$/;
const number = z.coerce.number().int().positive();

/** `{run: 77, attempt: 2, job: "gate"}` -> `<!-- plimsoll-run 77.2 gate -->` */
export function madeByLine({run, attempt, job}: MadeBy): string {
  return `<!-- plimsoll-run ${run}.${attempt} ${job} -->`;
}

/** Undefined where a comment does not say it in its place. */
export function parseMadeBy(body: string): MadeBy | undefined {
  const line = body.trimEnd().split(/\r?\n/).at(-2) ?? '';
  const [, run, attempt, job] = LINE.exec(line) ?? [];
  return run === undefined ? undefined : made({run, attempt, job});
}

/** Of this run, as its environment names it, or as GitHub names the one whose report is relayed. */
export function made(named: {
  readonly run: unknown;
  readonly attempt: unknown;
  readonly job: string | undefined;
}): MadeBy | undefined {
  const [run, attempt] = [number.safeParse(named.run), number.safeParse(named.attempt)];
  if (!run.success || !attempt.success) return undefined;
  const job = (named.job ?? '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/-+/g, '-')
    .slice(0, 100);
  return {run: run.data, attempt: attempt.data, job};
}

export function isNewer(one: MadeBy, other: MadeBy): boolean {
  return one.run > other.run || (one.run === other.run && one.attempt > other.attempt);
}

/** Two jobs of one run that write the same comment have no `key` that tells them apart. */
export function clashWords(before: MadeBy): string {
  return `Another job of this run (${before.job === '' ? 'its name is not known' : before.job}) has written the same comment, which is overwritten: the two also share their category in code scanning and their records. Set the input key to another value in each.`;
}
