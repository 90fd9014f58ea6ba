/** The rules' names. */

/** In the order of tables. A new rule is one module, its name here and its line below. */
export const RULE_IDS = [
  'size',
  'download',
  'growth',
  'user',
  'healthcheck',
  'vulnerabilities',
  'secrets',
  'multi-stage',
  'build-tools',
  'build-context',
  'build-checks',
  'build-policy',
  'waste',
  'build-time',
  'freshness',
  'loosening',
] as const;
export type RuleId = (typeof RULE_IDS)[number];
