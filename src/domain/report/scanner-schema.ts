import {z} from 'zod';

export const scannerSchema = z
  .strictObject({
    verified: z.boolean().describe("Its digest, or its archive's, was known beforehand"),
    confined: z.boolean().describe('It ran in a container without a network'),
    memoryBytes: z.int().nonnegative().optional().describe('The most that the container gave it'),
  })
  .describe('How Trivy came and ran');

export const databaseSchema = z
  .strictObject({updatedAt: z.string().optional(), nextUpdate: z.string().optional()})
  .describe('The vulnerability database');
