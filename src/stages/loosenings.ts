/** What this run's policy lets pass that the one before did not: threats.md rule 9. */
import type {Deps} from '../deps.ts';
import {isChange} from '../domain/keep/event.ts';
import {isKnown, known, unable} from '../domain/known.ts';
import type {Notice, Plan} from '../domain/plan.ts';
import type {Evidence} from '../domain/policy/evidence.ts';
import {looseningsOf} from '../domain/policy/loosenings.ts';
import {policyRecord, type PolicyRecord} from '../domain/record/policy.ts';
import {messageOf} from '../errors.ts';
import type {Inputs} from '../inputs.ts';
import type {Baseline} from './baseline.ts';
import {baseFiles} from './base-files.ts';
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

/** Against the record; on a pull request without one, against the base's own files. Never rejects. */
export async function findLoosenings(ask: LooseningsAsk, deps: Deps): Promise<FoundLoosenings> {
  const {baseline, plan, inputs} = ask;
  if (baseline !== undefined) {
    const now = policyRecord(plan.policy, {built: plan.images, enforce: inputs.enforce});
    return {loosenings: known(looseningsOf(baseline.record.policy, now)), notices: []};
  }
  if (!isChange(deps.workflow))
    return {loosenings: unable('There is no baseline whose policy is known.'), notices: []};
  const base = await baseFiles({repository: plan.repository, token: inputs.token}, deps);
  if (!isKnown(base)) return unknown(base.unable);
  try {
    const before = await written(ask, {...deps, files: {...deps.files, ...base.value}});
    const now = await written(ask, deps);
    return {
      loosenings: known(looseningsOf(before, now)),
      notices: [
        notice(
          'There is no baseline: the policy’s files were compared with the base’s, and inputs were not.',
        ),
      ],
    };
  } catch (error) {
    return unknown(messageOf(error).replace(/\.$/, ''));
  }
}

/** What the files say, without inputs; what they say of images that this run does not have is left out. */
async function written({plan, inputs}: LooseningsAsk, deps: Deps): Promise<PolicyRecord> {
  const folders: PolicyFolders = {repository: plan.repository, workdir: plan.workdir};
  const documents = await readPolicyDocuments({...inputs, policy: undefined}, folders, deps);
  const images = [...new Set(plan.images.map(({name}) => name))];
  const {policy} = mergeDocuments(documents, {mirrors: {}, images, partial: true});
  return policyRecord(policy, {built: plan.images, enforce: true});
}

function unknown(why: string): FoundLoosenings {
  const words = `The policy could not be compared with the base’s: ${why}.`;
  return {loosenings: unable(words), notices: [notice(words)]};
}

function notice(message: string): Notice {
  return {from: 'policy', message};
}
