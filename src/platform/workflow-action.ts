import * as core from '@actions/core';
import type {Annotation, Workflow} from '../deps.ts';
import type {Surroundings} from './surroundings.ts';

/** GitHub Actions. Everything that the runner reads goes through @actions/core. */
export function actionWorkflow(around: Surroundings): Workflow {
  return {
    ...around,
    args: [],
    door: 'action',
    isPost: around.env['STATE_isPost'] !== undefined,
    annotate,
    setOutput: (name, value) => {
      core.setOutput(name, value);
    },
    writeSummary: async (markdown) => {
      await core.summary.addRaw(markdown).write();
    },
    writeStdout: () => Promise.resolve(),
  };
}

function annotate(annotation: Annotation): void {
  const {level, message, title, file, startLine, endLine} = annotation;
  const properties = {
    title,
    ...(file === undefined ? {} : {file}),
    ...(startLine === undefined ? {} : {startLine}),
    ...(endLine === undefined ? {} : {endLine}),
  };
  core[level](message, properties);
}

/** Kept for the post step; the last value of a name wins. */
export function saveState(name: string, value: string): void {
  core.saveState(name, value);
}
