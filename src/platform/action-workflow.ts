import * as core from '@actions/core';
import {defined} from '../domain/defined.ts';
import type {Annotation, Workflow} from '../deps.ts';
import {withoutTrailing} from '../domain/text/truncate.ts';
import {errorMessage} from '../errors.ts';
import type {ProcessContext} from './process-context.ts';

/** GitHub Actions. Everything that the runner reads goes through @actions/core. */
export function actionWorkflow(around: ProcessContext): Workflow {
  const attempt = teller();
  return {
    ...around,
    args: [],
    invocation: 'action',
    isPost: around.env['STATE_isPost'] !== undefined,
    annotate,
    setOutput: (name, value) => {
      void attempt('outputs', () => {
        core.setOutput(name, value);
      });
    },
    writeSummary: (markdown) =>
      attempt('step summary', async () => {
        await core.summary.addRaw(markdown).write();
      }),
    writeStdout: () => Promise.resolve(),
  };
}

/** The runner's own files can be gone, or their disk full: that costs what stands in them, never the verdict. */
function teller(): (what: string, write: () => void | Promise<void>) => Promise<void> {
  const told = new Set<string>();
  return async (what, write) => {
    try {
      await write();
    } catch (error) {
      if (told.has(what)) return;
      told.add(what);
      const title = 'Plimsoll';
      const message = `The ${what} of this step could not be written, and its verdict stands: ${withoutTrailing(errorMessage(error), '. ')}.`;
      annotate({level: 'warning', title, message});
    }
  };
}

function annotate(annotation: Annotation): void {
  const {level, message, title, file, startLine, endLine} = annotation;
  const properties = {
    title,
    ...defined({file, startLine, endLine}),
  };
  core[level](message, properties);
}

/** Kept for the post step; the last value of a name wins. */
export function saveState(name: string, value: string): void {
  core.saveState(name, value);
}
