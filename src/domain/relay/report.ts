/** The one report that is made of what a run of a stranger has left. Pure. */
import {isKnown, known, unable, type Known} from '../known.ts';
import {joinReports, type JobReport, type Unread} from '../report/join.ts';
import type {Report, ReportRun} from '../report/schema.ts';
import {UserError} from '../../errors.ts';
import {distrust} from './distrust.ts';
import type {RelayedPull} from './pull.ts';
import {leftOutMessages, relayedMessage, type Relayed} from './relayed.ts';

/** Each is an upload of its own. */
const MOST_IMAGES = 100;

export interface LeftReports {
  readonly jobs: readonly JobReport[];
  readonly unread: readonly Unread[];
}

/** @returns `unable`: why nothing of it is relayed, in words that can follow a colon */
function relayedReport({jobs, unread}: LeftReports, own: ReportRun): Known<Report> {
  const trimmed = jobs.map(distrust);
  const images = trimmed.flatMap(({job}) => job.report.images);
  if (images.length === 0 && unread.length > 0)
    return unable(unread.map(({from, reason}) => `${from}: ${reason}`).join(' '));
  if (jobs.length === 0) return unable('the run has left no report');
  if (images.length > MOST_IMAGES)
    return unable(`it reports ${images.length} images, and at most ${MOST_IMAGES} are relayed`);
  const notices = trimmed.flatMap((one) =>
    one.notices.map((message) => ({from: 'relay', message})),
  );
  const run = {...own, notices: [...own.notices, ...notices]};
  try {
    return known(joinReports({jobs: trimmed.map(({job}) => job), unread, expect: [], own: run}));
  } catch (error) {
    // Two that report one image are a stranger's mistake, and none of this workflow's.
    if (error instanceof UserError) return unable(error.message);
    throw error;
  }
}

export interface RelayParts {
  readonly pull: Known<RelayedPull>;
  readonly left: Known<LeftReports>;
  readonly own: ReportRun;
  readonly runId: string;
}

/** Always a report: one without images where there is nothing to relay, and the sentence that says why. */
export function relayed({pull, left, own, runId}: RelayParts): {
  readonly report: Report;
  readonly relay: Relayed;
} {
  const leftOut = isKnown(pull) ? leftOutMessages(pull.value) : [];
  const said = leftOut.map((message) => ({from: 'relay', message}));
  const noticed = {...own, notices: [...own.notices, ...said]};
  const report = isKnown(left) ? relayedReport(left.value, noticed) : left;
  if (isKnown(pull) && isKnown(report))
    return {
      report: report.value,
      relay: {runId, pull: pull.value, message: relayedMessage(pull.value)},
    };
  const reason = isKnown(pull) ? (isKnown(report) ? '' : report.unable) : pull.unable;
  const words = `Nothing was relayed of the workflow run ${runId}: ${reason.replace(/\.$/, '')}.`;
  return {
    report: joinReports({jobs: [], unread: [], expect: [], own}),
    relay: {runId, message: words},
  };
}
