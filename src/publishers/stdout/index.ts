import {reportText} from '../folder/render.ts';
import type {Publisher} from '../publisher.ts';

/** `--json`: report.json on standard output, and nothing else there. */
export const stdout: Publisher = {
  applies: ({inputs}) => inputs?.json === true,
  publish: ({report}, deps) => deps.workflow.writeStdout(reportText(report)),
};
