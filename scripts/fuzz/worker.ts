/** Runs mutants as they are posted; its parent ends it when one takes too long. */
import {parentPort} from 'node:worker_threads';
import {z} from 'zod';
import {TARGETS} from './targets.ts';

/** Errors that are an answer: ours to the user, and a plain one where the caller makes `unable` of it. */
const EXPECTED = new Set(['UserError', 'ToolError']);
const ANSWER = /of what it ignores is no pattern|of the ignore file is longer/;
const askedSchema = z.object({target: z.string(), text: z.string()});

parentPort?.on('message', (message: unknown) => {
  const {target, text} = askedSchema.parse(message);
  try {
    parentPort?.postMessage({passed: TARGETS.get(target)?.run(text) ?? false});
  } catch (error) {
    const isAnswer =
      error instanceof Error && (EXPECTED.has(error.name) || ANSWER.test(error.message));
    parentPort?.postMessage(isAnswer ? {passed: false} : {error: String((error as Error).stack)});
  }
});

// Loading is no part of a mutant's time.
parentPort?.postMessage({passed: true});
