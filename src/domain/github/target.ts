/** Which ref and commit an analysis is of, as GitHub's own uploader says it. Pure. */
import {z} from 'zod';
import {known, unable, type Known} from '../known.ts';

export type Variables = Readonly<Record<string, string>>;

export interface AnalysisTarget {
  readonly owner: string;
  readonly repo: string;
  readonly ref: string;
  readonly commit: string;
}

/** Undefined outside of a workflow run. */
export function parseRepository({
  GITHUB_REPOSITORY: name = '',
}: Variables): {readonly owner: string; readonly repo: string} | undefined {
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(name) ?? [];
  return owner === undefined || repo === undefined ? undefined : {owner, repo};
}

/** What an event is about. */
export interface EventCommits {
  /** GITHUB_SHA: on a pull request the merge commit. */
  readonly sha: string | undefined;
  /** Of a pull request. */
  readonly pullHead?: string | undefined;
}

/** Whether it is what the event is about; any other one was checked out by the workflow's own doing. */
export function isOfEvent(commit: string, {sha, pullHead}: EventCommits): boolean {
  return commit === sha || commit === pullHead;
}

export interface Analysed {
  /** What was built; undefined where it is not known. */
  readonly commit: string | undefined;
  readonly pullHead: string | undefined;
  /** The inputs `ref` and `sha`. */
  readonly asked: RefAndSha | undefined;
}

/**
 * Where a commit belongs: the event's ref, the head's ref of its pull request, or where the workflow's
 * author says. Another one's alerts are neither opened nor closed.
 * @returns `unable`: why it belongs nowhere, in words that can follow a colon
 */
export function analysisTarget(
  env: Variables,
  {commit, pullHead, asked}: Analysed,
): Known<AnalysisTarget> {
  const {GITHUB_REF: ref = '', GITHUB_SHA: sha = ''} = env;
  const at = parseRepository(env);
  if (at === undefined || ref === '' || sha === '') return unable('the run has no ref and commit');
  if (asked !== undefined && commit !== undefined && asked.sha !== commit)
    return unable(`the input sha is ${asked.sha}, and ${commit} was built`);
  if (asked !== undefined) return known({...at, ref: asked.ref, commit: asked.sha});
  if (commit === undefined)
    return unable('it is not known which commit was built; the inputs ref and sha can say it');
  if (commit === sha) return known({...at, ref, commit});
  const pull = /^refs\/pull\/(\d+)\/merge$/.exec(ref)?.[1];
  if (pull !== undefined && commit === pullHead)
    return known({...at, ref: `refs/pull/${pull}/head`, commit});
  return unable(
    `commit ${commit} was built, and the event is about ${sha}; the inputs ref and sha say where it belongs`,
  );
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

/** A place in code scanning, as GitHub's own uploader takes it. */
export interface RefAndSha {
  readonly ref: string;
  readonly sha: string;
}
