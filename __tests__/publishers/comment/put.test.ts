/** The comment against a recording GitHub on loopback, through the real publisher and the real client. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from '@jest/globals';
import type {RetryPolicy} from '../../../src/clients/github.ts';
import type {Report} from '../../../src/domain/report/schema.ts';
import {parseInputs, type RawInputs} from '../../../src/inputs.ts';
import {comment, publishComment} from '../../../src/publishers/comment/index.ts';
import {commentOf, MARKER} from '../../support/comments.ts';
import {COMPARED} from '../../support/compared.ts';
import {testDeps, type TestDeps} from '../../support/deps.ts';
import {
  startGitHub,
  type Fault,
  type GitHubServer,
  type ServerScript,
} from '../../support/github-server.ts';
import {image, report} from '../../support/reports.ts';

/** Long beside what a loaded machine takes: only where a deadline is asked about it is short. */
const PATIENT: RetryPolicy = {askSeconds: 20, pauses: [0.01, 0.01], longestPause: 2};
const ASKED_SHORTLY: RetryPolicy = {...PATIENT, askSeconds: 0.4};
const COMMENTS = '/repos/owner/name/issues/7/comments';
const LINE = '<!-- plimsoll-run 42.1  -->';
/** One that is there. */
const OLD = commentOf({run: 41});
/** Nothing to tell. */
const QUIET = report({
  images: [
    image({comparison: {...COMPARED, causes: [], findings: {new: [], fixed: [], still: 1}}}),
  ],
});
const LOUD = report({verdict: 'fail', images: [image({verdict: 'fail'})]});

const ended: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

async function start(script: ServerScript = {}): Promise<GitHubServer> {
  const server = await startGitHub(script);
  ended.push(() => server.end());
  return server;
}

interface Job {
  readonly report?: Report;
  readonly inputs?: RawInputs;
  readonly env?: Readonly<Record<string, string>>;
  /** The head's repository. */
  readonly from?: string;
  readonly door?: 'action' | 'command';
  readonly patience?: RetryPolicy;
}

function depsOf(server: GitHubServer, {env, from = 'owner/name', door = 'action'}: Job): TestDeps {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-comment-'));
  ended.push(() => {
    rmSync(folder, {recursive: true});
  });
  const event = join(folder, 'event.json');
  const head = {repo: {full_name: from}};
  const pull = {number: 7, base: {sha: 'b'.repeat(40)}, head};
  writeFileSync(event, JSON.stringify({pull_request: pull}));
  return testDeps({
    door,
    onlyEnv: {
      ...{GITHUB_API_URL: server.url, GITHUB_GRAPHQL_URL: `${server.url}/graphql`},
      ...{GITHUB_REPOSITORY: 'owner/name', GITHUB_EVENT_PATH: event},
      ...{GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: 'c'.repeat(40)},
      ...{GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '1', ...env},
    },
  });
}

/** Gives what the comment's publisher has to say of it. */
async function publish(server: GitHubServer, job: Job = {}): Promise<readonly string[]> {
  const deps = depsOf(server, job);
  const doorway = {invocation: 'action', cwd: '/repo', json: false, keep: false} as const;
  const inputs = parseInputs({token: 'lab-token-of-this-test', ...job.inputs}, doorway);
  const publication = {
    ...{report: job.report ?? LOUD, folder: '/r', attachments: [], layouts: []},
    inputs,
  };
  if (!comment.applies(publication, deps)) return ['does not apply'];
  const told = await publishComment(publication, deps, job.patience ?? PATIENT);
  return told.runs.flatMap(({notices}) => notices.map(({message}) => message));
}

async function writesOf(server: GitHubServer): Promise<readonly string[]> {
  const asks = await server.asks();
  return asks
    .filter(({method, path}) => method !== 'GET' && path !== '/graphql')
    .map(({method, path}) => `${method} ${path}`);
}

async function shownOf(server: GitHubServer): Promise<readonly number[]> {
  return (await server.comments()).filter(({isMinimized}) => !isMinimized).map(({id}) => id);
}

const answer = (status: number, message: string, headers = {}): Fault => ({
  kind: 'answer',
  status,
  body: {message, documentation_url: 'https://docs.github.com/rest'},
  headers,
});

describe('one comment', () => {
  it('is made where there is none, with the marker as its last line', async () => {
    const server = await start();
    expect(await publish(server)).toEqual([]);
    const [made, ...others] = await server.comments();
    expect(others).toEqual([]);
    expect(made?.body).toMatch(/^## Plimsoll: over the line\./);
    expect(made?.body.split('\n').at(-1)).toBe(MARKER);
  });

  it('is brought up to date, and not repeated', async () => {
    const server = await start({comments: [{body: OLD}]});
    expect(await publish(server)).toEqual([]);
    expect(await writesOf(server)).toEqual(['PATCH /repos/owner/name/issues/comments/1']);
    expect((await server.comments()).map(({body}) => body)).toEqual([
      expect.stringContaining('over the line'),
    ]);
  });

  it('that says the same costs no write', async () => {
    const server = await start();
    await publish(server);
    const before = await writesOf(server);
    expect(await publish(server)).toEqual([]);
    expect(await writesOf(server)).toEqual(before);
  });

  it('is found behind three pages of others', async () => {
    const others = Array.from({length: 300}, (_, at) => ({body: `comment ${at}`, login: 'mara'}));
    const server = await start({comments: [...others, {body: OLD}]});
    expect(await publish(server)).toEqual([]);
    expect(await writesOf(server)).toEqual(['PATCH /repos/owner/name/issues/comments/301']);
    expect(await server.comments()).toHaveLength(301);
  });

  it('is another one for another key', async () => {
    const server = await start();
    await publish(server);
    await publish(server, {inputs: {key: 'x64'}});
    await publish(server, {inputs: {key: 'arm64'}});
    await publish(server, {inputs: {key: 'x64'}});
    expect(await server.comments()).toHaveLength(3);
  });

  it('of another app or of a person is found by whose the token is', async () => {
    for (const viewer of ['gate[bot]', 'mara']) {
      const server = await start({viewer});
      await publish(server);
      await publish(server, {report: report({verdict: 'unable'})});
      expect((await server.comments()).map(({login}) => login)).toEqual([viewer]);
    }
  });
});

describe('what is left alone', () => {
  it.each([
    ['somebody else’s look-alike', {login: 'mallory', body: OLD}],
    ['another app’s look-alike', {login: 'other[bot]', body: OLD}],
    ['one of an account that is gone', {login: '', body: OLD}],
    ['a hidden one', {isMinimized: true, body: OLD}],
    ['a quotation of ours', {body: `> x\n>\n> ${MARKER}\n\nI do not think so.`}],
    ['a person with the app’s name', {login: 'github-actions', body: OLD}],
  ])('%s', async (_, there) => {
    const server = await start({comments: [there]});
    expect(await publish(server)).toEqual([]);
    const [first, second] = await server.comments();
    expect(first?.body).toBe(there.body);
    expect(second?.body).toContain('over the line');
  });

  it('a hundred and twenty look-alikes before it', async () => {
    const alike = Array.from({length: 120}, () => ({login: 'mallory', body: OLD}));
    const server = await start({comments: [...alike, {body: OLD}]});
    expect(await publish(server)).toEqual([]);
    expect(await writesOf(server)).toEqual(['PATCH /repos/owner/name/issues/comments/121']);
  });
});

describe('when it speaks', () => {
  it('is not at all where nothing changed and nothing is there', async () => {
    const server = await start();
    expect(await publish(server, {report: QUIET})).toEqual([]);
    expect(await writesOf(server)).toEqual([]);
  });

  it('is one line where an earlier one is there, and that is written once', async () => {
    const server = await start();
    await publish(server);
    await publish(server, {report: QUIET});
    const [one] = await server.comments();
    expect(one?.body).toBe(
      `Plimsoll: within the line. 1 image passed. Nothing that a reviewer has to know changed.\n\n${LINE}\n${MARKER}`,
    );
    const before = await writesOf(server);
    await publish(server, {report: QUIET});
    expect(await writesOf(server)).toEqual(before);
  });

  it('is as the input comment says', async () => {
    const counts: number[] = [];
    for (const [mode, told] of [
      ['always', QUIET],
      ['on-failure', report()],
      ['on-failure', LOUD],
      ['off', LOUD],
    ] as const) {
      const server = await start();
      await publish(server, {report: told, inputs: {comment: mode}});
      counts.push((await server.comments()).length);
    }
    expect(counts).toEqual([1, 0, 1, 0]);
  });

  it.each(['push', 'pull_request_target', 'merge_group', 'schedule', 'workflow_dispatch'])(
    'is never on %s',
    async (name) => {
      const server = await start();
      expect(await publish(server, {env: {GITHUB_EVENT_NAME: name}})).toEqual(['does not apply']);
      expect(await server.asks()).toEqual([]);
    },
  );

  it('is never that of the command', async () => {
    const server = await start();
    expect(await publish(server, {door: 'command'})).toEqual(['does not apply']);
    expect(await server.asks()).toEqual([]);
  });

  it('is not for a fork: nothing is tried, and one line says so', async () => {
    const server = await start();
    expect(await publish(server, {from: 'stranger/name'})).toEqual([
      expect.stringMatching(/comes from a fork, whose token only reads/),
    ]);
    expect(await server.asks()).toEqual([]);
  });

  it('is for Dependabot, to whose token a workflow may grant it', async () => {
    const server = await start();
    expect(await publish(server, {env: {GITHUB_ACTOR: 'dependabot[bot]'}})).toEqual([]);
    expect(await server.comments()).toHaveLength(1);
  });
});

describe('a refusal costs one line that names what is missing', () => {
  const POST = `POST ${COMMENTS}`;
  it.each<[string, string, Fault, RegExp]>([
    ['401', `GET ${COMMENTS}`, answer(401, 'Bad credentials'), /check the input token/],
    [
      '403',
      POST,
      answer(403, 'Resource not accessible by integration'),
      /refused a comment on the pull request with status 403 .*give the job permissions: pull-requests: write\.$/,
    ],
    [
      'a locked conversation',
      POST,
      answer(403, 'Unable to create comment because issue is locked.'),
      /the conversation is locked; unlock it/,
    ],
    ['404', POST, answer(404, 'Not Found'), /pull-requests: write\.$/],
    ['422', POST, answer(422, 'Validation Failed'), /\("Validation Failed"\): it could not be/],
    [
      'GraphQL’s own refusal',
      'POST /graphql',
      {
        kind: 'answer',
        status: 200,
        body: {errors: [{type: 'FORBIDDEN', message: 'Resource not accessible by integration'}]},
      },
      /\("Resource not accessible by integration"\): give the job permissions: pull-requests: write/,
    ],
    [
      'a page instead of JSON',
      `GET ${COMMENTS}`,
      {kind: 'answer', status: 200, body: '<html>'},
      /is not one that is known/,
    ],
  ])('%s', async (_, route, fault, line) => {
    const comments = route === POST ? [] : [{body: OLD}];
    const server = await start({comments, faults: [{route, fault}]});
    expect(await publish(server)).toEqual([expect.stringMatching(line)]);
    expect((await server.comments()).map(({body}) => body)).toEqual(comments.map(({body}) => body));
  });

  it.each<[string, Fault, RegExp]>([
    ['502', answer(502, 'Bad Gateway'), /problem of its own/],
    ['429', answer(429, 'Too many requests'), /rate limit is used up/],
    [
      'a secondary rate limit that lasts too long',
      answer(403, 'You have exceeded a secondary rate limit.', {'retry-after': '600'}),
      /rate limit is used up/,
    ],
    ['a reset', {kind: 'reset'}, /gave no answer to a comment on the pull request: /],
    ['silence', {kind: 'silence'}, /no full answer within 1 seconds/],
  ])('%s that lasts', async (_, fault, line) => {
    const server = await start({faults: [{route: POST, fault, times: 9}]});
    const patience = fault.kind === 'silence' ? ASKED_SHORTLY : PATIENT;
    expect(await publish(server, {patience})).toEqual([expect.stringMatching(line)]);
  });
});

describe('what passes', () => {
  it.each<[string, Fault]>([
    ['502', answer(502, 'Bad Gateway')],
    ['429', answer(429, 'Too many requests')],
    ['a secondary rate limit', answer(403, 'secondary rate limit', {'retry-after': '0'})],
    ['a reset', {kind: 'reset'}],
    ['silence', {kind: 'silence'}],
    ['a comment that was made although no answer came', {kind: 'lost'}],
  ])('%s is tried again, and there is one comment', async (_, fault) => {
    const server = await start({faults: [{route: `POST ${COMMENTS}`, fault}]});
    const patience = fault.kind === 'silence' ? ASKED_SHORTLY : PATIENT;
    expect(await publish(server, {patience})).toEqual([]);
    expect(await server.comments()).toHaveLength(1);
  });

  it('an answer that is lost is no reason to write again: it is looked whether it is there', async () => {
    const server = await start({faults: [{route: `POST ${COMMENTS}`, fault: {kind: 'lost'}}]});
    expect(await publish(server)).toEqual([]);
    expect(await writesOf(server)).toEqual([`POST ${COMMENTS}`]);
  });

  it('a comment that is deleted in that moment is made again', async () => {
    const server = await start({
      comments: [{body: OLD}],
      faults: [{route: 'PATCH ', fault: answer(404, 'Not Found')}],
    });
    expect(await publish(server)).toEqual([]);
    expect((await writesOf(server)).map((write) => write.split(' ')[0])).toEqual(['PATCH', 'POST']);
  });

  it('two jobs at once leave one comment', async () => {
    // Both have looked before either has written.
    const late: Fault = {kind: 'late', seconds: 0.4};
    const server = await start({faults: [{route: `GET ${COMMENTS}`, fault: late, times: 2}]});
    expect(await Promise.all([publish(server), publish(server)])).toEqual([[], []]);
    expect((await writesOf(server)).filter((write) => write.startsWith('POST'))).toHaveLength(2);
    expect(await shownOf(server)).toEqual([1]);
  });

  it('two that an earlier race has left become one, and the other is hidden', async () => {
    const server = await start({
      comments: [{body: OLD}, {body: commentOf({run: 40})}],
    });
    expect(await publish(server)).toEqual([]);
    expect(await shownOf(server)).toEqual([1]);
  });
});
