/** What rules say of a report's violations: who asks here needs to know no rule. Pure. */
import {ruleNamed} from '../policy/rules/index.ts';
import type {FormattedViolation} from '../policy/violation-format.ts';
import type {Report, Violation} from './schema.ts';

/** Undefined: the rule, or the shape of its data, is not known here. */
export function toldOf({
  rule,
  data,
}: Pick<Violation, 'rule' | 'data'>): FormattedViolation | undefined {
  return ruleNamed(rule)?.read(data);
}

/** Of each violation of an image, in their order. */
export type ViolationIdentities = readonly (string | undefined)[];

/** Of a report before anything in it is masked: what a job keeps secret opens no alert anew. */
export function violationIdentities({violations}: Report): ViolationIdentities {
  return violations.map((violation) =>
    violation.image === undefined ? undefined : toldOf(violation)?.identityIn(violation.image),
  );
}
