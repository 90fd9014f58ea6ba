import {z} from 'zod';

export const advisorySchema = z.strictObject({
  title: z.string(),
  score: z.number().optional(),
  url: z.string().optional(),
  text: z.string().optional(),
  source: z.string().optional().describe('Who gave severity and score'),
  vector: z.string().optional().describe('CVSS, of the score'),
  references: z.array(z.string()).optional(),
});
