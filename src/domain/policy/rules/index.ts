import {RULE_IDS, type RuleId} from '../../rule-ids.ts';
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
} satisfies Record<RuleId, Rule>;

/** Something for every rule, by its id. */
export function mapRules<T>(make: (id: RuleId) => T): Readonly<Record<RuleId, T>> {
  return Object.fromEntries(RULE_IDS.map((id) => [id, make(id)])) as Record<RuleId, T>;
}
