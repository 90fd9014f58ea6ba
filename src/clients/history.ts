/** What GitHub knows of a repository's past: commits, what a branch holds, and the keys of its cache service. */
import {z} from 'zod';
import {
  requestTyped,
  type GitHubContext,
  type GitHubRepository,
  type ApiResult,
  repositoryParameters,
} from './github.ts';

const commitsSchema = z
  .array(z.object({sha: z.string()}))
  .transform((all) => all.map(({sha}) => sha));
const cachesSchema = z
  .object({actions_caches: z.array(z.object({key: z.string()}))})
  .transform(({actions_caches: all}) => all.map(({key}) => key));

/** That commit and those before it, newest first. */
export function findCommits(
  at: GitHubRepository,
  {sha, most}: {readonly sha: string; readonly most: number},
  asking: GitHubContext,
): Promise<ApiResult<readonly string[]>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/commits',
    parameters: {...repositoryParameters(at), sha, per_page: most},
  };
  const asked = {
    what: 'a look at the commits before the base',
    permission: 'contents: read',
    unseen: 'there is no such commit',
  };
  return requestTyped(ask, {asked, schema: commitsSchema, asking});
}

/** The newest hundred that begin so. */
export function findCacheKeys(
  at: GitHubRepository,
  prefix: string,
  asking: GitHubContext,
): Promise<ApiResult<readonly string[]>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/actions/caches',
    parameters: {
      ...repositoryParameters(at),
      key: prefix,
      per_page: 100,
      sort: 'created_at',
      direction: 'desc',
    },
  };
  const asked = {
    what: 'a look at the caches',
    permission: 'actions: read',
    unseen: 'there are none',
  };
  return requestTyped(ask, {asked, schema: cachesSchema, asking});
}

const comparisonSchema = z.object({status: z.enum(['ahead', 'behind', 'diverged', 'identical'])});

/** Whether the branch has this commit. What is in git's own refs proves nothing: whoever pushes them names them. */
export async function isInBranch(
  at: GitHubRepository,
  {branch, commit}: {readonly branch: string; readonly commit: string},
  asking: GitHubContext,
): Promise<ApiResult<boolean>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    parameters: {...at, basehead: `${branch}...${commit}`, per_page: 1},
  };
  const asked = {
    what: `a look at whether ${branch} has the commit ${commit}`,
    permission: 'contents: read',
    unseen: 'there is no such commit in it',
  };
  const answer = await requestTyped(ask, {asked, schema: comparisonSchema, asking});
  if ('refused' in answer) return answer;
  return {value: ['behind', 'identical'].includes(answer.value.status)};
}
