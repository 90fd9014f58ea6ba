/** The comment on the pull request. What GitHub refuses costs one line, and never the verdict. */
import {readEvent, readEventText} from '../../clients/event.ts';
import {RETRY_POLICY, type RetryPolicy} from '../../clients/github.ts';
import type {PullRequestRef} from '../../clients/comments.ts';
import type {Deps} from '../../deps.ts';
import {toMadeBy, parseReportedCommit, type MadeBy} from '../../domain/comment/made-by.ts';
import {isRelayedWorthTelling, isWorthTelling} from '../../domain/comment/material.ts';
import {githubLinks} from '../../domain/github/links.ts';
import {isForkRun, isOfEvent, parseRepository} from '../../domain/github/target.ts';
import {parseEvent} from '../../domain/keep/event-commits.ts';
import {relayedLinks, type Relayed} from '../../domain/relay/relayed.ts';
import {reportCommit} from '../../domain/report/commit.ts';
import {withNotices} from '../../domain/report/notices.ts';
import type {Report} from '../../domain/report/schema.ts';
import type {Inputs} from '../../inputs.ts';
import type {Publication, Publisher} from '../publisher.ts';
import {putComment} from './put.ts';
import {renderComment, renderQuietComment, type CommentOptions} from './render.ts';

export const comment: Publisher = {
  applies: ({inputs, relay}, {workflow}) =>
    inputs !== undefined &&
    inputs.comment !== 'off' &&
    workflow.invocation === 'action' &&
    (relay === undefined
      ? workflow.env['GITHUB_EVENT_NAME'] === 'pull_request'
      : relay.pull !== undefined),
  publish: (publication, deps) => publishComment(publication, deps, RETRY_POLICY),
};

/** Gives the report back with what stood in its way. */
export async function publishComment(
  {report, inputs, relay}: Publication,
  deps: Deps,
  retryPolicy: RetryPolicy,
): Promise<Report> {
  if (inputs === undefined) return report;
  const hindrance = await hindranceOf(inputs, deps);
  const messages =
    hindrance === undefined
      ? await tell({report, inputs, relay, patience: retryPolicy}, deps)
      : [hindrance];
  const notices = messages.map((message) => ({from: 'comment', message}));
  return notices.length === 0 ? report : withNotices(report, notices);
}

/** What cannot work is not tried. Dependabot's token may write where the workflow grants it. */
async function hindranceOf(
  {token}: Inputs,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<string | undefined> {
  if (token === undefined) return 'There is no comment on the pull request: there is no token.';
  if (isForkRun(deps.workflow.env, await readEvent(deps)))
    return 'There is no comment on the pull request: it comes from a fork, whose token only reads. The step summary has all of it.';
  return undefined;
}

interface Telling {
  readonly report: Report;
  readonly inputs: Inputs;
  readonly relay: Relayed | undefined;
  readonly patience: RetryPolicy;
}

async function tell(
  {report, inputs, relay, patience: retryPolicy}: Telling,
  deps: Deps,
): Promise<readonly string[]> {
  const {env} = deps.workflow;
  const pulls = await findPullRequests(relay, deps);
  if (pulls.length === 0)
    return ['There is no comment on the pull request: the event does not say which one it is.'];
  const madeBy = await madeByOf({report, relay}, deps);
  const about =
    relay === undefined
      ? await ofCheckout(report, deps)
      : {links: relayedLinks(env, relay), note: relay.message};
  const options = {key: inputs.key, madeBy, ...about};
  const isTold = relay === undefined ? isWorthTelling : isRelayedWorthTelling;
  const isQuiet = !isTold(report, inputs.comment);
  const text = isQuiet ? renderQuietComment(report, options) : renderComment(report, options);
  const asking = {github: deps.github(inputs.token ?? ''), retryPolicy, deps};
  const graphqlUrl = env['GITHUB_GRAPHQL_URL'] ?? '/graphql';
  // Masked here already: it is compared with what GitHub has.
  const wanted = {key: inputs.key, body: deps.secrets.sweep(text), isQuiet, madeBy};
  const messages = new Set<string>();
  for (const at of pulls) {
    const message = await putComment({...wanted, at}, {asking, graphqlUrl, log: deps.log});
    if (message !== undefined) messages.add(message);
  }
  return [...messages];
}

async function madeByOf(
  {report, relay}: Pick<Telling, 'report' | 'relay'>,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<MadeBy | undefined> {
  if (relay !== undefined) {
    const {runId: run, pull} = relay;
    const told = parseReportedCommit('relay', pull?.commit);
    return toMadeBy({run, attempt: pull?.attempt, job: 'relay', told});
  }
  const {
    GITHUB_RUN_ID: run,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_JOB: job,
    GITHUB_SHA: sha,
  } = deps.workflow.env;
  const {headSha: pullHead} = parseEvent(await readEventText(deps));
  const built = reportCommit(report);
  // What is built is its merge with the base, and people know the head alone.
  const isHead = built !== undefined && isOfEvent(built, {sha, pullHead});
  return toMadeBy({
    run,
    attempt,
    job,
    told: parseReportedCommit('gate', isHead ? (pullHead ?? built) : built),
  });
}

/** A workflow may check out what it likes: then the figures are not the pull request's. */
async function ofCheckout(
  report: Report,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<Pick<CommentOptions, 'links' | 'note'>> {
  const {env} = deps.workflow;
  const commit = reportCommit(report);
  const links = githubLinks(env, commit);
  const {headSha: pullHead} = parseEvent(await readEventText(deps));
  if (commit === undefined || isOfEvent(commit, {sha: env['GITHUB_SHA'], pullHead})) return {links};
  const note = `Built was commit ${commit.slice(0, 12)}, which is neither the head of this pull request nor its merge with the base.`;
  return {links, note};
}

async function findPullRequests(
  relay: Relayed | undefined,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<readonly PullRequestRef[]> {
  const repository = parseRepository(deps.workflow.env);
  const {pullRequest} = parseEvent(await readEventText(deps));
  const numbers = relay?.pull?.numbers ?? (pullRequest === undefined ? [] : [pullRequest]);
  return repository === undefined ? [] : numbers.map((number) => ({...repository, number}));
}
