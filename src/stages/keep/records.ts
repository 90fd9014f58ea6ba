/** The record of each image: left for the commits that are built on this one, and found by them. */
import {join} from 'node:path';
import {defined} from '../../domain/defined.ts';
import {findParents} from '../../clients/git.ts';
import type {Deps} from '../../deps.ts';
import {attachmentName, type Attachment, type Examined} from '../../domain/examined/examined.ts';
import {isOfEvent} from '../../domain/github/target.ts';
import {baselineCommits, isChange} from '../../domain/keep/event-commits.ts';
import {recordKey, recordPrefix} from '../../domain/keep/keys.ts';
import {toFileName, type ImageId} from '../../domain/image-id.ts';
import {isKnown} from '../../domain/known.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {Notice} from '../../domain/notice.ts';
import {RECORD_NAME, type RunRecord} from '../../domain/record/schema.ts';
import {maskedAttachment, maskedDocument} from '../../domain/report/masked.ts';
import {jsonText} from '../../publishers/folder/render.ts';
import {joinBaselines} from './baseline.ts';
import type {Supply} from '../scan/supply.ts';
import {findAncestor, type FoundAncestor} from './ancestors.ts';
import type {Rights} from '../cache/rights.ts';
import {nothingFound, NOTHING_KEPT, readKept, type FoundBaseline} from './read-kept.ts';
import {findRunRecord, leaveRunRecord} from './run-record.ts';
import {replaceSealed} from '../cache/sealed.ts';
import type {CacheStore} from '../cache/cache-store.ts';

export interface Records {
  readonly cacheStore: CacheStore;
  readonly rights: Promise<Rights>;
}

/** Beside a record: what a comparison needs of the image. */
const BESIDE: readonly Attachment['kind'][] = ['sbom', 'files'];

/** Whatever the verdict: what was built, read and scanned. Gives what the reader is told. Never rejects. */
export async function leaveRecords(
  {cacheStore, rights}: Records,
  {record, images}: {readonly record: RunRecord; readonly images: readonly Examined[]},
  deps: Pick<Deps, 'cleanup' | 'files' | 'runId' | 'secrets' | 'workflow'>,
): Promise<readonly Notice[]> {
  const {root} = cacheStore;
  const {writing} = await rights;
  const {GITHUB_SHA: sha, GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt} = deps.workflow.env;
  const {commit} = record;
  if (root === undefined || !isKnown(writing) || commit === undefined) return [];
  // The one that the run may keep of is that of its working directory.
  if (commit !== sha) return [elsewhereNotice(commit, sha)];
  const identity = {commit, run: run ?? '', attempt: attempt ?? ''};
  await Promise.all([
    leaveRunRecord({root, shelter: cacheStore}, {record, identity}, deps),
    ...images.map(async ({image, scanned}) => {
      const own = record.images.filter(({id}) => id === image.id);
      if (own.length === 0 || !isKnown(scanned.facts)) return;
      const folder = join(root, 'records', toFileName(image.id));
      const {mask} = deps.secrets;
      const place = `${folder}.new`;
      const names = [RECORD_NAME];
      const text = jsonText(maskedDocument({...record, images: own}, mask));
      await deps.files.write(join(place, RECORD_NAME), text);
      for (const attachment of scanned.attachments) {
        if (!BESIDE.includes(attachment.kind)) continue;
        const name = attachmentName(image.id, attachment.kind);
        const beside = maskedAttachment(attachment, mask);
        names.push(name);
        await deps.files.write(join(place, name), 'gzip' in beside ? beside.gzip : beside.text);
      }
      // What was found there is the baseline's.
      const files = names.map((name) => ({name, from: join(place, name)}));
      await replaceSealed(folder, files, deps);
      await deps.files.remove(place);
      await cacheStore.save(folder, recordKey(image.id, identity).key);
    }),
  ]);
  return [];
}

function elsewhereNotice(commit: string, sha: string | undefined): Notice {
  const message = `No record is kept: what was built lies in another checkout, of commit ${commit}, and the event is about ${sha ?? 'none'}. Later runs are compared with an earlier commit’s.`;
  return {from: 'keep', message};
}

export interface RecordsRequest extends Records {
  readonly images: readonly ImageId[];
  readonly checkout: Plan['checkout'];
  readonly supply: Supply;
  readonly token: string | undefined;
}

/**
 * The record of the first commit that has one; for a pull request whose base has none, of the nearest
 * commit before it. Never rejects.
 */
export async function findRecords(ask: RecordsRequest, deps: Deps): Promise<FoundBaseline> {
  const {event, cache} = await ask.rights;
  const {GITHUB_EVENT_NAME: name = '', GITHUB_SHA: sha} = deps.workflow.env;
  const {checkout} = ask;
  if (!isKnown(checkout))
    return nothingFound(`which commit was built is not known: ${checkout.unable}`);
  if (!isKnown(cache)) return nothingFound(`the cache service is not used: ${cache.unable}`);
  const {root, commit: head} = checkout.value;
  const parents = await findParents(deps, root);
  const commits = baselineCommits(name, {event, parents, head, sha});
  const [base] = commits;
  if (base === undefined) return nothingFound(`the event ${name} names no commit before this one`);
  const tries: FoundBaseline[] = [];
  for (const find of [recordsOf, findRunRecord])
    for (const commit of commits) {
      const found = await find({commit}, ask, deps);
      if (found.baseline !== undefined || found.notices.length > 0) return found;
      tries.push(found);
    }
  const isOwn = isOfEvent(head, {sha, pullHead: event.headSha});
  const nothing = tries.find(({missing}) => missing !== undefined) ?? nothingFound(unkept(base));
  if (!isOwn || !isChange(deps.workflow)) return nothing;
  const nearest = await findAncestor({...ask, base: event.baseSha ?? base}, deps);
  if (nearest === undefined) return nothing;
  const found = await (nearest.isRun === true ? findRunRecord : recordsOf)(nearest, ask, deps);
  const {baseline} = found;
  if (baseline !== undefined) return {...found, baseline: {...baseline, back: nearest.back}};
  return {...found, missing: found.missing ?? nothing.missing};
}

function unkept(commit: string): string {
  return `no run has kept a record of the commit ${commit.slice(0, 12)}`;
}

/** A commit, and the image whose record of it is there already. */
type Where = Pick<FoundAncestor, 'commit' | 'restored'>;

/** Without a reason: the commit has none. */
async function recordsOf(where: Where, ask: RecordsRequest, deps: Deps): Promise<FoundBaseline> {
  const found = await Promise.all(ask.images.map((image) => findRecord(image, where, {ask, deps})));
  const baseline = joinBaselines(found.flatMap((one) => one.baseline ?? []));
  const notices = found.flatMap((one) => one.notices);
  const missing = found.find((one) => one.missing !== undefined)?.missing;
  return {baseline, notices, ...defined({missing})};
}

async function findRecord(
  image: ImageId,
  {commit, restored}: Where,
  {ask: {cacheStore, supply}, deps}: {readonly ask: RecordsRequest; readonly deps: Deps},
): Promise<FoundBaseline> {
  if (cacheStore.root === undefined) return NOTHING_KEPT;
  const folder = join(cacheStore.root, 'records', toFileName(image));
  const prefix = recordPrefix(image, commit);
  const isThere =
    image === restored ||
    (await cacheStore.restore(folder, {key: prefix, prefixes: [prefix]})) !== undefined;
  return isThere
    ? readKept({folder, of: String(image), commit}, {shelter: cacheStore, supply}, deps)
    : NOTHING_KEPT;
}
