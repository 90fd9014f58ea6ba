/** A step of a build, as a record holds it. Read back as foreign text. */
import {z} from 'zod';
import {dictionary} from '../own-property.ts';
import {digest, hash, index, line, seconds} from './fields.ts';

export const stepSchema = z.strictObject({
  kind: z.enum(['work', 'image', 'other source']),
  input: hash.describe('Of everything that the user can have changed (architecture.md section 5)'),
  resolved: hash.describe('The same, with what references of images led to'),
  text: hash,
  environment: hash,
  content: z
    .strictObject({hash, files: dictionary(hash)})
    .optional()
    .describe('What it takes from the build context'),
  isOpen: z
    .boolean()
    .describe('It, or what it is built upon, takes files that nobody could look at'),
  inputs: z.array(index),
  reference: z.string().optional().describe('Of an image, as written'),
  digest: digest.optional().describe('What the reference led to'),
  instruction: z.string().optional(),
  file: z.string().optional(),
  startLine: line.optional(),
  endLine: line.optional(),
  cached: z.boolean().optional(),
  seconds: seconds.optional().describe('The last time that it was not cached'),
});
export type RecordStep = z.infer<typeof stepSchema>;
