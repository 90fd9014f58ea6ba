/** Which ref and commit an analysis is of, as GitHub's own uploader says it. Pure. */
import {z} from 'zod';

export type Variables = Readonly<Record<string, string>>;

export interface AnalysisTarget {
  readonly owner: string;
  readonly repo: string;
  readonly ref: string;
  readonly commit: string;
}

/** Undefined outside of a workflow run. */
export function repositoryOf({
  GITHUB_REPOSITORY: name = '',
}: Variables): {readonly owner: string; readonly repo: string} | undefined {
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(name) ?? [];
  return owner === undefined || repo === undefined ? undefined : {owner, repo};
}

/**
 * Undefined outside of a workflow run. On a pull request GITHUB_SHA is the merge commit; where something
 * else is checked out, it is the head's ref at that commit. Push, schedule, merge group and tags have
 * theirs in GITHUB_REF.
 *
 * @param head the commit that is checked out; undefined where git cannot tell
 */
export function analysisTarget(
  env: Variables,
  head: string | undefined,
): AnalysisTarget | undefined {
  const {GITHUB_REF: ref = '', GITHUB_SHA: sha = ''} = env;
  const at = repositoryOf(env);
  if (at === undefined || ref === '' || sha === '') return undefined;
  const commit = head ?? sha;
  const pull = /^refs\/pull\/(\d+)\/merge$/.exec(ref)?.[1];
  const isOther = pull !== undefined && commit !== sha;
  return {...at, ref: isOther ? `refs/pull/${pull}/head` : ref, commit};
}

const repoSchema = z.object({id: z.int().optional(), full_name: z.string().optional()}).nullish();
const eventSchema = z.object({
  pull_request: z
    .object({head: z.object({repo: repoSchema}), base: z.object({repo: repoSchema}).optional()})
    .nullish(),
});

/** A repository that was renamed is the same one: its id says so, and its name only where there is no id. */
export function repositoryKey({
  id,
  full_name: name = '',
}: {
  readonly id?: number | undefined;
  readonly full_name?: string | undefined;
}): string {
  return id === undefined ? name : String(id);
}

/** A fork's pull request, or Dependabot: the token mostly reads only, and GitHub may take SARIF even so. */
export function isReadOnlyRun(env: Variables, event: unknown): boolean {
  return env['GITHUB_ACTOR'] === 'dependabot[bot]' || isForkRun(env, event);
}

/** A fork's pull request: its token reads only, whatever the workflow grants. */
export function isForkRun(env: Variables, event: unknown): boolean {
  const pull = eventSchema.safeParse(event).data?.pull_request;
  if (pull === undefined || pull === null) return false;
  const {head, base} = pull;
  if (head.repo === undefined || head.repo === null) return true;
  const own = base?.repo ?? {full_name: env['GITHUB_REPOSITORY']};
  return repositoryKey(head.repo) !== repositoryKey(own);
}

/** On GitHub's own servers; GitHub Enterprise Server has another kind, which @actions/artifact refuses. */
export function hasArtifacts({GITHUB_SERVER_URL: url}: Variables): boolean {
  const host = url === undefined || url === '' ? 'github.com' : (URL.parse(url)?.hostname ?? '');
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost');
}
