/** What this run may take from the cache service, and whether it may leave something there. */
import {probeCacheService} from '../../clients/cache-service.ts';
import {readEventText} from '../../clients/event.ts';
import {findDirty, findHead} from '../../clients/git.ts';
import type {Cache, Deps} from '../../deps.ts';
import {isInJob, parseEvent, type EventDocument} from '../../domain/keep/event-commits.ts';
import {isMeantToKeep, isOfItsCommit} from '../../domain/keep/may-keep.ts';
import {parseRuntimeToken} from '../../domain/keep/runtime-token.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {Notice} from '../../domain/notice.ts';

export interface Rights {
  /** `unable`: why the cache service is not used, in words that can follow a colon. */
  readonly cache: Known<Cache>;
  /** `unable`: why nothing is left there. */
  readonly writing: Known<undefined>;
  /** Why nothing is left there although such a run is meant to; in words that can follow a colon. */
  readonly missed?: string;
  /** `unable`: why nothing is left on this machine either, but what is held to a digest from elsewhere. */
  readonly keeping: Known<undefined>;
  readonly event: EventDocument;
}

export interface RightsRequest {
  readonly workdir: string;
  /** How long the service is waited for. */
  readonly cacheTimeoutSeconds: number;
}

/** Never rejects. The service is asked once, for all who use it. */
export async function findRights(
  {workdir, cacheTimeoutSeconds}: RightsRequest,
  deps: Deps,
): Promise<Rights> {
  const {env} = deps.workflow;
  const event = parseEvent(await readEventText(deps));
  const cache = await usable(cacheTimeoutSeconds, deps);
  const meant = isMeantToKeep({
    event: env['GITHUB_EVENT_NAME'],
    ref: env['GITHUB_REF'],
    defaultBranch: event.defaultBranch,
  });
  const rule = isKnown(meant) ? await ofItsCommit(workdir, deps) : meant;
  const keeping = isInJob(deps.workflow) ? rule : known(undefined);
  if (!isKnown(cache)) return {cache, writing: cache, keeping, event};
  const writing = withToken(rule, deps);
  const isMissed = isKnown(meant) && !isKnown(writing);
  return {cache, writing, keeping, event, ...(isMissed ? {missed: writing.unable} : {})};
}

async function ofItsCommit(workdir: string, deps: Deps): Promise<Known<undefined>> {
  return isOfItsCommit({
    sha: deps.workflow.env['GITHUB_SHA'],
    head: await findHead(deps, workdir),
    dirty: await findDirty(deps, workdir),
  });
}

function withToken(
  rule: Known<undefined>,
  deps: Pick<Deps, 'clock' | 'workflow'>,
): Known<undefined> {
  const token = rightsOf(deps);
  return isKnown(rule) && isKnown(token) && !token.value.canWrite
    ? unable('the runtime token gives no right to write')
    : rule;
}

async function usable(
  patienceSeconds: number,
  deps: Pick<Deps, 'cache' | 'clock' | 'http' | 'workflow'>,
): Promise<Known<Cache>> {
  if (deps.cache === undefined) return unable('this job has no runtime token');
  const token = rightsOf(deps);
  if (!isKnown(token)) return token;
  const failure = await probeCacheService(patienceSeconds, deps);
  return failure === undefined ? known(deps.cache) : unable(failure);
}

/** What the reader is told of it: one sentence at the most. */
export async function rightsNotices(
  rights: Promise<Rights>,
  {workflow, cache}: Pick<Deps, 'cache' | 'workflow'>,
): Promise<readonly Notice[]> {
  const {ACTIONS_RESULTS_URL: two = '', ACTIONS_CACHE_URL: one = ''} = workflow.env;
  const isService = workflow.invocation === 'action' && (one !== '' || two !== '');
  if (!isService) return [];
  const found = await rights;
  if (!isKnown(found.cache))
    return [
      notice(
        `is not used: ${found.cache.unable}. Nothing of earlier runs is used, and nothing is left for later ones`,
      ),
    ];
  return cache === undefined || found.missed === undefined
    ? []
    : [notice(`is only read: ${found.missed}. Nothing is left for later runs`)];
}

function notice(words: string): Notice {
  return {from: 'cache', message: `The cache service of GitHub Actions ${words}.`};
}

function rightsOf({
  workflow,
  clock,
}: Pick<Deps, 'clock' | 'workflow'>): ReturnType<typeof parseRuntimeToken> {
  return parseRuntimeToken(workflow.env['ACTIONS_RUNTIME_TOKEN'] ?? '', clock.now());
}
