import {randomBytes} from 'node:crypto';
import {z} from 'zod';
import type {Ownership} from './cleanup.ts';

const life = z.enum(['run', 'job']);
/** As we name containers, images and volumes: nothing that docker could take for an option or for another's. */
const name = z.string().regex(/^plimsoll-[0-9a-z:-]+$/);

const schema = z.object({
  runId: z.string(),
  owned: z.array(
    z.discriminatedUnion('kind', [
      z.object({kind: z.literal('folder'), path: z.string(), life}),
      z.object({kind: z.enum(['container', 'image', 'builder', 'volume']), name, life}),
    ]),
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
