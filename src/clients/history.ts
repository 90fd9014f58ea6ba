/** What GitHub knows of a repository's past: commits, and the keys of its cache service. */
import {z} from 'zod';
import {isKnown, known, unable, type Known} from '../domain/known.ts';
import {askPatiently, type Asking, type Repository} from './github.ts';

const commitsSchema = z.array(z.object({sha: z.string()}));
const cachesSchema = z.object({actions_caches: z.array(z.object({key: z.string()}))});

/** That commit and those before it, newest first (`contents: read`). */
export function findCommits(
  at: Repository,
  {sha, most}: {readonly sha: string; readonly most: number},
  asking: Asking,
): Promise<Known<readonly string[]>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/commits',
    parameters: {...at, sha, per_page: most},
  };
  return answered(ask, asking, (data) => commitsSchema.parse(data).map((one) => one.sha));
}

/** The newest hundred that begin so (`actions: read`). */
export function findCacheKeys(
  at: Repository,
  prefix: string,
  asking: Asking,
): Promise<Known<readonly string[]>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/actions/caches',
    parameters: {...at, key: prefix, per_page: 100, sort: 'created_at', direction: 'desc'},
  };
  return answered(ask, asking, (data) =>
    cachesSchema.parse(data).actions_caches.map(({key}) => key),
  );
}

async function answered<T>(
  ask: Parameters<typeof askPatiently>[0],
  asking: Asking,
  read: (data: unknown) => T,
): Promise<Known<T>> {
  const answer = await askPatiently(ask, asking);
  if (!isKnown(answer)) return answer;
  if (answer.value.status !== 200) return unable(`status ${answer.value.status}`);
  try {
    return known(read(answer.value.data));
  } catch {
    return unable('its answer is not what it should be');
  }
}
