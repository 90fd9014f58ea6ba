import type {Rule} from '../rule.ts';

/** In the order of tables. A new rule is one module and one line here. */
export const RULE_IDS = [
  'size',
  'download',
  'user',
  'healthcheck',
  'vulnerabilities',
  'secrets',
  'multi-stage',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export const RULES: Readonly<Record<RuleId, Rule>> = {} as never; // filled by the owner of policy/
