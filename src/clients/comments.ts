/** The comments of a pull request as typed calls. Every refusal is one sentence. */
import {z} from 'zod';
import type {RequestPurpose} from '../domain/github/refusal.ts';
import {truncate} from '../domain/text/truncate.ts';
import {plainLine} from '../domain/text/plain-text.ts';
import {
  requestWithRetry,
  toApiResult,
  type GitHubContext,
  type RetriedRequest,
  type TypedRequest,
  type GitHubRepository,
  type ApiResult,
  repositoryParameters,
} from './github.ts';

export interface PullRequestRef extends GitHubRepository {
  readonly number: number;
}

export interface Comment {
  readonly id: number;
  /** Its name in GraphQL. */
  readonly node: string;
  readonly body: string;
  readonly login: string;
  readonly isBot: boolean;
}

const WRITING: Omit<RequestPurpose, 'what'> = {
  permission: 'pull-requests: write',
  unseen: 'the pull request or the comment is gone',
};
const READING: RequestPurpose = {
  what: 'a look at the comments of the pull request',
  permission: 'pull-requests: write',
  unseen: 'the pull request is gone',
};

const PAGE = 100;
/** GitHub keeps 2,500 comments of a pull request at the most. */
const MOST_PAGES = 26;

const commentSchema = z.object({
  id: z.int(),
  node_id: z.string(),
  body: z.string().nullish(),
  user: z.object({login: z.string(), type: z.string()}).nullish(),
});

/** All of them, the oldest first. */
export async function listComments(
  {number, ...at}: PullRequestRef,
  asking: GitHubContext,
): Promise<ApiResult<readonly Comment[]>> {
  const all: Comment[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const ask = {
      route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      parameters: {...repositoryParameters(at), issue_number: number, per_page: PAGE, page},
    };
    const answer = toApiResult(await requestWithRetry(ask, asking), READING);
    if ('refused' in answer) return answer;
    const parsed = z.array(commentSchema).safeParse(answer.value.data);
    if (!parsed.success) return {refused: unknownAnswer(READING)};
    all.push(...parsed.data.map(toComment));
    if (parsed.data.length < PAGE) break;
  }
  return {value: all};
}

function toComment({id, node_id: node, body, user}: z.infer<typeof commentSchema>): Comment {
  return {id, node, body: body ?? '', login: user?.login ?? '', isBot: user?.type === 'Bot'};
}

/** Whose the token is, and which of these comments somebody has hidden. */
export interface CommentVisibility {
  readonly login: string;
  /** Names in GraphQL of those that are there and shown. */
  readonly shown: ReadonlySet<string>;
}

/** REST tells neither whose a token of an app is, nor what is hidden. */
const STANDING =
  'query ($ids: [ID!]!) { viewer { login } nodes(ids: $ids) { ... on IssueComment { id isMinimized } } }';

const standingSchema = z.object({
  data: z.object({
    viewer: z.object({login: z.string()}),
    nodes: z.array(z.object({id: z.string(), isMinimized: z.boolean()}).partial().nullable()),
  }),
});
const problemSchema = z.object({errors: z.array(z.object({message: z.string()})).min(1)});

/**
 * @param nodes a hundred at the most
 * @param graphqlUrl GITHUB_GRAPHQL_URL: on GitHub Enterprise Server it lies beside the REST API
 */
export async function readStanding(
  nodes: readonly string[],
  graphqlUrl: string,
  asking: GitHubContext,
): Promise<ApiResult<CommentVisibility>> {
  const ask = {query: STANDING, variables: {ids: nodes}};
  const reading = {asked: READING, schema: standingSchema, asking};
  const answer = await askGraphql(ask, graphqlUrl, reading);
  if ('refused' in answer) return answer;
  const {viewer, nodes: found} = answer.value.data;
  const shown = found.flatMap((node) =>
    node?.id !== undefined && node.isMinimized === false ? [node.id] : [],
  );
  return {value: {login: viewer.login, shown: new Set(shown)}};
}

interface GraphqlAsk {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** It says no with status 200. */
async function askGraphql<T>(
  ask: GraphqlAsk,
  graphqlUrl: string,
  {asked, schema, asking}: TypedRequest<T>,
): Promise<ApiResult<T>> {
  const parameters = {...ask};
  const answer = toApiResult(
    await requestWithRetry({route: `POST ${graphqlUrl}`, parameters}, asking),
    asked,
  );
  if ('refused' in answer) return answer;
  const parsed = schema.safeParse(answer.value.data);
  return parsed.success
    ? {value: parsed.data}
    : {refused: graphqlRefusal(answer.value.data, asked)};
}

function graphqlRefusal(data: unknown, asked: RequestPurpose): string {
  const parsed = problemSchema.safeParse(data);
  const [problem] = parsed.success ? parsed.data.errors : [];
  if (problem === undefined) return unknownAnswer(asked);
  return `GitHub refused ${asked.what} ("${truncate(plainLine(problem.message).replace(/\.$/, ''), 300)}"): give the job permissions: ${asked.permission}.`;
}

function unknownAnswer({what}: RequestPurpose): string {
  return `GitHub’s answer to ${what} is not one that is known.`;
}

/** Asked once: nobody knows whether it is there when no answer comes. */
export async function createComment(
  {number, ...at}: PullRequestRef,
  body: string,
  asking: GitHubContext,
): Promise<ApiResult<undefined>> {
  const ask = {
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: {...repositoryParameters(at), issue_number: number, body},
    isOnce: true,
  };
  return written(ask, 'a comment on the pull request', asking);
}

export async function updateComment(
  {owner, repo}: GitHubRepository,
  {id, body}: Pick<Comment, 'id' | 'body'>,
  asking: GitHubContext,
): Promise<ApiResult<undefined>> {
  const ask = {
    route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    parameters: {owner, repo, comment_id: id, body},
  };
  return written(ask, 'the update of its comment', asking);
}

/** The names of GitHub's schema: a second one is folded away, and whoever looks for it can open it. */
const HIDING =
  'mutation ($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } } }';

const hiddenSchema = z.object({
  data: z.object({
    minimizeComment: z.object({minimizedComment: z.object({isMinimized: z.literal(true)})}),
  }),
});

/** @param graphqlUrl as above */
export async function hideComment(
  node: string,
  graphqlUrl: string,
  asking: GitHubContext,
): Promise<ApiResult<undefined>> {
  const asked = {what: 'the hiding of a second comment', ...WRITING};
  const ask = {query: HIDING, variables: {id: node}};
  const answer = await askGraphql(ask, graphqlUrl, {asked, schema: hiddenSchema, asking});
  return 'refused' in answer ? answer : {value: undefined};
}

async function written(
  ask: RetriedRequest,
  what: string,
  asking: GitHubContext,
): Promise<ApiResult<undefined>> {
  const answer = toApiResult(await requestWithRetry(ask, asking), {what, ...WRITING});
  return 'refused' in answer ? answer : {value: undefined};
}
