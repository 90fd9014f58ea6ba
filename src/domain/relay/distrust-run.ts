import {defined} from '../defined.ts';
import type {ReportRun} from '../report/schema.ts';

/** When it was, and by which baseline and database; what was asked and said stays with the stranger. */
export function distrustRun({id, startedAt, seconds, baseline, database}: ReportRun): ReportRun {
  const {updatedAt} = database ?? {};
  const {madeAt, commit} = baseline ?? {};
  return {
    id,
    startedAt,
    seconds,
    request: {},
    tools: {},
    notices: [],
    ...(madeAt === undefined ? {} : {baseline: {madeAt, ...defined({commit})}}),
    ...(updatedAt === undefined ? {} : {database: {updatedAt}}),
  };
}
