/**
 * Rule 19 for the comment: it tells the newest run. An older run that ends later must not write over it, a
 * number that nobody's run has must not silence later ones, and two jobs that share a comment must hear of it.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from '@jest/globals';
import {madeByLine, parseMadeBy} from '../../src/domain/comment/made-by.ts';
import {parseInputs} from '../../src/inputs.ts';
import {publishComment} from '../../src/publishers/comment/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {startGitHub, type GitHubServer, type Scripted} from '../support/github-server.ts';
import {image, report} from '../support/reports.ts';

const folder = folders();
const servers: GitHubServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});

const MARKER = '<!-- plimsoll-comment -->';
const commentOf = (run: number, attempt: number, job = 'gate'): string =>
  `words of before\n\n${madeByLine({run, attempt, job})}\n${MARKER}`;

/** As GitHub knows a run. */
const known = (id: number, more: object = {}): Scripted => ({
  route: `GET /repos/owner/name/actions/runs/${id}`,
  fault: {
    kind: 'answer',
    status: 200,
    body: {
      ...{event: 'pull_request', run_attempt: 1, head_sha: 'a'.repeat(40), head_branch: 'fix'},
      ...{head_repository: {id: 5, full_name: 'owner/name', owner: {login: 'owner'}}},
      ...{pull_requests: [{number: 7}], ...more},
    },
  },
});

/** Of run 100, first attempt, job `gate`. */
async function publish(before: string, faults: readonly Scripted[], job = 'gate') {
  const server = await startGitHub({comments: [{body: before}], faults});
  servers.push(server);
  const at = folder();
  mkdirSync(at, {recursive: true});
  const event = join(at, 'event.json');
  const repo = {id: 5, full_name: 'owner/name'};
  const pull = {number: 7, base: {sha: 'b'.repeat(40), repo}, head: {repo}};
  writeFileSync(event, JSON.stringify({pull_request: pull}));
  const deps = testDeps({
    door: 'action',
    onlyEnv: {
      ...{GITHUB_API_URL: server.url, GITHUB_GRAPHQL_URL: `${server.url}/graphql`},
      ...{GITHUB_REPOSITORY: 'owner/name', GITHUB_EVENT_PATH: event, GITHUB_JOB: job},
      ...{GITHUB_EVENT_NAME: 'pull_request', GITHUB_RUN_ID: '100', GITHUB_RUN_ATTEMPT: '1'},
    },
  });
  const inputs = parseInputs(
    {token: 'a-token-of-this-test', comment: 'always'},
    {door: 'action', cwd: '/repo', json: false, keep: false},
  );
  const told = await publishComment(
    {report: report({images: [image()]}), folder: '/r', attachments: [], layouts: [], inputs},
    deps,
    {askSeconds: 5, pauses: [], longestPause: 1},
  );
  const [comment] = await server.comments();
  const notices = told.runs.flatMap((run) => run.notices.map(({message}) => message));
  return {notices, isKept: comment?.body === before, body: comment?.body ?? ''};
}

const OWN = known(100);
const FORK = {pull_requests: []};

describe('the comment', () => {
  it.each<[string, string, readonly Scripted[], boolean]>([
    ['of an older run', commentOf(99, 3), [OWN], false],
    ['of nobody’s run', `words\n\n${MARKER}`, [OWN], false],
    ['of a newer run of this pull request', commentOf(101, 1), [OWN, known(101)], true],
    ['of a later attempt', commentOf(100, 2), [known(100, {run_attempt: 2}), known(100)], true],
    ['of an attempt that there is not', commentOf(100, 9), [OWN, OWN], false],
    ['of a run that GitHub does not know', commentOf(999_999_999, 1), [OWN], false],
    [
      'of a newer run of another one',
      commentOf(101, 1),
      [OWN, known(101, {pull_requests: [{number: 8}]})],
      false,
    ],
    [
      'of a newer run of another event',
      commentOf(101, 1),
      [OWN, known(101, {event: 'push'})],
      false,
    ],
    ['of a fork’s newer run', commentOf(101, 1), [known(100, FORK), known(101, FORK)], true],
    [
      'of another fork’s newer run',
      commentOf(101, 1),
      [known(100, FORK), known(101, {...FORK, head_branch: 'other'})],
      false,
    ],
    [
      'of a newer run, where the token may not look',
      commentOf(101, 1),
      [{route: 'GET /repos/owner/name/actions', fault: {kind: 'answer', status: 403}, times: 9}],
      false,
    ],
  ])('%s is written over or kept', async (_, before, faults, isKept) => {
    const ran = await publish(before, faults);
    expect(ran.isKept).toBe(isKept);
    if (!isKept) expect(parseMadeBy(ran.body)).toEqual({run: 100, attempt: 1, job: 'gate'});
  });

  it('that two jobs of one run share is told, with the input that parts them', async () => {
    const {notices, isKept} = await publish(commentOf(100, 1, 'other-job'), [OWN], 'gate');
    expect(isKept).toBe(false);
    expect(notices).toEqual([expect.stringMatching(/\(other-job\).*the input key/)]);
    expect((await publish(commentOf(99, 1, 'other-job'), [OWN])).notices).toEqual([]);
  });

  it.each([
    '<!-- plimsoll-run 0.1 x -->',
    '<!-- plimsoll-run 1e9.1 x -->',
    '<!-- plimsoll-run 9.9 a b -->',
  ])('says of no run by %p', (line) => {
    expect(parseMadeBy(`words\n${line}\n${MARKER}`)).toBeUndefined();
  });
});
