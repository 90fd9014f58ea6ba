/** After a matrix: the reports of several jobs become one report, with one verdict. */
import type {Deps} from '../deps.ts';
import {joinReports} from '../domain/report/join.ts';
import {currentJob} from '../domain/report/job.ts';
import {ownRun} from '../domain/report/own-run.ts';
import type {Report} from '../domain/report/schema.ts';
import type {Inputs} from '../inputs.ts';
import {findReports} from '../stages/collect/find-reports.ts';
import {publish} from '../stages/publish/index.ts';
import {removeEarlierReport} from '../stages/start/report-folder.ts';
import {startRun} from '../stages/start/index.ts';

export async function collect(inputs: Inputs, deps: Deps): Promise<Report> {
  const startedAt = startRun(inputs, deps);
  const {jobs, unread, notices} = await findReports(inputs.reports, deps);
  // Not before: one of those that were read may lie there.
  await removeEarlierReport(inputs, deps);
  const endedAt = deps.clock.now();
  const job = currentJob(deps.workflow.env);
  const own = ownRun({id: 'collect', inputs, startedAt, endedAt, ...job, notices});
  const report = joinReports({jobs, unread, expect: inputs.expect, own});
  return publish({report, images: [], inputs, deps});
}
