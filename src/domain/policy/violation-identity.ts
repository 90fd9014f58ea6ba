/**
 * What tells violations of one rule in one image apart, in the next run too: no size, no line. Frozen: a
 * changed byte opens every alert of every user anew, and makes every violation new to its baseline. Pure.
 */
import {createHash} from 'node:crypto';
import {z} from 'zod';
import {SEVERITIES} from '../findings/facts.ts';
import type {RuleId} from '../rule-ids.ts';

const subjectSchema = z.object({
  check: z.string().optional(),
  message: z.string().optional(),
  url: z.string().optional(),
  mistake: z.string().optional(),
  what: z.string().optional(),
  base: z.boolean().optional(),
  file: z.string().optional(),
  where: z.string().optional(),
  rule: z.string().optional(),
  title: z.string().optional(),
  severity: z.enum(SEVERITIES).optional().catch(undefined),
  path: z.string().optional(),
  variable: z.string().optional(),
  nth: z.number().optional(),
});
export type ViolationSubject = z.infer<typeof subjectSchema>;

export function parseViolationSubject(data: unknown): ViolationSubject {
  return subjectSchema.safeParse(data).data ?? {};
}

/** The rule, or the part of it that a tool has a name for: `secrets/github-pat`. */
export function qualifiedRuleName(rule: RuleId, subject: ViolationSubject): string {
  const part =
    rule === 'secrets' ? subject.rule : rule === 'build-checks' ? subject.check : undefined;
  return part === undefined ? rule : `${rule}/${part}`;
}

/** Of every rule but `vulnerabilities`, whose findings have one of their own. */
export function violationIdentity(image: string, rule: RuleId, data: unknown): string {
  const subject = parseViolationSubject(data);
  const {message, mistake, what, base, file, where, path, variable, nth} = subject;
  const name = qualifiedRuleName(rule, subject);
  const parts = ['plimsoll', image, name, message, mistake, what, base, file, where];
  const told = [...parts, path, variable, ...(nth === undefined ? [] : [nth])];
  const text = JSON.stringify(told.map((part) => part ?? ''));
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
