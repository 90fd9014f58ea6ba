/** A job that was run again, and knew its images only then. Pure. */
import {attemptNumber} from './job.ts';
import type {JobReport} from './join.ts';
import type {Report} from './schema.ts';

/**
 * A report without images, of a run that ended before it knew them, has no name in common with that of the
 * next attempt: it goes where a later attempt with its `key` is there. Without a key it could be of another
 * leg of the matrix, and stays.
 */
export function withoutSuperseded(jobs: readonly JobReport[]): readonly JobReport[] {
  const last = new Map<unknown, number>();
  for (const {report} of jobs) {
    const {key, attempt} = identityOf(report);
    last.set(key, Math.max(attempt, last.get(key) ?? 0));
  }
  return jobs.filter(({report}) => {
    const {key, attempt} = identityOf(report);
    return report.images.length > 0 || key === undefined || attempt >= (last.get(key) ?? 0);
  });
}

function identityOf({runs}: Report): {readonly key: unknown; readonly attempt: number} {
  const [run] = runs;
  const attempt = run?.workflow === undefined ? 0 : attemptNumber(run.workflow);
  return {key: run?.request['key'], attempt};
}
