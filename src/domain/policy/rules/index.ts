import type {Rule} from '../rule.ts';
import {buildChecks} from './build-checks.ts';
import {buildContext} from './build-context.ts';
import {buildPolicy} from './build-policy.ts';
import {buildTime} from './build-time.ts';
import {buildTools} from './build-tools.ts';
import {download} from './download.ts';
import {freshness} from './freshness.ts';
import {growth} from './growth.ts';
import {healthcheck} from './healthcheck.ts';
import {loosening} from './loosening.ts';
import {multiStage} from './multi-stage.ts';
import {secrets} from './secrets.ts';
import {size} from './size.ts';
import {user} from './user.ts';
import {vulnerabilities} from './vulnerabilities.ts';
import {waste} from './waste.ts';

/** In the order of tables: a new rule is one module and its line here. */
export const RULES = {
  size,
  download,
  growth,
  user,
  healthcheck,
  vulnerabilities,
  secrets,
  'multi-stage': multiStage,
  'build-tools': buildTools,
  'build-context': buildContext,
  'build-checks': buildChecks,
  'build-policy': buildPolicy,
  waste,
  'build-time': buildTime,
  freshness,
  loosening,
} satisfies Readonly<Record<string, Rule>>;
export type RuleId = keyof typeof RULES;
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[];

/** Undefined: a name that a report has, and nobody knows here. */
export function ruleNamed(name: string): Rule | undefined {
  const id = RULE_IDS.find((known) => known === name);
  return id && RULES[id];
}

/** Something for every rule, by its id. */
export function mapRules<T>(make: (id: RuleId) => T): Readonly<Record<RuleId, T>> {
  return Object.fromEntries(RULE_IDS.map((id) => [id, make(id)])) as Record<RuleId, T>;
}
