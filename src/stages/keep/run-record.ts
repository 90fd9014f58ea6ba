/**
 * What a run was about, left under its commit alone: a change that renames all images, and so finds none of
 * their records, is still held against what was built and judged before it.
 */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {runKey, runPrefix, type RunIdentity} from '../../domain/keep/keys.ts';
import type {ImageId} from '../../domain/image-id.ts';
import {maskedDocument} from '../../domain/report/masked.ts';
import {RECORD_NAME, type RunRecord} from '../../domain/record/schema.ts';
import {messageOf} from '../../errors.ts';
import {jsonText} from '../../publishers/folder/render.ts';
import {readBaseline} from '../baseline.ts';
import type {Supply} from '../scan/supply.ts';
import type {FoundBaseline} from './records.ts';
import {replaceSealed} from './sealed.ts';
import type {Shelter} from './shelter.ts';

export interface RunRecordAsk {
  readonly shelter: Shelter;
  readonly images: readonly ImageId[];
  readonly supply: Supply;
}

/** The policy, and the images that were asked for; of each image its own record tells the rest. */
export async function leaveRunRecord(
  {root, shelter}: {readonly root: string; readonly shelter: Shelter},
  {record, identity}: {readonly record: RunRecord; readonly identity: RunIdentity},
  deps: Deps,
): Promise<void> {
  const folder = folderIn(root);
  const place = `${folder}.new`;
  const from = join(place, RECORD_NAME);
  const document = maskedDocument({...record, images: []}, deps.secrets.mask);
  await deps.files.write(from, jsonText(document));
  await replaceSealed(folder, [{name: RECORD_NAME, from}], deps);
  await deps.files.remove(place);
  const ids = record.policy.built.map(({id}) => id as ImageId);
  await shelter.save(folder, runKey(ids, identity).key);
}

/** Undefined where there is none, and where it was about these images too: then theirs are only missing. */
export async function findRunRecord(
  commit: string,
  {shelter, images, supply}: RunRecordAsk,
  deps: Deps,
): Promise<FoundBaseline | undefined> {
  if (shelter.root === undefined) return undefined;
  const folder = folderIn(shelter.root);
  const prefix = runPrefix(commit);
  const restored = await shelter.restore(folder, {key: prefix, prefixes: [prefix]});
  if (restored === undefined || (await shelter.open(folder)).state !== 'whole') return undefined;
  try {
    const baseline = await readBaseline(folder, supply, deps);
    const isOfThese = baseline.record.policy.built.some(({id}) => images.some((one) => one === id));
    return isOfThese ? undefined : {baseline, notices: []};
  } catch (error) {
    const words = `The record of the run of commit ${commit.slice(0, 12)} is not used: ${messageOf(error)}`;
    return {baseline: undefined, notices: [{from: 'baseline', message: words}]};
  }
}

function folderIn(root: string): string {
  return join(root, 'run');
}
