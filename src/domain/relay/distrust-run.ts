import type {ReportRun} from '../report/schema.ts';

const COMMIT = /^[0-9a-f]{40,64}$/;

/** When it was, and by which baseline and database; what was asked and said stays with the stranger. */
export function distrustRun({id, startedAt, seconds, baseline, database}: ReportRun): ReportRun {
  const updatedAt = database?.updatedAt ?? '';
  const commit = baseline?.commit ?? '';
  return {
    ...{id, startedAt, seconds, request: {}, tools: {}, notices: []},
    ...(baseline === undefined
      ? {}
      : {baseline: {madeAt: baseline.madeAt, ...(COMMIT.test(commit) ? {commit} : {})}}),
    ...(Number.isNaN(Date.parse(updatedAt)) ? {} : {database: {updatedAt}}),
  };
}
