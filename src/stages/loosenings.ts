/** What this run's policy lets pass that the one before did not. */
import {known, unable} from '../domain/known.ts';
import type {Evidence} from '../domain/policy/evidence.ts';
import {looseningsOf} from '../domain/policy/loosenings.ts';
import type {RunRecord} from '../domain/record/schema.ts';

/** @param baseline undefined: there is none */
export function findLoosenings(
  {policy}: Pick<RunRecord, 'policy'>,
  baseline: {readonly record: Pick<RunRecord, 'policy'>} | undefined,
): Evidence['loosenings'] {
  if (baseline === undefined) return unable('There is no baseline whose policy is known.');
  return known(looseningsOf(baseline.record.policy, policy));
}
