/** Which violations the baseline had, and which are new. Pure. */
import {isKnown} from '../known.ts';
import {ownProperty} from '../own-property.ts';
import type {ImageId} from '../image-id.ts';
import type {Evidence} from './evidence.ts';
import type {Judgement} from './judgement.ts';
import type {ToldViolation} from './rule.ts';
import {RULES, type RuleId} from './rules/index.ts';

export interface ViolationContext {
  readonly rule: RuleId;
  readonly image: ImageId;
  readonly evidence: Pick<Evidence, 'comparison'>;
}

/** Undefined: the baseline is not known, did not judge the rule, or had one that may be another. */
export function isNewViolation(
  violation: ToldViolation,
  {rule, image, evidence}: ViolationContext,
): boolean | undefined {
  const {comparison} = evidence;
  if (!isKnown(comparison)) return undefined;
  if (comparison.value.state === 'new') return true;
  const {isNew} = RULES[rule];
  if (isNew !== undefined) return isNew(violation, evidence);
  const before = ownProperty(comparison.value.comparison.violated ?? {}, rule);
  if (before === undefined) return undefined;
  const isLikeOne = before.includes(violation.told.identityIn(image));
  return isLikeOne && RULES[rule].isCoarse ? undefined : !isLikeOne;
}

/**
 * Of each rule that was judged, the identities of what it found, waived or not: for the runs to come. What
 * a rule compares by itself is not in it.
 */
export function violatedIn(
  {outcomes, violations}: Pick<Judgement, 'outcomes' | 'violations'>,
  image: string,
): Record<string, string[]> {
  const judged = outcomes.filter(
    (one) => one.image === image && one.outcome !== 'unable' && RULES[one.rule].isNew === undefined,
  );
  return Object.fromEntries(
    judged.map(({rule}) => {
      const found = violations.filter((one) => one.image === image && one.rule === rule);
      const identities = found.map(({told}) => told.identityIn(image));
      return [rule, [...new Set(identities)].sort()];
    }),
  );
}
