/** What this run's policy lets pass that the one before did not: threats.md rule 9. */
import type {CommitFiles} from '../../clients/commit-files.ts';
import type {Deps} from '../../deps.ts';
import {isChange} from '../../domain/keep/event-commits.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {Evidence} from '../../domain/policy/evidence.ts';
import {
  buildLoosenings,
  policyLoosenings,
  uncomparedSentences,
} from '../../domain/policy/loosenings.ts';
import {type Loosening} from '../../domain/policy/loosening.ts';
import {type PolicyRecord} from '../../domain/record/policy.ts';
import {builtImages, policyRecord} from '../../domain/policy/policy-record.ts';
import {errorMessage} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {baseFiles, isJudgedByBase} from '../plan/base-files.ts';
import {baseImages} from './base-images.ts';
import type {FoundBaseline} from '../keep/read-kept.ts';
import {mergeDocuments, readPolicyDocuments} from '../plan/policy.ts';
import type {PolicyFolders} from '../plan/policy-files.ts';

export interface LooseningsRequest extends Pick<FoundBaseline, 'baseline' | 'missing'> {
  readonly plan: Plan;
  readonly inputs: Inputs;
}

export interface FoundLoosenings {
  readonly loosenings: Evidence['loosenings'];
  /** What could not be compared, and why, in sentences. */
  readonly uncompared: readonly string[];
}

/**
 * Against the record; on a pull request without one, against the base's own files. Where the base's
 * policy judges, what the pull request's own files loosen holds only once it is merged, and is found by
 * the files whether there is a record or not. Never rejects.
 */
export async function findLoosenings(ask: LooseningsRequest, deps: Deps): Promise<FoundLoosenings> {
  const found = await compareWithBase(ask, deps);
  // On a terminal they stand under the verdict.
  if (deps.workflow.invocation === 'action')
    for (const words of found.uncompared) deps.log.untrusted(words);
  return found;
}

async function compareWithBase(ask: LooseningsRequest, deps: Deps): Promise<FoundLoosenings> {
  const {baseline, missing, plan, inputs} = ask;
  const byBase = isJudgedByBase(inputs, deps.workflow);
  const now = policyRecord(plan.policy, {built: builtImages(plan.images), enforce: inputs.enforce});
  const before = baseline?.record.policy;
  const inEffect = before === undefined ? [] : policyLoosenings(before, now);
  const gaps = before === undefined ? [] : uncomparedSentences(before, now);
  if (before !== undefined && !byBase) return {loosenings: known(inEffect), uncompared: gaps};
  if (!isChange(deps.workflow)) return incomparable(missing);
  const files = await betweenFiles(ask, deps);
  if (!isKnown(files))
    return incomparable(missing, `the base’s policy cannot be read: ${files.unable}`);
  const {loosenings, base} = files.value;
  const found = byBase ? loosenings.map((one) => ({...one, when: 'merged' as const})) : loosenings;
  if (before !== undefined) return {loosenings: known([...inEffect, ...found]), uncompared: gaps};
  const built = await baseImages(ask, base, deps);
  const elsewhere = isKnown(built)
    ? buildLoosenings({built: [...built.value], vex: now.vex}, now)
    : [];
  return {
    loosenings: known([...elsewhere, ...found]),
    uncompared: [
      `The inputs were not compared with the base’s, because ${missing ?? NO_RECORD}.`,
      ...(isKnown(built)
        ? []
        : [`What the base builds was not compared, because ${built.unable}.`]),
    ],
  };
}

const NO_RECORD = 'there is no record of it';

function incomparable(...reasons: readonly (string | undefined)[]): FoundLoosenings {
  const why = reasons.filter((reason) => reason !== undefined).join(', and ');
  if (why === '') return {loosenings: unable(NOTHING_ASKED), uncompared: []};
  const words = `The rules were not compared, because ${why}.`;
  return {loosenings: unable(words), uncompared: [words]};
}

const NOTHING_ASKED = 'There is no baseline whose policy is known.';

interface BetweenFiles {
  readonly loosenings: readonly Loosening[];
  readonly base: CommitFiles;
}

/** From the base's files to those of the checkout; `unable` in words that can follow a colon. */
async function betweenFiles(ask: LooseningsRequest, deps: Deps): Promise<Known<BetweenFiles>> {
  const {repository} = ask.plan;
  const base = await baseFiles({repository, token: ask.inputs.token}, deps);
  if (!isKnown(base)) return base;
  try {
    const before = await written(ask, {...deps, files: {...deps.files, ...base.value}});
    const loosenings = policyLoosenings(before, await written(ask, deps));
    return known({loosenings, base: base.value});
  } catch (error) {
    return unable(errorMessage(error).replace(/\.$/, ''));
  }
}

/** What the files say, without inputs; what they say of images that this run does not have is left out. */
async function written(
  {plan, inputs}: LooseningsRequest,
  deps: Pick<Deps, 'files'>,
): Promise<PolicyRecord> {
  const folders: PolicyFolders = {repository: plan.repository, workdir: plan.workdir};
  const documents = await readPolicyDocuments({...inputs, policy: undefined}, folders, deps);
  const images = [...new Set(plan.images.map(({name}) => name))];
  const {policy} = mergeDocuments(documents, {mirrors: {}, images, partial: true});
  return policyRecord(policy, {built: builtImages(plan.images), enforce: true});
}
