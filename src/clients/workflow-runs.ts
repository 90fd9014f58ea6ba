/** Runs of workflows, what they have left, and the pull requests that they were of: GitHub's REST API as typed calls. */
import {z} from 'zod';
import type {Deps} from '../deps.ts';
import {isTransientError} from '../domain/retry.ts';
import {errorMessage, ToolError} from '../errors.ts';
import {readAll} from './pull-response.ts';
import {
  requestTyped,
  type GitHubContext,
  type RetriedRequest,
  type TypedRequest,
  type GitHubRepository,
  repositoryParameters,
} from './github.ts';

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const repository = z.object({
  id: z.int().optional(),
  full_name: z.string(),
  owner: z.object({login: z.string()}),
});

const runSchema = z.object({
  event: z.string(),
  run_attempt: z.int().positive().nullish(),
  /** Whose workflow it is. */
  repository: z.object({id: z.int().optional()}).nullish(),
  head_sha: sha,
  head_branch: z.string().nullish(),
  /** Null when it was deleted. */
  head_repository: repository.nullish(),
  actor: z.object({login: z.string()}).nullish(),
  /** Empty for a fork's. */
  pull_requests: z.array(z.object({number: z.int().positive()})).nullish(),
});
export type WorkflowRun = z.infer<typeof runSchema>;

const pullsSchema = z.array(
  z.object({
    number: z.int().positive(),
    head: z.object({
      sha,
      repo: z.object({id: z.int().optional(), full_name: z.string()}).nullish(),
    }),
  }),
);
export type PullRequest = z.infer<typeof pullsSchema>[number];

const artifactsSchema = z.object({
  artifacts: z.array(
    z.object({
      id: z.int().positive(),
      name: z.string(),
      size_in_bytes: z.int().nonnegative(),
      expired: z.boolean(),
    }),
  ),
});
export type RunArtifact = z.infer<typeof artifactsSchema>['artifacts'][number];

const PAGE = 100;
const MOST_PAGES = 10;
const DOWNLOAD_SECONDS = 300;

/** @throws {ToolError} when GitHub does not tell */
export function readRun(
  at: GitHubRepository,
  runId: string,
  asking: GitHubContext,
): Promise<WorkflowRun> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    parameters: {...repositoryParameters(at), run_id: runId},
  };
  const asked = {
    what: `a look at the workflow run ${runId}`,
    permission: 'actions: read',
    unseen: 'there is no such run',
  };
  return read(ask, {asked, schema: runSchema, asking});
}

/** Open ones with this head, which may be in a fork. @throws {ToolError} */
export function listPulls(
  at: GitHubRepository,
  head: {readonly owner: string; readonly branch: string},
  asking: GitHubContext,
): Promise<readonly PullRequest[]> {
  const asked = {
    what: 'a look at the pull requests',
    permission: 'pull-requests: write',
    unseen: 'there is none',
  };
  const wanted = {state: 'open', head: `${head.owner}:${head.branch}`};
  return readPages(async (pages) => {
    const parameters = {...repositoryParameters(at), ...wanted, ...pages};
    const ask = {route: 'GET /repos/{owner}/{repo}/pulls', parameters};
    return read(ask, {asked, schema: pullsSchema, asking});
  });
}

/** @throws {ToolError} */
export function listArtifacts(
  at: GitHubRepository,
  runId: string,
  asking: GitHubContext,
): Promise<readonly RunArtifact[]> {
  const asked = {
    what: 'a look at the artifacts of the run',
    permission: 'actions: read',
    unseen: 'the run is gone',
  };
  return readPages(async (pages) => {
    const ask = {
      route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
      parameters: {...repositoryParameters(at), run_id: runId, ...pages},
    };
    return (await read(ask, {asked, schema: artifactsSchema, asking})).artifacts;
  });
}

async function readPages<T>(
  readPage: (pages: {readonly per_page: number; readonly page: number}) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const some = await readPage({per_page: PAGE, page});
    all.push(...some);
    if (some.length < PAGE) break;
  }
  return all;
}

export interface Download {
  readonly id: number;
  readonly token: string;
  /** More is refused. */
  readonly mostBytes: number;
}

export interface Downloading extends Pick<Deps, 'http' | 'workflow'> {
  readonly asking: GitHubContext;
}

/**
 * A zip. The token goes to GitHub's API alone, which redirects to where it lies. A connection that is cut, and
 * a server that has trouble, are asked again.
 * @throws {ToolError}
 */
export async function downloadArtifact(
  at: GitHubRepository,
  download: Download,
  {asking: {retryPolicy, deps}, http, workflow}: Downloading,
): Promise<Buffer> {
  for (const pause of [...retryPolicy.pauses, undefined]) {
    try {
      return await downloadOnce(at, download, {http, workflow});
    } catch (cause) {
      const isLast = pause === undefined || deps.signal.aborted || !isTransientError(cause);
      if (isLast || (cause instanceof Refusal && cause.status < 500))
        throw new ToolError('github', notGiven(download.id, cause), {cause});
      await deps.clock.sleep(pause, deps.signal);
    }
  }
  throw new ToolError('github', notGiven(download.id, undefined));
}

/** An answer that holds no artifact. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`it answered ${status}`);
    this.status = status;
  }
}

const UNSEEN = [401, 403, 404];

function notGiven(id: number, cause: unknown): string {
  const isUnseen = cause instanceof Refusal && UNSEEN.includes(cause.status);
  const advice = isUnseen ? ' Give the job permissions: actions: read.' : '';
  return `GitHub did not give the artifact ${id}: ${errorMessage(cause)}.${advice}`;
}

async function downloadOnce(
  {owner, repo}: GitHubRepository,
  {id, token, mostBytes}: Download,
  {http, workflow}: Pick<Deps, 'http' | 'workflow'>,
): Promise<Buffer> {
  const api = workflow.env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const url = `${api}/repos/${owner}/${repo}/actions/artifacts/${id}/zip`;
  const headers = {authorization: `Bearer ${token}`, accept: 'application/vnd.github+json'};
  const {status, body} = await http.get({url, headers, deadlineSeconds: DOWNLOAD_SECONDS});
  if (status === 200) return readAll(body, mostBytes);
  body.destroy();
  throw new Refusal(status);
}

async function read<T>(ask: RetriedRequest, reading: TypedRequest<T>): Promise<T> {
  const answer = await requestTyped(ask, reading);
  if ('refused' in answer) throw new ToolError('github', answer.refused);
  return answer.value;
}
