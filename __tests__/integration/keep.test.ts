/** What a run leaves in the job's cache service, and what the next one does with it. */
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {startAction, type ActionRun} from '../support/action.ts';
import {FILES} from '../support/fault-gate.ts';
import {CacheServer} from '../support/cache-server.ts';
import {startGitHub, type Scripted} from '../support/github-server.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {runtimeToken} from '../support/runtime-token.ts';

const {trivyUrl, trivyChecksum, dbRepositories} = lab();
const folder = folders();
const POLICY = 'version: 1\nrules: {user: {level: off}, healthcheck: {level: off}}';
const DOCKERFILE = 'FROM debian:bookworm-slim\nRUN echo one > /one\n';
/** For what is asked of keeping alone: read in no time, and judged whatever the scanner says. */
const SMALL = {
  dockerfile: 'FROM busybox\nRUN echo one > /one\n',
  policy: POLICY.replace('{user', '{vulnerabilities: {level: off}, secrets: {level: off}, user'),
};
const SECRET = 'canary-in-a-token-4711';

const server = new CacheServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd,
    encoding: 'utf8',
  }).trim();

/** A checkout whose commits follow each other; the same place on every "runner". */
function repository(dockerfile = DOCKERFILE): string {
  return checkout({Dockerfile: dockerfile});
}

function checkout(files: Readonly<Record<string, string>>): string {
  const workspace = folder(files);
  git(workspace, 'init', '--quiet', '--initial-branch=main');
  commit(workspace);
  return workspace;
}

function commit(workspace: string): string {
  git(workspace, 'add', '--all');
  git(workspace, 'commit', '--quiet', '--allow-empty', '--message', 'x');
  return git(workspace, 'rev-parse', 'HEAD');
}

interface Given {
  readonly event?: string;
  readonly document?: object;
  readonly permission?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** One job on a runner that has nothing of an earlier one. */
async function job(workspace: string, given: Given = {}): Promise<ActionRun> {
  const place = folder();
  const event = join(place, 'event.json');
  writeFileSync(event, JSON.stringify({repository: {default_branch: 'main'}, ...given.document}));
  return startAction({
    job: place,
    workspace,
    inputs: {
      ...{'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum, policy: POLICY},
      'db-repositories': dbRepositories,
      cache: 'off',
      ...given.inputs,
    },
    env: {
      ...{
        PLIMSOLL_SET: undefined,
        PLIMSOLL_ALLOW: undefined,
        RUNNER_TOOL_CACHE: join(place, 'tools'),
      },
      ...{GITHUB_EVENT_NAME: given.event ?? 'push', GITHUB_REF: 'refs/heads/main'},
      ...{GITHUB_EVENT_PATH: event, GITHUB_SHA: git(workspace, 'rev-parse', 'HEAD')},
      ...{GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1', GITHUB_SERVER_URL: 'https://github.com'},
      ...{ACTIONS_CACHE_SERVICE_V2: 'true', ACTIONS_RESULTS_URL: server.url},
      ACTIONS_RUNTIME_TOKEN: `${runtimeToken({permission: given.permission ?? 3})}${SECRET}`,
      ...given.env,
    },
  });
}

interface Said {
  readonly verdict: string;
  readonly runs: readonly {
    readonly notices: readonly {from: string; message: string}[];
    readonly baseline?: {readonly commit?: string; readonly commitsBack?: number};
  }[];
  readonly images: readonly {readonly comparison?: {readonly state: string}}[];
}

function reportOf({outputs}: ActionRun): Said {
  const path = join(outputs.get('report-dir') ?? '', 'report.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Said;
}

function noticesOf(ran: ActionRun): readonly string[] {
  return reportOf(ran).runs.flatMap(({notices}) =>
    notices.flatMap(({from, message}) => (from === 'keep' || from === 'baseline' ? [message] : [])),
  );
}

/** `plimsoll-1-trivy-db-…` -> `trivy-db`. */
const kinds = (): readonly string[] =>
  server
    .keys()
    .flatMap((key) => /^plimsoll-1-(layers|record|run|trivy-db|trivy)-/.exec(key)?.[1] ?? key);

describe('a push to the default branch', () => {
  const workspace = repository();
  let first: ActionRun;
  beforeAll(async () => {
    first = await job(workspace);
  });

  it('leaves layers, record, scanner and database, whatever the verdict', () => {
    expect(noticesOf(first)).toEqual([]);
    expect(kinds().toSorted()).toEqual(['layers', 'record', 'run', 'trivy', 'trivy-db']);
    expect(first.stdout + first.stderr).not.toContain(SECRET);
  });

  it('leaves a record that is small', () => {
    const record = server.entries.find(({key}) => key.includes('-record-'));
    expect(record?.data.length).toBeLessThan(300_000);
  });

  it('is what the next one starts from: its baseline, and layers that nobody reads again', async () => {
    const before = git(workspace, 'rev-parse', 'HEAD');
    commit(workspace);
    const keys = server.keys();
    const puts = server.calls.filter(({name}) => name === 'CreateCacheEntry').length;
    const next = await job(workspace, {document: {before}});
    expect(noticesOf(next)).toEqual([]);
    const report = reportOf(next);
    expect(report.runs[0]?.baseline?.commit).toBe(before);
    expect(report.images[0]?.comparison).toBeDefined();
    // Nothing is new but the records of this commit.
    const fresh = server.keys().filter((key) => !keys.includes(key));
    expect(fresh.filter((key) => !/-(?:record|run)-/.test(key))).toEqual([]);
    expect(fresh).toHaveLength(2);
    expect(server.calls.filter(({name}) => name === 'CreateCacheEntry').length).toBe(puts + 2);
  });

  it('is the base of a pull request, which leaves nothing', async () => {
    const before = git(workspace, 'rev-parse', 'HEAD');
    writeFileSync(join(workspace, 'Dockerfile'), `${DOCKERFILE}RUN echo two > /two\n`);
    commit(workspace);
    const keys = server.keys();
    const ran = await job(workspace, {
      event: 'pull_request',
      env: {GITHUB_REF: 'refs/pull/1/merge'},
    });
    expect(reportOf(ran).runs[0]?.baseline?.commit).toBe(before);
    expect(server.keys()).toEqual(keys);
  });

  it('costs the next one a line where it is damaged, and is made anew', async () => {
    const before = git(workspace, 'rev-parse', 'HEAD');
    for (const entry of server.entries) if (entry.isWhole) entry.data = entry.data.subarray(0, 100);
    commit(workspace);
    const next = await job(workspace, {document: {before}});
    expect(noticesOf(next).length).toBeGreaterThan(0);
    expect(reportOf(next).verdict).toBe(reportOf(first).verdict);
    server.entries.length = 0;
  });
});

describe('a pull request whose base has no record', () => {
  const FURTHER_BACK = 12;
  const base = 'b'.repeat(40);
  let workspace: string;
  let recorded: string;

  beforeAll(async () => {
    workspace = repository(SMALL.dockerfile);
    recorded = git(workspace, 'rev-parse', 'HEAD');
    await job(workspace, {inputs: {policy: SMALL.policy}});
    commit(workspace);
    commit(workspace);
  });

  /** GitHub as it knows the base's past, and the keys of the cache service where the token may look. */
  async function pull(mayLook: boolean): Promise<{said: Said; summary: string}> {
    const past = Array.from({length: FURTHER_BACK}, (_, at) => `${at}`.padStart(40, 'a'));
    const answer = (route: string, body: unknown): Scripted => ({
      route,
      fault: {kind: 'answer', status: 200, body},
    });
    const commits = [...past, recorded].map((sha) => ({sha}));
    const caches = {actions_caches: server.keys().map((key) => ({key}))};
    const github = await startGitHub({
      faults: [
        answer(`GET /repos/o/r/commits?sha=${base}`, commits),
        ...(mayLook
          ? [answer('GET /repos/o/r/actions/caches?key=plimsoll-1-record-', caches)]
          : []),
      ],
    });
    try {
      const ran = await job(workspace, {
        event: 'pull_request',
        document: {pull_request: {base: {sha: base}}},
        inputs: {token: 'a-token-of-the-lab', sarif: 'off', policy: SMALL.policy},
        env: {
          ...{GITHUB_REF: 'refs/pull/1/merge', GITHUB_REPOSITORY: 'o/r'},
          GITHUB_API_URL: github.url,
        },
      });
      return {said: reportOf(ran), summary: ran.summary};
    } finally {
      await github.end();
    }
  }

  it.each([
    ['by the list of keys', true],
    ['by asking for them, where the token may not look at the list', false],
  ])('takes the nearest one, found %s', async (_how, mayLook) => {
    const {said, summary} = await pull(mayLook);
    expect(said.runs[0]?.baseline).toMatchObject({commit: recorded, commitsBack: FURTHER_BACK});
    expect(said.images[0]?.comparison?.state).toBe('compared');
    expect(summary).toContain(`${FURTHER_BACK} commits before the base`);
  });
});

// Each reason is asked in stages/cache/rights.test.ts.
describe('a run that may not leave anything', () => {
  it.each<[string, Given, string]>([
    ['because its token only reads', {permission: 1}, SMALL.dockerfile],
    ['because a file was changed', {}, `${SMALL.dockerfile}RUN true\n`],
  ])('%s, leaves nothing and is judged all the same', async (_, given, dockerfile) => {
    const workspace = repository(SMALL.dockerfile);
    writeFileSync(join(workspace, 'Dockerfile'), dockerfile);
    const keys = server.keys();
    const ran = await job(workspace, {...given, inputs: {policy: SMALL.policy}});
    expect(server.keys()).toEqual(keys);
    expect(reportOf(ran).verdict).not.toBe('unable');
  });
});

describe('a cache service that fails', () => {
  const broken = [
    [
      'with 503 and a page',
      (response) => {
        response.statusCode = 503;
        response.end('<html>busy</html>');
      },
    ],
    [
      'with a reset',
      (response) => {
        response.destroy();
      },
    ],
    ['with nothing at all', () => undefined],
    [
      'with words that are none',
      (response) => {
        response.end('{');
      },
    ],
  ] as const satisfies readonly (readonly [string, (response: ServerResponse) => void])[];

  const all: CacheServer[] = [];
  let runs: ReadonlyMap<string, ActionRun>;
  // Side by side: most of it is waiting.
  beforeAll(async () => {
    const made = broken.map(async ([how, answer]) => {
      const own = new CacheServer();
      all.push(own);
      await own.start();
      own.fault = (call, response) => {
        if (!call.key.startsWith('plimsoll-1-')) return false;
        answer(response);
        return true;
      };
      // It is scanned: Trivy and its database are looked for in the cache service too.
      const inputs = {'cache-timeout': '2s'};
      const env = {ACTIONS_RESULTS_URL: own.url};
      return [how, await job(checkout(FILES), {inputs, env})] as const;
    });
    runs = new Map(await Promise.all(made));
  });
  afterAll(async () => {
    for (const own of all) await own.stop();
  });

  it.each(broken.map(([how]) => [how] as const))(
    '%s costs lines of the report, and never the verdict',
    (how) => {
      const ran = runs.get(how);
      if (ran === undefined) throw new Error('it was not run');
      expect(noticesOf(ran)).toEqual([
        expect.stringMatching(/^The cache service could not be read: /),
      ]);
      expect(reportOf(ran).verdict).not.toBe('unable');
      expect(ran.stdout + ran.stderr).not.toContain(SECRET);
    },
  );
});
