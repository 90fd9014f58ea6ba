import {z} from 'zod';

/** What findings were judged by. */
export const databaseSchema = z
  .strictObject({
    updatedAt: z.string().optional(),
    nextUpdate: z.string().optional(),
    digest: z.string().optional().describe('Of its manifest; absent for a folder that was given'),
    from: z.string().optional().describe('The repository, or the input that named a folder'),
  })
  .describe('The vulnerability database');
export type ReportDatabase = z.infer<typeof databaseSchema>;
