/** What publishers have to say goes into the report, for those that come after. Pure. */
import type {Notice} from '../notice.ts';
import type {Report} from './schema.ts';

/** With these notices, in its first run. */
export function withNotices(report: Report, notices: readonly Notice[]): Report {
  const [first, ...others] = report.runs;
  if (first === undefined || notices.length === 0) return report;
  return {...report, runs: [{...first, notices: [...first.notices, ...notices]}, ...others]};
}
