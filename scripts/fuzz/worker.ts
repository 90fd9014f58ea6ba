/** Tries mutants as they are posted; its parent ends it when one takes too long. */
import {setImmediate} from 'node:timers/promises';
import {parentPort, workerData} from 'node:worker_threads';
import {z} from 'zod';
import {answerOf, type Targets} from './target.ts';

const askedSchema = z.object({
  id: z.number(),
  target: z.string(),
  mutant: z.instanceof(Uint8Array),
});
const {module} = z.object({module: z.string()}).parse(workerData);
const {TARGETS} = (await import(module)) as {readonly TARGETS: Targets};

async function answer(message: unknown): Promise<void> {
  const {id, target, mutant} = askedSchema.parse(message);
  try {
    const passed = await answerOf(() => TARGETS.get(target)?.run(Buffer.from(mutant)));
    // What was left to itself may fail now.
    await setImmediate();
    parentPort?.postMessage({id, passed: passed ?? false});
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({id, error: words});
  }
}

parentPort?.on('message', (message: unknown) => void answer(message));

// Loading is no part of a mutant's time.
parentPort?.postMessage({ready: true});
