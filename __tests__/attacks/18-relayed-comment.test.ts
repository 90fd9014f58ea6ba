/**
 * Rule 18 for the comment: a fork, whose report is relayed, wants the words of the gate's own run gone from
 * the pull request. What the gate has seen of a commit, no word about the same commit replaces.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from '@jest/globals';
import {parseMadeBy, type MadeBy} from '../../src/domain/comment/made-by.ts';
import {parseInputs} from '../../src/inputs.ts';
import {publishComment} from '../../src/publishers/comment/index.ts';
import {commentOf} from '../support/comments.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {startGitHub, type GitHubServer} from '../support/github-server.ts';
import {image, report} from '../support/reports.ts';

const folder = folders();
const servers: GitHubServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});

const HEAD = 'a'.repeat(40);
const MERGE = 'c'.repeat(40);
const OLDER = 'd'.repeat(40);
const beforeOf = (told?: MadeBy['told'], job = 'gate'): string =>
  commentOf({job, ...(told && {told})});

/** What becomes of a comment when this run, the gate's or a relay's, has something to say of HEAD. */
async function say(who: 'gate' | 'relay', before: string, verdict: 'pass' | 'fail' = 'fail') {
  const server = await startGitHub({comments: [{body: before}]});
  servers.push(server);
  const event = join(folder({}), 'event.json');
  const repo = {full_name: 'owner/name'};
  const pull = {number: 7, base: {sha: 'b'.repeat(40), repo}, head: {sha: HEAD, repo}};
  writeFileSync(event, JSON.stringify({pull_request: pull}));
  const deps = testDeps({
    door: 'action',
    onlyEnv: {
      ...{GITHUB_API_URL: server.url, GITHUB_GRAPHQL_URL: `${server.url}/graphql`},
      ...{GITHUB_REPOSITORY: 'owner/name', GITHUB_EVENT_PATH: event, GITHUB_JOB: 'gate'},
      ...{GITHUB_EVENT_NAME: who === 'gate' ? 'pull_request' : 'workflow_run'},
      ...{GITHUB_RUN_ID: '100', GITHUB_RUN_ATTEMPT: '1', GITHUB_SHA: MERGE},
    },
  });
  const inputs = parseInputs(
    {token: 'a-token-of-this-test'},
    {invocation: 'action', cwd: '/repo', json: false, keep: false},
  );
  const [run] = report({}).runs;
  const told = report({
    ...{verdict, images: [image({verdict})]},
    ...(run === undefined ? {} : {runs: [{...run, commit: who === 'gate' ? MERGE : HEAD}]}),
  });
  const by = {by: 'fork', from: 'stranger/name'} as const;
  const from = {numbers: [7], leftOut: 0, commit: HEAD, attempt: 1, ...by};
  const relay = {runId: '100', message: 'As reported by the fork’s own run.', pull: from};
  const publication = {report: told, folder: '/r', attachments: [], layouts: [], inputs};
  const patience = {askSeconds: 5, pauses: [], longestPause: 1};
  await publishComment(who === 'gate' ? publication : {...publication, relay}, deps, patience);
  const [comment] = await server.comments();
  const left = deps.recorded.lines.filter((line) => line.includes('is left as it is'));
  return {
    isKept: comment?.body === before,
    left: left.length,
    told: parseMadeBy(comment?.body ?? '')?.told,
  };
}

const ofGate = (commit: string) => beforeOf({by: 'gate', commit});

describe('what a relay has to say', () => {
  it.each(['pass', 'fail'] as const)(
    '(%s) leaves the gate’s words of the same commit',
    async (verdict) => {
      const ran = await say('relay', ofGate(HEAD), verdict);
      expect(ran).toMatchObject({isKept: true, left: 1});
    },
  );

  it.each([
    ['the gate’s words of an older commit', ofGate(OLDER)],
    ['a relay’s words of the same commit', beforeOf({by: 'relay', commit: HEAD}, 'relay')],
    ['words that say of no commit', beforeOf()],
    ['words of a job that is called gate', beforeOf({by: 'relay', commit: HEAD}, 'gate')],
  ])('replaces %s', async (_, before) => {
    const ran = await say('relay', before);
    expect(ran).toEqual({isKept: false, left: 0, told: {by: 'relay', commit: HEAD}});
  });
});

it('the gate replaces whatever there is, and tells of the pull request’s head', async () => {
  for (const before of [ofGate(HEAD), beforeOf({by: 'relay', commit: HEAD}, 'relay')])
    expect(await say('gate', before)).toEqual({
      ...{isKept: false, left: 0},
      told: {by: 'gate', commit: HEAD},
    });
});
