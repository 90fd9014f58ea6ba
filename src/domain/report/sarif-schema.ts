import {z} from 'zod';

const count = z.int().nonnegative();

export const sarifSchema = z
  .strictObject({
    results: count,
    accepted: count.describe('Waived or ignored: in the file beside the report, not uploaded'),
    belowSeverity: count.describe('Less severe than the input sarif-severity'),
    leftOut: count.describe('More than GitHub keeps; the least severe ones'),
    withoutPlace: count.describe('Of no file in the repository'),
    upload: z
      .enum(['processed', 'pending', 'refused', 'not-asked'])
      .describe('What became of it in code scanning; pending: GitHub had not answered in time'),
  })
  .describe('What code scanning is told of the image');
export type ReportSarif = z.infer<typeof sarifSchema>;
