/** A run that built nothing itself: it ended before that, or reports what others have built. Pure. */
import {defined} from '../defined.ts';
import type {Inputs} from '../../inputs.ts';
import type {Notice} from '../notice.ts';
import {VERSION} from '../plimsoll-version.ts';
import type {Job} from './job.ts';
import type {ReportRun} from './schema.ts';

export interface OwnRun extends Job {
  readonly id: string;
  /** Absent when the inputs themselves were wrong. */
  readonly inputs?: Inputs;
  readonly startedAt: Date;
  readonly endedAt: Date;
  /** Absent where nothing is built, or it is not known of what. */
  readonly commit?: string;
  readonly notices?: readonly Notice[];
}

export function ownRun(own: OwnRun): ReportRun {
  const {id, inputs, startedAt, endedAt, job, workflow, commit, notices} = own;
  return {
    id,
    ...defined({job, workflow}),
    startedAt: startedAt.toISOString(),
    seconds: secondsBetween(startedAt, endedAt),
    ...defined({commit}),
    request: inputs === undefined ? {} : reportRequest(inputs),
    tools: {plimsoll: VERSION},
    notices: [...(notices ?? [])],
  };
}

export function secondsBetween(start: Date, end: Date): number {
  return (end.getTime() - start.getTime()) / 1000;
}

/** A copy that a report may hold. */
export function reportRequest(inputs: Inputs): ReportRun['request'] {
  return Object.fromEntries(
    Object.entries(inputs.request).map(([name, value]) => [
      name,
      typeof value === 'object' ? [...value] : value,
    ]),
  );
}
