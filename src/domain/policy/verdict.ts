import {z} from 'zod';

export const verdictSchema = z.enum(['pass', 'fail', 'unable']);

export type Verdict = z.infer<typeof verdictSchema>;

/** One that fails, else one that is unable, or none at all. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.length === 0 || verdicts.includes('unable') ? 'unable' : 'pass';
}
