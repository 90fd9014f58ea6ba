/** Puts the one comment of a `key` on a pull request: made, brought up to date, or left as it is. */
import {createComment, hideComment, updateComment} from '../../clients/comments.ts';
import type {Refused} from '../../clients/github.ts';
import type {Log} from '../../deps.ts';
import {clashMessage, isHeldByGate, isNewer, type MadeBy} from '../../domain/comment/made-by.ts';
import {
  findOwnComments,
  workflowRunLookup,
  type OwnComment,
  type CommentSearchContext,
  type CommentQuery,
} from './find.ts';

const HELD =
  'The comment on the pull request is left as it is: the gate’s own run of the same commit has made it.';

export interface WantedComment extends CommentQuery {
  readonly body: string;
  /** There is nothing to tell: one that is there is brought up to date, and none is made. */
  readonly isQuiet: boolean;
}

export interface PutContext extends Omit<CommentSearchContext, 'runs'> {
  readonly log: Pick<Log, 'line' | 'untrusted'>;
}

type Having = PutContext & CommentSearchContext;

/**
 * Nobody knows whether a comment was made when no answer comes, and another job may make one in the
 * same moment: so it is looked again after every try.
 * @returns why it could not be put there, in one sentence; undefined when it is
 */
export async function putComment(
  wanted: WantedComment,
  putting: PutContext,
): Promise<string | undefined> {
  const {retryPolicy, deps} = putting.asking;
  const having = {...putting, runs: workflowRunLookup(wanted.at, putting.asking)};
  for (const pause of [...retryPolicy.pauses, undefined]) {
    const ours = await findOwnComments(wanted, having);
    if ('refused' in ours) return ours.refused;
    if (ours.value.length > 0) return settle(ours.value, wanted, having);
    if (wanted.isQuiet) return undefined;
    const made = await createComment(wanted.at, wanted.body, putting.asking);
    if ('value' in made) return settleAll(wanted, having);
    if (!isDoubtful(made) || pause === undefined || deps.signal.aborted) return made.refused;
    await deps.clock.sleep(pause, deps.signal);
  }
  return undefined;
}

function isDoubtful({status}: Refused): boolean {
  return status === undefined || status >= 500;
}

/** The oldest is the one that stays: every job that looks comes to the same. */
async function settle(
  [first, ...others]: readonly OwnComment[],
  wanted: WantedComment,
  having: Having,
): Promise<string | undefined> {
  if (first === undefined) return undefined;
  const {asking, log} = having;
  await hideAll(others, having);
  if (isSame(first.body, wanted.body)) return undefined;
  if (isHeldByGate(first.madeBy, wanted.madeBy)) {
    log.line(HELD);
    return undefined;
  }
  if (isOvertaken(first, wanted)) return undefined;
  const clash = isClash(first.madeBy, wanted) ? clashMessage(first.madeBy) : undefined;
  const done = await updateComment(wanted.at, {id: first.id, body: wanted.body}, asking);
  if ('value' in done) return clash;
  if (done.status !== 404 || wanted.isQuiet) return done.refused;
  // Somebody has deleted it in this moment.
  const made = await createComment(wanted.at, wanted.body, asking);
  return 'refused' in made ? made.refused : undefined;
}

async function settleAll(wanted: WantedComment, having: Having): Promise<string | undefined> {
  const ours = await findOwnComments(wanted, having);
  return 'refused' in ours ? undefined : settle(ours.value, wanted, having);
}

/** Nothing is deleted: what is hidden by mistake can be shown again. One that stays is worth a line and no failure. */
async function hideAll(
  doubles: readonly OwnComment[],
  {asking, graphqlUrl, log}: Having,
): Promise<void> {
  for (const {node} of doubles) {
    const hidden = await hideComment(node, graphqlUrl, asking);
    if (!('refused' in hidden)) continue;
    log.untrusted(`A second comment of ours stays on the pull request. ${hidden.refused}`);
    return;
  }
}

/** GitHub may write line ends of its own. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();
  return plain(one) === plain(other);
}

function isClash(before: MadeBy, {madeBy}: WantedComment): boolean {
  // A relay tells of another's run, and may do so again.
  if (madeBy === undefined || madeBy.job === 'relay') return false;
  return before.run === madeBy.run && before.attempt === madeBy.attempt;
}

/** An older run that ends later does not write over what a newer one has told; in doubt it is written. */
function isOvertaken({madeBy: before, isKnownRun}: OwnComment, {madeBy}: WantedComment): boolean {
  return isKnownRun && madeBy !== undefined && isNewer(before, madeBy);
}
