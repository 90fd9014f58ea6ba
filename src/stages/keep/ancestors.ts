/** Where a pull request's base has no record: the nearest commit before it that has one. */
import {join} from 'node:path';
import {findCacheKeys, findCommits} from '../../clients/history.ts';
import {RETRY_POLICY, type GitHubContext} from '../../clients/github.ts';
import type {Deps} from '../../deps.ts';
import {parseRepository} from '../../domain/github/target.ts';
import {toFileName, type ImageId} from '../../domain/image-id.ts';
import {MOST_ANCESTORS} from '../../domain/keep/event-commits.ts';
import {RECORDS, recordPrefix, RUNS} from '../../domain/keep/keys.ts';
import {nearestKept, nearestRun, type Ancestor} from '../../domain/keep/nearest.ts';
import type {CacheStore} from '../cache/cache-store.ts';

export interface AncestorsRequest {
  readonly base: string;
  readonly images: readonly ImageId[];
  readonly token: string | undefined;
  readonly cacheStore: CacheStore;
}

export interface FoundAncestor extends Ancestor {
  /** The image by whose record it was found: that lies in its folder already. */
  readonly restored?: ImageId;
  /** It has none of the images, and a run of it has kept what it was about. */
  readonly isRun?: true;
}

/** Undefined where there is none, or nobody can tell. */
export async function findAncestor(
  ask: AncestorsRequest,
  deps: Pick<Deps, 'clock' | 'github' | 'signal' | 'workflow'>,
): Promise<FoundAncestor | undefined> {
  const {base: sha, images, token} = ask;
  const at = parseRepository(deps.workflow.env);
  if (at === undefined || token === undefined) return undefined;
  const asking: GitHubContext = {github: deps.github(token), retryPolicy: ONCE, deps};
  const commits = await findCommits(at, {sha, most: MOST_ANCESTORS}, asking);
  if ('refused' in commits) return undefined;
  const keys = await findCacheKeys(at, RECORDS, asking);
  if ('refused' in keys) return tryOut(commits.value, ask);
  const kept = nearestKept(commits.value, {keys: keys.value, images});
  if (kept !== undefined) return kept;
  const runs = await findCacheKeys(at, RUNS, asking);
  const run = 'refused' in runs ? undefined : nearestRun(commits.value, runs.value);
  return run && {...run, isRun: true};
}

/** A baseline is worth one try: the run waits for it. */
const ONCE = {...RETRY_POLICY, askSeconds: 10, pauses: []};

/** With its own key the service takes ten a restore. */
const PREFIXES = 9;
const MOST_RESTORES = 5;

/** Without the list of keys: the service itself is asked which of them it has. */
async function tryOut(
  commits: readonly string[],
  {images: [image], cacheStore}: AncestorsRequest,
): Promise<FoundAncestor | undefined> {
  if (image === undefined || cacheStore.root === undefined) return undefined;
  const folder = join(cacheStore.root, 'records', toFileName(image));
  for (let at = 0; at < Math.min(commits.length, MOST_RESTORES * PREFIXES); at += PREFIXES) {
    const prefixes = commits.slice(at, at + PREFIXES).map((commit) => recordPrefix(image, commit));
    const [key = ''] = prefixes;
    const found = await cacheStore.restore(folder, {key, prefixes});
    const kept = found === undefined ? [] : [found];
    const nearest = nearestKept(commits, {keys: kept, images: [image]});
    if (nearest !== undefined) return {...nearest, restored: image};
  }
  return undefined;
}
