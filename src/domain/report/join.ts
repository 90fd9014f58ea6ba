/** Reports of several jobs as one: concatenation, and the verdict again (architecture.md section 9). Pure. */
import {UserError} from '../../errors.ts';
import {worst} from '../policy/verdict.ts';
import type {Notice} from '../notice.ts';
import {verdictContradiction, recomputeVerdicts} from './recomputed-verdicts.ts';
import {TOOL} from './make.ts';
import type {Report, ReportImage, ReportRun} from './schema.ts';

/** What one job has reported. */
export interface JobReport {
  /** Foreign: the file, or the artifact that it was in. */
  readonly from: string;
  readonly report: Report;
}

/** A report that is there and cannot be used. */
export interface Unread {
  readonly from: string;
  readonly reason: string;
}

export interface JoinParts {
  readonly jobs: readonly JobReport[];
  readonly unread: readonly Unread[];
  /** Ids of images, or keys of jobs, that must be there. */
  readonly expect: readonly string[];
  /** The run that joins. */
  readonly own: ReportRun;
}

/**
 * What is missing, unreadable or ended before its verdict has a row of its own, which is `unable`.
 * Attachments stay with the reports of their jobs: the joined one names none.
 *
 * @throws {UserError} when two jobs report one image; it names both
 */
export function joinReports({jobs, unread, expect, own}: JoinParts): Report {
  refuseTwice(jobs);
  const renamed = jobs.map(({from, report}, index) => ({
    from,
    report: withRuns(report, index + 1),
  }));
  const reports = renamed.map(({report}) => report);
  const images = [
    ...reports.flatMap(judgedAgain),
    ...renamed.flatMap(({from, report}) => withoutImage(report, from)),
    ...unread.map(({from, reason}) => absent(from, {reason, run: own.id})),
    ...missing(jobs, expect).map((name) => absent(name, {reason: MISSING, run: own.id})),
  ];
  return {
    version: 0,
    tool: TOOL,
    verdict: worst([
      ...images.map(({verdict}) => verdict),
      ...reports.map((one) => recomputeVerdicts(one).verdict),
    ]),
    runs: [
      ...reports.flatMap(({runs}) => runs),
      {...own, notices: [...own.notices, ...contradictions(jobs, own.id)]},
    ],
    images,
    outcomes: reports.flatMap(({outcomes}) => outcomes),
    violations: reports.flatMap(({violations}) => violations),
    advisories: Object.assign(
      {},
      ...reports.map(({advisories}) => advisories),
    ) as Report['advisories'],
    attachments: [],
    omitted: reports.flatMap(({omitted}) => omitted),
  };
}

const MISSING =
  'no job has reported it. Its job failed before it had a report, did not leave one for this job, or is called otherwise (input expect).';

function refuseTwice(jobs: readonly JobReport[]): void {
  const seen = new Map<string, JobReport>();
  for (const job of jobs) {
    for (const {id} of job.report.images) {
      const other = seen.get(id);
      if (other !== undefined)
        throw new UserError(
          `The image ${id} is reported twice, by ${nameOf(other)} and by ${nameOf(job)}. Give jobs that build the same target a key each (input key), or name the reports that count (input reports).`,
        );
      seen.set(id, job);
    }
  }
}

/** `the job build (reports/a/report.json)`. */
function nameOf({from, report}: JobReport): string {
  const job = report.runs.find((run) => run.job !== undefined)?.job;
  return job === undefined ? from : `the job ${job} (${from})`;
}

/** All jobs call their run the same. */
function withRuns(report: Report, position: number): Report {
  const named = (run: string): string => `${run}-${position}`;
  return {
    ...report,
    runs: report.runs.map((run) => ({...run, id: named(run.id)})),
    images: report.images.map((image) => ({...image, run: named(image.run)})),
  };
}

/** Never better than what stands in its report. */
function judgedAgain(report: Report): readonly ReportImage[] {
  const {images} = recomputeVerdicts(report);
  return report.images.map((image, index) => ({...image, verdict: images[index] ?? 'unable'}));
}

/** A report that does not fit together is named. */
function contradictions(jobs: readonly JobReport[], from: string): readonly Notice[] {
  return jobs.flatMap((job) => {
    const words = verdictContradiction(job.report);
    return words === undefined
      ? []
      : [{from, message: `The report of ${nameOf(job)} contradicts itself: ${words}.`}];
  });
}

/** A job that ended before its verdict, or that had nothing to judge. */
function withoutImage({error, images, runs}: Report, from: string): readonly ReportImage[] {
  if (error === undefined && images.length > 0) return [];
  const [first] = runs;
  const name = keyOf(first) ?? first?.job ?? from;
  const reason =
    error === undefined
      ? `there was no image to judge (${from})`
      : `the run ended before its verdict: ${error.message}`;
  return [absent(name, {reason, run: first?.id ?? ''})];
}

function keyOf(run: ReportRun | undefined): string | undefined {
  const key = run?.request['key'];
  return typeof key === 'string' ? key : undefined;
}

function missing(jobs: readonly JobReport[], expect: readonly string[]): readonly string[] {
  const there = jobs.flatMap(({report: {images, runs}}) => [
    ...images.map(({id}) => id),
    ...runs.flatMap((run) => keyOf(run) ?? []),
  ]);
  return [...new Set(expect)].filter((name) => !there.includes(name));
}

function absent(
  name: string,
  {reason, run}: {readonly reason: string; readonly run: string},
): ReportImage {
  return {
    id: name,
    name,
    platform: 'unknown',
    run,
    reason,
    state: 'not-built',
    verdict: 'unable',
    notLookedAt: [],
  };
}
