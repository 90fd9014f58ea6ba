import {randomBytes} from 'node:crypto';
import {z} from 'zod';
import type {Ownership} from './cleanup.ts';

const schema = z.object({
  runId: z.string(),
  owned: z.array(
    z.object({kind: z.literal('folder'), path: z.string(), life: z.enum(['run', 'job'])}),
  ),
});

/** What an earlier step of this action registered; nothing of ours where it cannot be read. */
export function parseOwnership(saved: string): Ownership {
  try {
    return schema.parse(JSON.parse(saved));
  } catch {
    return {runId: randomBytes(8).toString('hex'), owned: []};
  }
}
