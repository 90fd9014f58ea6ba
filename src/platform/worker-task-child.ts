/** The child that `worker-task.ts` starts: what was found goes to standard error, and so does what failed. */
import {z} from 'zod';
import {errorMessage} from '../errors.ts';
import type {WorkerTask} from './worker-task.ts';

const cached = {key: z.string(), path: z.string()};
const schema: z.ZodType<WorkerTask> = z.discriminatedUnion('verb', [
  z.strictObject({verb: z.literal('save'), ...cached}),
  z.strictObject({verb: z.literal('restore'), prefixes: z.array(z.string()), ...cached}),
  z.strictObject({
    verb: z.literal('upload'),
    name: z.string(),
    folder: z.string(),
    files: z.array(z.string()).readonly(),
  }),
]);

export async function runWorkerTask(text: string): Promise<void> {
  try {
    const found = await run(text);
    if (found !== undefined) process.stderr.write(`${found}\n`);
  } catch (error) {
    process.stderr.write(`${errorMessage(error)}\n`);
    process.exitCode = 1;
  }
}

/** The key of a cache that was found. */
async function run(text: string): Promise<string | undefined> {
  const errand = schema.parse(JSON.parse(text));
  if (errand.verb === 'upload') {
    await (await import('./artifact-task.ts')).uploadFolder(errand);
    return undefined;
  }
  return (await import('./cache-task.ts')).saveOrRestore(errand);
}
