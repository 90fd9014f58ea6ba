import {z} from 'zod';

export const scannerSchema = z
  .strictObject({
    verified: z.boolean().describe("Its digest, or its archive's, was known beforehand"),
    confined: z.boolean().describe('It ran in a container without a network'),
    memoryBytes: z.int().nonnegative().optional().describe('The most that the container gave it'),
  })
  .describe('How Trivy came and ran');

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
