/** A run that its own end breaks off tells that, and no tool's failure. Pure. */
import {RUN_OVER} from '../../errors.ts';
import type {Notice} from '../notice.ts';
import {truncate} from '../text/truncate.ts';
import {plainLine} from '../text/plain-text.ts';
import type {Report} from './schema.ts';

const MOST_NAMED = 5;
const LONGEST_NAME = 120;

/** `Stopped by SIGINT`, `["scan of web"]` -> `Stopped by SIGINT; still running: scan of web.` */
export function endedBy(reason: string, running: readonly string[]): string {
  const all = [...new Set(running)];
  const named = all.slice(0, MOST_NAMED).map((name) => truncate(plainLine(name), LONGEST_NAME));
  const more = all.length - named.length;
  const rest = more === 0 ? '' : ` and ${more} more`;
  return named.length === 0
    ? `${reason}.`
    : `${reason}; still running: ${named.join(', ')}${rest}.`;
}

/** `The 20 s of ``timeout`` are over; still running: build of web (RUN npm ci).` */
export function timeoutWords(seconds: number, running: readonly string[]): string {
  return `${endedBy(`The ${seconds} s of \`timeout\` are over`, running)} The input timeout allows more.`;
}

/** Before its verdict: what was found until then is there, and nothing is passed. */
export function endedReport(report: Report, reason: string): Report {
  return withRunEnd({...report, verdict: 'unable', error: {kind: 'tool', message: reason}}, reason);
}

/** Every sentence about something that was broken off is the run's reason, once for the run itself. */
export function withRunEnd(report: Report, reason: string): Report {
  const told = <T extends {reason?: string | undefined}>(one: T): T =>
    isBrokenOff(one.reason) ? {...one, reason} : one;
  return {
    ...report,
    images: report.images.map(told),
    outcomes: report.outcomes.map(told),
    runs: report.runs.map(({failure, ...run}) => ({
      ...run,
      // A build that was ended has not failed.
      ...(failure === undefined || isBrokenOff(failure.message) ? {} : {failure}),
      notices: noticesOf(run.notices, {report, reason}),
    })),
  };
}

function noticesOf(
  notices: readonly Notice[],
  {report: {error}, reason}: {readonly report: Report; readonly reason: string},
): Notice[] {
  const others = notices.filter(({message}) => !isBrokenOff(message));
  const isSaid = error?.message === reason || others.some(({message}) => message === reason);
  const isBroken = others.length < notices.length;
  return isSaid || !isBroken ? others : [...others, {from: 'run', message: reason}];
}

function isBrokenOff(text = ''): boolean {
  return text.includes(RUN_OVER);
}
