/** What this run's policy lets pass that the one before did not: threats.md rule 9. */
import type {Deps} from '../deps.ts';
import {isChange} from '../domain/keep/event.ts';
import {isKnown, known, unable, type Known} from '../domain/known.ts';
import type {Notice, Plan} from '../domain/plan.ts';
import type {Evidence} from '../domain/policy/evidence.ts';
import {looseningsOf, type Loosening} from '../domain/policy/loosenings.ts';
import {builtImages, policyRecord, type PolicyRecord} from '../domain/record/policy.ts';
import {messageOf} from '../errors.ts';
import type {Inputs} from '../inputs.ts';
import type {Baseline} from './baseline.ts';
import {baseFiles, isJudgedByBase} from './base-files.ts';
import {mergeDocuments, readPolicyDocuments, type PolicyFolders} from './plan/policy.ts';

export interface LooseningsAsk {
  readonly baseline: Baseline | undefined;
  readonly plan: Plan;
  readonly inputs: Inputs;
}

export interface FoundLoosenings {
  readonly loosenings: Evidence['loosenings'];
  readonly notices: readonly Notice[];
}

/**
 * Against the record; on a pull request without one, against the base's own files. Where the base's
 * policy judges, what the pull request's own files loosen holds only once it is merged, and is found by
 * the files whether there is a record or not. Never rejects.
 */
export async function findLoosenings(ask: LooseningsAsk, deps: Deps): Promise<FoundLoosenings> {
  const {baseline, plan, inputs} = ask;
  const byBase = isJudgedByBase(inputs, deps.workflow);
  const now = policyRecord(plan.policy, {built: builtImages(plan.images), enforce: inputs.enforce});
  const inEffect = baseline === undefined ? [] : looseningsOf(baseline.record.policy, now);
  if (baseline !== undefined && !byBase) return {loosenings: known(inEffect), notices: []};
  if (!isChange(deps.workflow))
    return {loosenings: unable('There is no baseline whose policy is known.'), notices: []};
  const written = await betweenFiles(ask, deps);
  if (!isKnown(written)) {
    const words = `The policy could not be compared with the base’s: ${written.unable}.`;
    return {loosenings: unable(words), notices: [notice(words)]};
  }
  const found = byBase
    ? written.value.map((one) => ({...one, when: 'merged' as const}))
    : written.value;
  return {
    loosenings: known([...inEffect, ...found]),
    notices: baseline === undefined ? [notice(NO_RECORD)] : [],
  };
}

const NO_RECORD =
  'There is no baseline: the policy’s files were compared with the base’s, and inputs were not.';

/** From the base's files to those of the checkout; `unable` in words that can follow a colon. */
async function betweenFiles(ask: LooseningsAsk, deps: Deps): Promise<Known<readonly Loosening[]>> {
  const {repository} = ask.plan;
  const base = await baseFiles({repository, token: ask.inputs.token}, deps);
  if (!isKnown(base)) return base;
  try {
    const before = await written(ask, {...deps, files: {...deps.files, ...base.value}});
    return known(looseningsOf(before, await written(ask, deps)));
  } catch (error) {
    return unable(messageOf(error).replace(/\.$/, ''));
  }
}

/** What the files say, without inputs; what they say of images that this run does not have is left out. */
async function written({plan, inputs}: LooseningsAsk, deps: Deps): Promise<PolicyRecord> {
  const folders: PolicyFolders = {repository: plan.repository, workdir: plan.workdir};
  const documents = await readPolicyDocuments({...inputs, policy: undefined}, folders, deps);
  const images = [...new Set(plan.images.map(({name}) => name))];
  const {policy} = mergeDocuments(documents, {mirrors: {}, images, partial: true});
  return policyRecord(policy, {built: builtImages(plan.images), enforce: true});
}

function notice(message: string): Notice {
  return {from: 'policy', message};
}
