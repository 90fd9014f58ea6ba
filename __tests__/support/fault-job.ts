/** The whole gate by the Actions door, its post step too, with a cache service that may be broken. */
import {execFileSync, spawnSync} from 'node:child_process';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Report} from '../../src/domain/report/schema.ts';
import {headline} from '../../src/domain/report/view.ts';
import {startAction, type ActionRun, type RunAction} from './action.ts';
import {BUNDLE, readReport} from './command.ts';
import type {CacheServer} from './cache-server.ts';
import {CANARY, type Outcome, type Place} from './faults.ts';
import {lab} from './lab.ts';
import {runtimeToken} from './runtime-token.ts';

export interface FaultJob {
  readonly server: CacheServer;
  /** A checkout on the default branch. */
  readonly work: string;
  /** For the files that the runner keeps for a job. */
  readonly job: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A clean commit on the default branch, which may leave what later runs find. */
export function checkout(work: string): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: work,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'x');
  return git('rev-parse', 'HEAD');
}

export interface JobDone {
  readonly report: Report;
  readonly ran: ActionRun;
  /** All that the job wrote. */
  readonly written: readonly string[];
}

/** A push to the default branch, from its first to its post step. */
export async function jobOf(given: FaultJob & {readonly temporary: string}): Promise<JobDone> {
  const ask = askOf(given);
  const ran = await startAction(ask);
  const folder = ran.outputs.get('report-dir') ?? '';
  const report = readReport(folder);
  const files = readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name}) => readFileSync(join(folder, name), 'latin1'));
  endJob(ask, ran);
  const written = [ran.stdout, ran.stderr, ran.summary, ...ran.outputs.values(), ...files];
  return {report, ran, written};
}

export async function jobIn({temporary}: Place, given: FaultJob): Promise<Outcome> {
  const {server} = given;
  const {report, written} = await jobOf({...given, temporary});
  const notices = report.runs.flatMap((run) => run.notices.map(({message}) => message));
  return {
    verdict: report.verdict,
    sentences: [headline(report), ...notices],
    on: `${server.url} (${server.calls.length} calls)`,
    written,
  };
}

function askOf({
  server,
  work,
  job,
  temporary,
  inputs,
  env,
}: FaultJob & {readonly temporary: string}): RunAction {
  const {trivyUrl, trivyChecksum, dbRepositories} = lab();
  const event = join(job, 'event.json');
  writeFileSync(event, JSON.stringify({repository: {default_branch: 'main'}}));
  return {
    ...{job, workspace: work},
    inputs: {
      ...{'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum},
      ...{'db-repositories': dbRepositories, 'cache-timeout': '2s'},
      ...{baseline: 'none', sarif: 'off', ...inputs},
    },
    env: {
      ...{RUNNER_TEMP: temporary, RUNNER_TOOL_CACHE: join(job, 'tools')},
      ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, AWS_SECRET_ACCESS_KEY: CANARY},
      ...{GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_PATH: event},
      ...{GITHUB_SHA: checkout(work), GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1'},
      ...{GITHUB_SERVER_URL: 'https://github.com', ACTIONS_CACHE_SERVICE_V2: 'true'},
      ...{ACTIONS_RESULTS_URL: server.url, ACTIONS_RUNTIME_TOKEN: `${runtimeToken()}${CANARY}`},
      ...env,
    },
  };
}

/** The post step: what lives until the job's end goes. */
function endJob({workspace, env}: RunAction, {state}: ActionRun): void {
  const saved = [...state].map(([name, value]) => [`STATE_${name}`, value] as const);
  spawnSync(process.execPath, [BUNDLE], {
    cwd: workspace,
    env: {
      ...process.env,
      GITHUB_ACTIONS: 'true',
      INPUT_WORKDIR: '.',
      ...env,
      ...Object.fromEntries(saved),
    },
  });
}
