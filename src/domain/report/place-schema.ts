import {z} from 'zod';

const line = z.int().positive();

export const placeSchema = z
  .strictObject({file: z.string(), startLine: line.optional(), endLine: line.optional()})
  .describe('A place in the repository; lines count from 1');
