/** The gate's comment of run 100 on pull request 7, against a recording GitHub that has some already. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach} from '@jest/globals';
import {commentMarker} from '../../src/domain/comment/marker.ts';
import {madeByLine, type MadeBy} from '../../src/domain/comment/made-by.ts';
import {parseInputs} from '../../src/inputs.ts';
import {publishComment} from '../../src/publishers/comment/index.ts';
import {testDeps} from './deps.ts';
import {
  startGitHub,
  type GitHubServer,
  type KeptComment,
  type RecordedAsk,
  type Scripted,
  type ServerScript,
} from './github-server.ts';
import {image, report} from './reports.ts';

const servers: GitHubServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});

export const MARKER = commentMarker(undefined);

export interface Written {
  readonly title?: string;
  readonly words?: string;
  readonly run?: number;
  readonly attempt?: number;
  readonly job?: string;
  readonly told?: MadeBy['told'];
  readonly key?: string;
}

/** A comment as the gate writes it; each part can be another's. */
export function commentOf(written: Written = {}): string {
  const {run = 99, attempt = 1, job = 'gate', told, key, words = '| image | size |'} = written;
  const us = key === undefined ? 'Plimsoll' : `Plimsoll &#40;${key}&#41;`;
  const {title = `## ${us}: within the line. 1 image passed.`} = written;
  return `${title}\n\n${words}\n\n${madeByLine({run, attempt, job, ...(told && {told})})}\n${commentMarker(key)}`;
}

/** As GitHub knows a run of pull request 7. */
export const runOf = (id: number, more: object = {}): Scripted => ({
  route: `GET /repos/owner/name/actions/runs/${id}`,
  fault: {
    kind: 'answer',
    status: 200,
    body: {
      ...{event: 'pull_request', run_attempt: 1, head_sha: 'a'.repeat(40), head_branch: 'fix'},
      ...{head_repository: {id: 5, full_name: 'owner/name', owner: {login: 'owner'}}},
      ...{repository: {id: 5}, pull_requests: [{number: 7}], ...more},
    },
  },
  times: 9,
});

export interface Told {
  readonly notices: readonly string[];
  readonly log: readonly string[];
  readonly comments: readonly KeptComment[];
  readonly asks: readonly RecordedAsk[];
}

export interface Telling extends ServerScript {
  readonly key?: string;
  readonly job?: string;
}

/** Of run 100, first attempt. */
export async function tellComment({key, job = 'gate', ...script}: Telling): Promise<Told> {
  const server = await startGitHub(script);
  servers.push(server);
  const at = mkdtempSync(join(tmpdir(), 'plimsoll-comments-'));
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
    {token: 'a-token-of-this-test', comment: 'always', ...(key === undefined ? {} : {key})},
    {invocation: 'action', cwd: '/repo', json: false, keep: false},
  );
  const told = await publishComment(
    {report: report({images: [image()]}), folder: '/r', attachments: [], layouts: [], inputs},
    deps,
    {askSeconds: 5, pauses: [], longestPause: 1},
  );
  rmSync(at, {recursive: true});
  return {
    notices: told.runs.flatMap((run) => run.notices.map(({message}) => message)),
    log: deps.recorded.lines,
    comments: await server.comments(),
    asks: await server.asks(),
  };
}
