/**
 * Rule 10, through the action's bundle: a workflow that runs for main has another commit in its hands. A
 * stranger's must not be built with main's rights; an older branch's must not be published as main's, nor
 * kept for what is built on main.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import type {Report} from '../../src/domain/report/schema.ts';
import {startAction, type ActionRun} from '../support/action.ts';
import {CacheServer} from '../support/cache-server.ts';
import {logCalls} from '../support/call-log.ts';
import {readReport} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {startGitHub, type GitHubServer, type RecordedAsk} from '../support/github-server.ts';
import {lab} from '../support/lab.ts';
import {checkOut, comparisons, makeOrigin, type Origin} from '../support/privileged.ts';
import {runtimeToken} from '../support/runtime-token.ts';

const {trivyUrl, trivyChecksum, dbRepositories} = lab();
const folder = folders();
const cache = new CacheServer();
let origin: Origin;
let github: GitHubServer;
beforeAll(async () => {
  await cache.start();
  origin = makeOrigin(
    folder({
      Dockerfile: 'FROM busybox\nCOPY app.txt node_modules* /app/node_modules/\nUSER 1000\n',
      'app.txt': 'first\n',
      'node_modules/semver/package.json': '{"name": "semver", "version": "7.3.0"}',
      '.dockerignore': '.git\n',
      '.github/plimsoll.yml': 'version: 1\nrules: {healthcheck: {level: off}}\n',
    }),
  );
});
beforeEach(async () => {
  const {main, release, stranger} = origin;
  const faults = comparisons({[main]: 'identical', [release]: 'diverged', [stranger]: 'ahead'});
  github = await startGitHub({faults});
});
afterAll(() => cache.stop());

interface Job {
  readonly event: string;
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

interface Done extends ActionRun {
  /** Of docker. */
  readonly calls: readonly string[];
  readonly report: Report;
  readonly notices: readonly string[];
  readonly uploads: readonly Readonly<Record<string, string>>[];
}

/** A job of the workflow on main, with all rights. */
async function run({event, workspace, inputs}: Job): Promise<Done> {
  const job = folder();
  const calls = logCalls(folder());
  const document = {repository: {id: 1, default_branch: 'main'}};
  writeFileSync(join(job, 'event.json'), JSON.stringify(document));
  const ran = await startAction({
    ...{job, workspace},
    inputs: {
      ...{'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum, token: 'a-token-of-the-lab'},
      ...{'db-repositories': dbRepositories, comment: 'off', cache: 'off'},
      ...inputs,
    },
    env: {
      ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, PATH: calls.path},
      ...{GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: origin.main},
      ...{GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: event, GITHUB_RUN_ID: '7'},
      ...{GITHUB_RUN_ATTEMPT: '1', GITHUB_EVENT_PATH: join(job, 'event.json')},
      ...{GITHUB_SERVER_URL: 'https://github.com', ACTIONS_CACHE_SERVICE_V2: 'true'},
      ...{ACTIONS_RESULTS_URL: cache.url, ACTIONS_RUNTIME_TOKEN: runtimeToken()},
      ...{HTTP_PROXY: undefined, http_proxy: undefined},
    },
  });
  const asks = await github.asks();
  await github.end();
  const report = readReport(ran.outputs.get('report-dir') ?? '');
  const notices = report.runs.flatMap((one) => one.notices.map(({message}) => message));
  return {...ran, calls: calls.take(), report, notices, uploads: uploadsOf(asks)};
}

function uploadsOf(asks: readonly RecordedAsk[]): Done['uploads'] {
  return asks
    .filter(({method, path}) => method === 'POST' && path.endsWith('/code-scanning/sarifs'))
    .map(({body}) => JSON.parse(body) as Record<string, string>);
}

const records = (): readonly string[] => cache.keys().filter((key) => key.includes('-record-'));

/** What a checkout is of, beside the default branch's own. */
function beside(sha: string, name: string): string {
  const workspace = checkOut(origin, origin.main, join(folder(), 'ws'));
  checkOut(origin, sha, join(workspace, name));
  return workspace;
}

it('a stranger’s head beside main’s checkout is refused before anything of it runs', async () => {
  const ran = await run({
    ...{event: 'pull_request_target', workspace: beside(origin.stranger, 'pr')},
    inputs: {files: 'pr/Dockerfile'},
  });
  expect(ran.status).toBe(1);
  expect(ran.outputs.get('verdict')).toBe('unable');
  expect(ran.stdout).toMatch(
    `On pull_request_target the workflow runs with the default branch’s rights`,
  );
  expect(ran.stdout).toContain(`(pr/Dockerfile) is of commit ${origin.stranger}`);
  expect(ran.stdout).toContain('mode: relay');
  expect(ran.calls.filter((call) => /\b(bake|build|compose|run|create|pull)\b/.test(call))).toEqual(
    [],
  );
  expect([ran.uploads, cache.keys()]).toEqual([[], []]);
}, 60_000);

describe('a branch’s commit that was checked out on main’s schedule', () => {
  it('is judged, and neither published nor kept as main’s', async () => {
    const workspace = checkOut(origin, origin.release, join(folder(), 'ws'));
    const ran = await run({event: 'schedule', workspace});
    expect(ran.outputs.get('verdict')).toBe('fail');
    expect(ran.report.runs[0]?.commit).toBe(origin.release);
    expect(ran.uploads).toEqual([]);
    const lines = ran.notices.filter((message) => message.includes(origin.release));
    expect(lines).toEqual([
      expect.stringMatching(/is checked out, and not that of the event .* Nothing is left/),
      expect.stringMatching(/the event is about .* inputs ref and sha/),
    ]);
    expect(ran.summary).not.toContain(`/blob/${origin.main}`);
    expect(records()).toEqual([]);
  }, 120_000);

  it('is published where the inputs ref and sha say, and kept as nobody’s, which is said', async () => {
    const ref = 'refs/heads/release-1.x';
    const ran = await run({
      ...{event: 'schedule', workspace: beside(origin.release, 'release')},
      inputs: {files: 'release/Dockerfile', ref, sha: origin.release},
    });
    expect(ran.outputs.get('verdict')).toBe('fail');
    expect(ran.uploads).toEqual([expect.objectContaining({ref, commit_sha: origin.release})]);
    const sent = gunzipSync(Buffer.from(ran.uploads[0]?.['sarif'] ?? '', 'base64')).toString();
    expect(sent).toContain('CVE-2022-25883');
    expect(records()).toEqual([]);
    const lines = ran.notices.filter((message) => message.includes('another checkout'));
    expect(lines).toEqual([expect.stringContaining(origin.release)]);
  }, 120_000);
});
