/** Which comments of a pull request are ours. On doubt one is somebody else's, and is left alone. */
import {
  listComments,
  readStanding,
  type Comment,
  type PullRequestRef,
} from '../../clients/comments.ts';
import type {GitHubContext, ApiResult} from '../../clients/github.ts';
import {readRun, type WorkflowRun} from '../../clients/workflow-runs.ts';
import type {MadeBy} from '../../domain/comment/made-by.ts';
import {parseOwnComment} from '../../domain/comment/own-comment.ts';
import {repositoryKey} from '../../domain/github/target.ts';
import {ToolError} from '../../errors.ts';

/** GraphQL takes no more names at once. */
const AT_ONCE = 100;
/** Each costs an ask: who makes another action post hundreds does not use up the token's limit. */
const MOST_RUNS = 20;

export interface CommentQuery {
  readonly at: PullRequestRef;
  readonly key: string | undefined;
  /** The run that judged. */
  readonly madeBy?: MadeBy | undefined;
}

export interface CommentSearchContext {
  readonly asking: GitHubContext;
  /** GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  readonly runs: WorkflowRunLookup;
}

export interface OwnComment extends Comment {
  readonly madeBy: MadeBy;
  /** GitHub knows the run that it tells of, for the same pull request. */
  readonly isKnownRun: boolean;
}

/** What GitHub says of a run, asked once; undefined: it says nothing. */
export type WorkflowRunLookup = (run: number) => Promise<WorkflowRun | undefined>;

export function workflowRunLookup(at: PullRequestRef, asking: GitHubContext): WorkflowRunLookup {
  const asked = new Map<number, Promise<WorkflowRun | undefined>>();
  return (run) => {
    const found = asked.get(run) ?? readOrNot(at, run, asking);
    asked.set(run, found);
    return found;
  };
}

async function readOrNot(
  at: PullRequestRef,
  run: number,
  asking: GitHubContext,
): Promise<WorkflowRun | undefined> {
  try {
    return await readRun(at, String(run), asking);
  } catch (error) {
    if (error instanceof ToolError) return undefined;
    throw error;
  }
}

/** The oldest first. What somebody has hidden is left alone. */
export async function findOwnComments(
  {at, key, madeBy}: CommentQuery,
  {asking, graphqlUrl, runs}: CommentSearchContext,
): Promise<ApiResult<readonly OwnComment[]>> {
  const all = await listComments(at, asking);
  if ('refused' in all) return all;
  const alike = all.value.flatMap((comment) => {
    const told = parseOwnComment(comment.body, key);
    return told === undefined ? [] : [{...comment, madeBy: told}];
  });
  const standing = await bySameHand(alike, graphqlUrl, asking);
  if ('refused' in standing) return standing;
  if (standing.value.length === 0) return {value: []};
  const own = madeBy === undefined ? undefined : await runs(madeBy.run);
  // Without `actions: read` nothing is known of any run, and a new comment each time would be worse than the doubt.
  if (own === undefined) return {value: standing.value.map((one) => ({...one, isKnownRun: false}))};
  const ours: OwnComment[] = [];
  for (const one of standing.value.slice(0, MOST_RUNS)) {
    const run = await runs(one.madeBy.run);
    if (run !== undefined && hasMade(one.madeBy, run, at) && isOfPull(run, own, at.number))
      ours.push({...one, isKnownRun: true});
  }
  return {value: ours};
}

async function bySameHand<T extends Comment>(
  alike: readonly T[],
  graphqlUrl: string,
  asking: GitHubContext,
): Promise<ApiResult<readonly T[]>> {
  const same: T[] = [];
  for (let from = 0; from < alike.length; from += AT_ONCE) {
    const some = alike.slice(from, from + AT_ONCE);
    const standing = await readStanding(
      some.map(({node}) => node),
      graphqlUrl,
      asking,
    );
    if ('refused' in standing) return standing;
    const {login, shown} = standing.value;
    same.push(
      ...some.filter(
        (one) =>
          one.login === login && one.isBot === login.endsWith('[bot]') && shown.has(one.node),
      ),
    );
  }
  return {value: same};
}

/** The gate's own word is never that of a fork's run, whose token writes no comment. */
function hasMade({attempt, told}: MadeBy, run: WorkflowRun, at: PullRequestRef): boolean {
  const own = repositoryKey({id: run.repository?.id, full_name: `${at.owner}/${at.repo}`});
  const isFork = repositoryKey(run.head_repository ?? {}) !== own;
  return attempt <= (run.run_attempt ?? 1) && !(isFork && told?.by === 'gate');
}

/** GitHub names the pull request of a run, but for a fork's: then it is the same branch of the same repository. */
function isOfPull(run: WorkflowRun, own: WorkflowRun, number: number): boolean {
  if (run.event !== own.event) return false;
  const named = run.pull_requests ?? [];
  if (named.length > 0) return named.some((pull) => pull.number === number);
  const [one, other] = [run, own].map(({head_repository: repository, head_branch: branch}) =>
    repository === undefined || repository === null || (branch ?? '') === ''
      ? ''
      : `${repositoryKey(repository)} ${branch ?? ''}`,
  );
  return one !== '' && one === other;
}
