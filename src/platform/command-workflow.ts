import type {Workflow} from '../deps.ts';
import type {ProcessContext} from './process-context.ts';

/** A terminal: no outputs, no annotations; what is for people and not for pipes goes to standard error. */
export function commandWorkflow(around: ProcessContext): Workflow {
  return {
    ...around,
    invocation: 'command',
    isPost: false,
    ...(process.stderr.isTTY ? {columns: process.stderr.columns} : {}),
    annotate: () => undefined,
    setOutput: () => undefined,
    writeSummary: (text) => writeAll(process.stderr, text),
    writeStdout: (text) => writeAll(process.stdout, text),
  };
}

/** Resolves when the reader has taken all of it, or has gone away. */
function writeAll(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => {
      resolve();
    });
  });
}
