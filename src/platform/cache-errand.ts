/** The child that `cache.ts` starts: one restore or one save; the key that was found goes to standard error. */
import {restoreCache, saveCache} from '@actions/cache';
import {z} from 'zod';
import {messageOf} from '../errors.ts';
import type {Errand} from './cache.ts';

const common = {key: z.string(), path: z.string()};
const schema: z.ZodType<Errand> = z.discriminatedUnion('verb', [
  z.strictObject({verb: z.literal('save'), ...common}),
  z.strictObject({verb: z.literal('restore'), prefixes: z.array(z.string()), ...common}),
]);

export async function runErrand(text: string): Promise<void> {
  try {
    const found = await run(text);
    if (found !== undefined) process.stderr.write(`${found}\n`);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** The key that was found. */
async function run(text: string): Promise<string | undefined> {
  const errand = schema.parse(JSON.parse(text));
  if (errand.verb === 'save') {
    await saveCache([errand.path], errand.key);
    return undefined;
  }
  return restoreCache([errand.path], errand.key, [...errand.prefixes]);
}
