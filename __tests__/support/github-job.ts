/** The bundle as an action of a job, against a recording GitHub. */
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach} from '@jest/globals';
import type {Report} from '../../src/domain/report/schema.ts';
import {runAction, type ActionRun} from './action.ts';
import {readReport} from './command.ts';
import {folders} from './folders.ts';
import {
  startGitHub,
  type GitHubServer,
  type KeptComment,
  type RecordedAsk,
  type ServerScript,
} from './github-server.ts';
import {lab} from './lab.ts';

const {trivyUrl, trivyChecksum, dbRepositories} = lab();
const folder = folders();
export const TOKEN = 'lab-token-of-this-test';

const servers: GitHubServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});

export interface Act extends ActionRun {
  readonly report: Report;
  readonly asks: readonly RecordedAsk[];
  readonly comments: readonly KeptComment[];
  readonly folder: string;
  readonly head: string;
}

export interface ActOptions {
  readonly event?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** On a pull request, of a repository with one image that has a vulnerable package. */
export async function actOnGitHub(script: ServerScript, options: ActOptions = {}): Promise<Act> {
  const server = await startGitHub(script);
  servers.push(server);
  const workspace = folder({
    'app/Dockerfile': 'FROM busybox\nCOPY node_modules /app/node_modules\nUSER 1000\n',
    'app/node_modules/semver/package.json': '{"name": "semver", "version": "7.3.0"}',
    '.github/plimsoll.yml': 'version: 1\nrules: {healthcheck: {level: off}}\n',
  });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Lab', '-c', 'user.email=lab@lab.example', ...args], {
      cwd: workspace,
      encoding: 'utf8',
    });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'It');
  const head = git('rev-parse', 'HEAD').trim();
  const job = folder();
  const event = join(job, 'event.json');
  writeFileSync(event, JSON.stringify(options.event ?? {}));
  const ran = runAction({
    ...{job, workspace},
    inputs: {
      ...{'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum},
      ...{'db-repositories': dbRepositories, workdir: 'app', token: TOKEN},
      ...options.inputs,
    },
    env: {
      ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
      ...{GITHUB_API_URL: server.url, GITHUB_REPOSITORY: 'owner/name', GITHUB_SHA: head},
      GITHUB_GRAPHQL_URL: `${server.url}/graphql`,
      ...{GITHUB_REF: 'refs/pull/7/merge', GITHUB_EVENT_NAME: 'pull_request'},
      ...{GITHUB_EVENT_PATH: event, GITHUB_SERVER_URL: 'https://github.com'},
      ...{HTTP_PROXY: undefined, http_proxy: undefined},
    },
  });
  const reports = ran.outputs.get('report-dir') ?? '';
  const [asks, comments] = [await server.asks(), await server.comments()];
  return {...ran, head, asks, comments, folder: reports, report: readReport(reports)};
}
