/** What this run may take from the cache service, and whether it may leave something there. */
import {probeCacheService} from '../../clients/cache-service.ts';
import {readEventText} from '../../clients/event.ts';
import {findDirty, findHead} from '../../clients/git.ts';
import type {Cache, Deps} from '../../deps.ts';
import {parseEvent, type EventDocument} from '../../domain/keep/event.ts';
import {mayKeep} from '../../domain/keep/may-keep.ts';
import {parseRuntimeToken} from '../../domain/keep/runtime-token.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {Notice} from '../../domain/plan.ts';

export interface Rights {
  /** `unable`: why the cache service is not used, in words that can follow a colon. */
  readonly cache: Known<Cache>;
  /** `unable`: why nothing is left there. */
  readonly writing: Known<undefined>;
  /** What the rules allow, and the token does not. */
  readonly isDenied: boolean;
  readonly event: EventDocument;
}

export interface RightsAsk {
  readonly workdir: string;
  /** How long the service is waited for. */
  readonly cacheTimeoutSeconds: number;
}

/** Never rejects. The service is asked once, for all who use it. */
export async function findRights(
  {workdir, cacheTimeoutSeconds}: RightsAsk,
  deps: Deps,
): Promise<Rights> {
  const {env} = deps.workflow;
  const event = parseEvent(await readEventText(deps));
  const cache = await usable(cacheTimeoutSeconds, deps);
  if (!isKnown(cache)) return {cache, writing: cache, isDenied: false, event};
  const rule = mayKeep({
    event: env['GITHUB_EVENT_NAME'],
    ref: env['GITHUB_REF'],
    defaultBranch: event.defaultBranch,
    sha: env['GITHUB_SHA'],
    head: await findHead(deps, workdir),
    dirty: await findDirty(deps, workdir),
  });
  const token = rightsOf(deps);
  const isDenied = isKnown(token) && !token.value.canWrite && isKnown(rule);
  const writing = isDenied ? unable('the runtime token gives no right to write caches') : rule;
  return {cache, writing, isDenied, event};
}

async function usable(patienceSeconds: number, deps: Deps): Promise<Known<Cache>> {
  if (deps.cache === undefined) return unable('this job has no runtime token');
  const token = rightsOf(deps);
  if (!isKnown(token)) return token;
  const failure = await probeCacheService(patienceSeconds, deps);
  return failure === undefined ? known(deps.cache) : unable(failure);
}

/** What the reader is told of it: one sentence at the most. */
export async function rightsNotices(
  rights: Promise<Rights>,
  {workflow, cache}: Deps,
): Promise<readonly Notice[]> {
  const {ACTIONS_RESULTS_URL: two = '', ACTIONS_CACHE_URL: one = ''} = workflow.env;
  const isService = workflow.door === 'action' && (one !== '' || two !== '');
  if (!isService) return [];
  const found = await rights;
  if (!isKnown(found.cache))
    return [
      notice(
        `is not used: ${found.cache.unable}. Nothing of earlier runs is used, and nothing is left for later ones`,
      ),
    ];
  return cache !== undefined && found.isDenied
    ? [
        notice(
          'is only read: the runtime token gives no right to write, so that nothing is left for later runs',
        ),
      ]
    : [];
}

function notice(words: string): Notice {
  return {from: 'cache', message: `The cache service of GitHub Actions ${words}.`};
}

function rightsOf({workflow, clock}: Deps): ReturnType<typeof parseRuntimeToken> {
  return parseRuntimeToken(workflow.env['ACTIONS_RUNTIME_TOKEN'] ?? '', clock.now());
}
