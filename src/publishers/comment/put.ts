/** Puts the one comment of a `key` on a pull request: made, brought up to date, or left as it is. */
import {
  createComment,
  deleteComment,
  listComments,
  readStanding,
  updateComment,
  type Comment,
  type PullRequest,
} from '../../clients/comments.ts';
import type {Asking, Refused, Tried} from '../../clients/github.ts';
import type {Log} from '../../deps.ts';
import {readRun, type WorkflowRun} from '../../clients/workflow-runs.ts';
import {
  clashWords,
  isHeldByGate,
  isNewer,
  parseMadeBy,
  type MadeBy,
} from '../../domain/comment/made-by.ts';
import {hasMarker} from '../../domain/comment/marker.ts';
import {repositoryKey} from '../../domain/github/target.ts';
import {ToolError} from '../../errors.ts';

/** GraphQL takes no more names at once. */
const AT_ONCE = 100;

const HELD =
  'The comment on the pull request is left as it is: the gate’s own run of the same commit has made it.';

export interface Wanted {
  readonly at: PullRequest;
  /** The last line of `body`, by which it is found again. */
  readonly marker: string;
  readonly body: string;
  /** There is nothing to tell: one that is there is brought up to date, and none is made. */
  readonly isQuiet: boolean;
  /** The run that judged; undefined: nobody knows which. */
  readonly madeBy?: MadeBy | undefined;
}

export interface Putting {
  readonly asking: Asking;
  /** GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  readonly log: Pick<Log, 'line'>;
}

/**
 * Nobody knows whether a comment was made when no answer comes, and another job may make one in the
 * same moment: so it is looked again after every try.
 * @returns why it could not be put there, in one sentence; undefined when it is
 */
export async function putComment(wanted: Wanted, putting: Putting): Promise<string | undefined> {
  const {patience, deps} = putting.asking;
  for (const pause of [...patience.pauses, undefined]) {
    const own = await findOwn(wanted, putting);
    if ('refused' in own) return own.refused;
    if (own.value.length > 0) return settle(own.value, wanted, putting);
    if (wanted.isQuiet) return undefined;
    const made = await createComment(wanted.at, wanted.body, putting.asking);
    if ('value' in made) return settleAll(wanted, putting);
    if (!isDoubtful(made) || pause === undefined || deps.signal.aborted) return made.refused;
    await deps.clock.sleep(pause, deps.signal);
  }
  return undefined;
}

function isDoubtful({status}: Refused): boolean {
  return status === undefined || status >= 500;
}

/** Ours by marker and author, the oldest first. What somebody has hidden is left alone. */
async function findOwn(
  {at, marker}: Wanted,
  {asking, graphqlUrl}: Putting,
): Promise<Tried<readonly Comment[]>> {
  const all = await listComments(at, asking);
  if ('refused' in all) return all;
  const alike = all.value.filter(({body}) => hasMarker(body, marker));
  const own: Comment[] = [];
  for (let from = 0; from < alike.length; from += AT_ONCE) {
    const some = alike.slice(from, from + AT_ONCE);
    const standing = await readStanding(
      some.map(({node}) => node),
      graphqlUrl,
      asking,
    );
    if ('refused' in standing) return standing;
    const {login, shown} = standing.value;
    own.push(
      ...some.filter(
        (one) =>
          one.login === login && one.isBot === login.endsWith('[bot]') && shown.has(one.node),
      ),
    );
  }
  return {value: own};
}

/** The oldest is the one that stays: every job that looks comes to the same. */
async function settle(
  [first, ...others]: readonly Comment[],
  wanted: Wanted,
  {asking, log}: Putting,
): Promise<string | undefined> {
  if (first === undefined) return undefined;
  for (const {id} of others) {
    const gone = await deleteComment(wanted.at, id, asking);
    if ('refused' in gone && gone.status !== 404) return gone.refused;
  }
  if (isSame(first.body, wanted.body)) return undefined;
  const before = parseMadeBy(first.body);
  if (isHeldByGate(before, wanted.madeBy)) {
    log.line(HELD);
    return undefined;
  }
  if (await isOvertaken(before, wanted, asking)) return undefined;
  const clash = isClash(before, wanted) ? clashWords(before) : undefined;
  const done = await updateComment(wanted.at, {id: first.id, body: wanted.body}, asking);
  if ('value' in done) return clash;
  if (done.status !== 404 || wanted.isQuiet) return done.refused;
  // Somebody has deleted it in this moment.
  const made = await createComment(wanted.at, wanted.body, asking);
  return 'refused' in made ? made.refused : undefined;
}

async function settleAll(wanted: Wanted, putting: Putting): Promise<string | undefined> {
  const own = await findOwn(wanted, putting);
  return 'refused' in own ? undefined : settle(own.value, wanted, putting);
}

/** GitHub may write line ends of its own. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  return plain(one) === plain(other);
}

function isClash(before: MadeBy | undefined, {madeBy}: Wanted): before is MadeBy {
  // A relay tells of another's run, and may do so again.
  if (before === undefined || madeBy === undefined || madeBy.job === 'relay') return false;
  return before.run === madeBy.run && before.attempt === madeBy.attempt;
}

/** An older run that ends later does not write over what a newer one has told; in doubt it is written. */
async function isOvertaken(
  before: MadeBy | undefined,
  {at, madeBy}: Wanted,
  asking: Asking,
): Promise<boolean> {
  if (before === undefined || madeBy === undefined || !isNewer(before, madeBy)) return false;
  try {
    const [newer, own] = await Promise.all([
      readRun(at, String(before.run), asking),
      readRun(at, String(madeBy.run), asking),
    ]);
    return (newer.run_attempt ?? 1) >= before.attempt && isOfPull(newer, own, at.number);
  } catch (error) {
    if (error instanceof ToolError) return false;
    throw error;
  }
}

/** GitHub names the pull request of a run, but for a fork's: then it is the same branch of the same repository. */
function isOfPull(newer: WorkflowRun, own: WorkflowRun, number: number): boolean {
  if (newer.event !== own.event) return false;
  const named = newer.pull_requests ?? [];
  if (named.length > 0) return named.some((pull) => pull.number === number);
  const [one, other] = [newer, own].map(({head_repository: repository, head_branch: branch}) =>
    repository === undefined || repository === null || (branch ?? '') === ''
      ? ''
      : `${repositoryKey(repository)} ${branch ?? ''}`,
  );
  return one !== '' && one === other;
}
