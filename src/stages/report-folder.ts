import {join} from 'node:path';
import type {Deps} from '../deps.ts';
import type {Inputs} from '../inputs.ts';

/** Where the report goes, absolute; undefined under Actions without `report-dir`: a temporary folder. */
export function askedReportFolder(inputs: Inputs | undefined, deps: Deps): string | undefined {
  if (inputs?.reportDir !== undefined) return inputs.reportDir;
  if (deps.workflow.door === 'action') return undefined;
  return join(inputs?.workdir ?? deps.workflow.cwd, '.plimsoll');
}
