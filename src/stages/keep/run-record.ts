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
import {jsonText} from '../../publishers/folder/render.ts';
import type {Supply} from '../scan/supply.ts';
import {NOTHING_KEPT, readKept, type FoundBaseline} from './read-kept.ts';
import {replaceSealed} from '../cache/sealed.ts';
import type {CacheStore} from '../cache/cache-store.ts';

export interface RunRecordRequest {
  readonly cacheStore: CacheStore;
  readonly images: readonly ImageId[];
  readonly supply: Supply;
}

/** The policy, and the images that were asked for; of each image its own record tells the rest. */
export async function leaveRunRecord(
  {root, shelter: cacheStore}: {readonly root: string; readonly shelter: CacheStore},
  {record, identity}: {readonly record: RunRecord; readonly identity: RunIdentity},
  deps: Pick<Deps, 'cleanup' | 'files' | 'runId' | 'secrets'>,
): Promise<void> {
  const folder = folderIn(root);
  const place = `${folder}.new`;
  const from = join(place, RECORD_NAME);
  const document = maskedDocument({...record, images: []}, deps.secrets.mask);
  await deps.files.write(from, jsonText(document));
  await replaceSealed(folder, [{name: RECORD_NAME, from}], deps);
  await deps.files.remove(place);
  const ids = record.policy.built.map(({id}) => id as ImageId);
  await cacheStore.save(folder, runKey(ids, identity).key);
}

/** None where it was about these images too: then theirs are only missing. */
export async function findRunRecord(
  {commit}: {readonly commit: string},
  {cacheStore, images, supply}: RunRecordRequest,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<FoundBaseline> {
  if (cacheStore.root === undefined) return NOTHING_KEPT;
  const folder = folderIn(cacheStore.root);
  const prefix = runPrefix(commit);
  const restored = await cacheStore.restore(folder, {key: prefix, prefixes: [prefix]});
  if (restored === undefined) return NOTHING_KEPT;
  const found = await readKept(
    {folder, of: 'the run', commit},
    {shelter: cacheStore, supply},
    deps,
  );
  const before = found.baseline?.record.policy.built ?? [];
  return before.some(({id}) => images.some((one) => one === id)) ? NOTHING_KEPT : found;
}

function folderIn(root: string): string {
  return join(root, 'run');
}
