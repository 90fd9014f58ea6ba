/** A run that ended before its verdict still leaves a report: what was asked, and what went wrong. */
import {defined} from '../domain/defined.ts';
import type {Deps} from '../deps.ts';
import type {Inputs} from '../inputs.ts';
import {currentJob} from '../domain/report/job.ts';
import {failureReport} from '../domain/report/make.ts';
import type {Report} from '../domain/report/schema.ts';
import {commitAt} from '../stages/plan/built-commit.ts';
import {publish} from '../stages/publish/index.ts';

export interface Failure {
  readonly error: unknown;
  /** Absent when the inputs themselves were wrong. */
  readonly inputs?: Inputs;
  readonly startedAt: Date;
}

export async function failedRun(failure: Failure, deps: Deps): Promise<Report> {
  const {inputs} = failure;
  const commit = inputs === undefined ? undefined : await commitAt(inputs.workdir, deps);
  const of = {...currentJob(deps.workflow.env), ...defined({commit})};
  const report = failureReport({...failure, ...of, endedAt: deps.clock.now()});
  return publish({
    report,
    images: [],
    ...defined({inputs: failure.inputs}),
    deps,
  });
}
