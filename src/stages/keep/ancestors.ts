/** Where a pull request's base has no record: the nearest commit before it that has one. */
import {join} from 'node:path';
import {findCacheKeys, findCommits} from '../../clients/history.ts';
import {PATIENCE, type Asking} from '../../clients/github.ts';
import type {Deps} from '../../deps.ts';
import {repositoryOf} from '../../domain/github/target.ts';
import {fileNameOf, type ImageId} from '../../domain/image-id.ts';
import {MOST_ANCESTORS} from '../../domain/keep/event.ts';
import {RECORDS, recordPrefix, RUNS} from '../../domain/keep/keys.ts';
import {nearestKept, nearestRun, type Ancestor} from '../../domain/keep/nearest.ts';
import type {Shelter} from '../cache/shelter.ts';

export interface AncestorsAsk {
  readonly base: string;
  readonly images: readonly ImageId[];
  readonly token: string | undefined;
  readonly shelter: Shelter;
}

export interface FoundAncestor extends Ancestor {
  /** The image by whose record it was found: that lies in its folder already. */
  readonly restored?: ImageId;
  /** It has none of the images, and a run of it has kept what it was about. */
  readonly isRun?: true;
}

/** Undefined where there is none, or nobody can tell. */
export async function findAncestor(
  ask: AncestorsAsk,
  deps: Deps,
): Promise<FoundAncestor | undefined> {
  const {base: sha, images, token} = ask;
  const at = repositoryOf(deps.workflow.env);
  if (at === undefined || token === undefined) return undefined;
  const asking: Asking = {github: deps.github(token), patience: ONCE, deps};
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
const ONCE = {...PATIENCE, askSeconds: 10, pauses: []};

/** With its own key the service takes ten a restore. */
const PREFIXES = 9;
const MOST_RESTORES = 5;

/** Without the list of keys: the service itself is asked which of them it has. */
async function tryOut(
  commits: readonly string[],
  {images: [image], shelter}: AncestorsAsk,
): Promise<FoundAncestor | undefined> {
  if (image === undefined || shelter.root === undefined) return undefined;
  const folder = join(shelter.root, 'records', fileNameOf(image));
  for (let at = 0; at < Math.min(commits.length, MOST_RESTORES * PREFIXES); at += PREFIXES) {
    const prefixes = commits.slice(at, at + PREFIXES).map((commit) => recordPrefix(image, commit));
    const [key = ''] = prefixes;
    const found = await shelter.restore(folder, {key, prefixes});
    const kept = found === undefined ? [] : [found];
    const nearest = nearestKept(commits, {keys: kept, images: [image]});
    if (nearest !== undefined) return {...nearest, restored: image};
  }
  return undefined;
}
