/**
 * Rule 15. The attacker is an accident or an author of a pull request: whatever holds a secret hands it to
 * a build, which prints it in every encoding, and to every message of a tool. They must not find it in
 * anything that a run of either front door writes, however it is decoded.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {zstdDecompressSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it, test} from '@jest/globals';
import {MASK} from '../../src/domain/text/mask.ts';
import {startAction, type ActionRun} from '../support/action.ts';
import {ArtifactServer} from '../support/artifact-server.ts';
import {CacheServer} from '../support/cache-server.ts';
import {runCommand} from '../support/command.ts';
import {decoded} from '../support/decoded.ts';
import {folders} from '../support/folders.ts';
import {startGitHub, type GitHubServer} from '../support/github-server.ts';
import {lab} from '../support/lab.ts';
import {
  COMMITTED,
  commitIn,
  ENV,
  LITERAL_ARG,
  MISTAKES,
  PLANTED,
  REPOSITORY,
  RUNTIME_TOKEN,
  SETTINGS,
  SHORT,
  TOKEN,
} from '../support/planted-repository.ts';
import {seenIn, SPILLS, type Output} from '../support/planted.ts';
import {unzipped} from '../support/zips.ts';

const {trivyUrl, trivyChecksum, dbRepositories} = lab();
const folder = folders();
const LAB = {'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum};
const NOT_OF_THE_LAB = {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined};

const work = folder(REPOSITORY);
const head = commitIn(work);

/** Names too. */
function filesIn(root: string, kind: string): readonly Output[] {
  return readdirSync(root, {recursive: true, withFileTypes: true}).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return {kind, name: path.slice(root.length), data: entry.isFile() ? readFileSync(path) : ''};
  });
}

const cache = new CacheServer();
const artifacts = new ArtifactServer();
let github: GitHubServer;
beforeAll(async () => {
  [, , github] = await Promise.all([cache.start(), artifacts.start(), startGitHub()]);
});
afterAll(() => Promise.all([cache.stop(), artifacts.stop(), github.end()]));

interface Job {
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: 'push' | 'pull_request';
  /** Of the results service: which of the two answers. */
  readonly results?: string;
}

async function act({inputs, event, results}: Job): Promise<readonly Output[]> {
  const [job, reports] = [folder(), folder()];
  const document = join(job, 'event.json');
  const repo = {full_name: 'owner/name'};
  const pull = {number: 7, head: {sha: head, repo}, base: {sha: head, repo}};
  const isPull = event === 'pull_request';
  writeFileSync(
    document,
    JSON.stringify({repository: {default_branch: 'main'}, ...(isPull ? {pull_request: pull} : {})}),
  );
  const ran = await startAction({
    ...{job, workspace: work},
    inputs: {
      ...LAB,
      ...{'db-repositories': dbRepositories, token: TOKEN.value, 'report-dir': reports},
      ...{set: SETTINGS.join('\n'), cache: 'off', baseline: 'none', ...inputs},
    },
    env: {
      ...{...NOT_OF_THE_LAB, ...ENV, HTTP_PROXY: undefined, http_proxy: undefined},
      ...{GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'owner/name', GITHUB_SHA: head},
      ...{GITHUB_GRAPHQL_URL: `${github.url}/graphql`, GITHUB_SERVER_URL: 'https://github.com'},
      ...{GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: document, GITHUB_RUN_ID: '7'},
      ...{GITHUB_REF: isPull ? 'refs/pull/7/merge' : 'refs/heads/main', GITHUB_RUN_ATTEMPT: '1'},
      ...{RUNNER_TOOL_CACHE: join(job, 'tools'), ACTIONS_CACHE_SERVICE_V2: 'true'},
      ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
      ...(results === undefined ? {} : {ACTIONS_RESULTS_URL: results}),
    },
  });
  return [...written(ran), ...filesIn(reports, 'report folder')];
}

function written({stdout, stderr, summary, outputs}: ActionRun): readonly Output[] {
  const lines = stdout.split('\n');
  const annotations = lines.filter((line) => /^::(error|warning|notice) /.test(line));
  return [
    {kind: 'log', name: 'stdout', data: stdout},
    {kind: 'log', name: 'stderr', data: stderr},
    {kind: 'annotations', name: 'annotations', data: annotations.join('\n')},
    {kind: 'summary', name: 'summary', data: summary},
    ...[...outputs].map(([name, data]) => ({kind: 'outputs', name, data})),
  ];
}

/** What was sent to GitHub but in the header that a token belongs in. */
async function sent(): Promise<readonly Output[]> {
  return (await github.asks()).flatMap(({method, path, body}) => {
    const kind = path.includes('/code-scanning/sarifs')
      ? 'SARIF upload'
      : path.includes('/comments') && body !== ''
        ? 'comment'
        : 'request';
    return [{kind, name: `${method} ${path}`, data: body}];
  });
}

async function kept(): Promise<readonly Output[]> {
  // The scanner and its database are nobody's secret, and large.
  const ours = cache.entries.filter(({key}) => /^plimsoll-1-(layers|record)-/.test(key));
  const unpacked = ours.flatMap(({key, data}) => {
    const into = folder();
    const {status} = spawnSync('tar', ['-x', '-C', into, '-P', '--transform=s,^.*/,,'], {
      input: zstdDecompressSync(data),
    });
    expect({key, status}).toEqual({key, status: 0});
    return filesIn(into, key.includes('-record-') ? 'kept record' : 'kept layers');
  });
  const zips = artifacts.artifacts.map(async ({data}) =>
    [...(await unzipped(data))].map(([name, text]) => ({kind: 'artifact', name, data: text})),
  );
  return [...unpacked, ...(await Promise.all(zips)).flat()];
}

interface Asked {
  readonly file: string;
  readonly flags?: readonly string[];
}

function command({file, flags}: Asked): readonly Output[] {
  const reports = folder();
  const {stdout, stderr} = runCommand({
    cwd: work,
    args: [
      `--files=${file}`,
      `--set=${SETTINGS.join('\n')}`,
      `--report-dir=${reports}`,
      ...(flags ?? []),
    ],
    env: {
      ...NOT_OF_THE_LAB,
      ...ENV,
      GITHUB_TOKEN: TOKEN.value,
      ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    },
  });
  return [
    {kind: 'stdout', name: 'stdout', data: stdout},
    {kind: 'terminal', name: 'stderr', data: stderr},
    ...filesIn(reports, 'report folder'),
  ];
}

test('The search finds every canary in every encoding', () => {
  const outputs = PLANTED.flatMap(({value}) =>
    Object.entries(SPILLS).map(([name, spill]) => ({kind: 'x', name, data: spill(value)})),
  );
  expect(seenIn(outputs, PLANTED)).toHaveLength(outputs.length);
});

/** What must be found in each kind of output, so that one that is not read is seen: what is open, and masks. */
type Expected = Readonly<Record<string, readonly string[]>>;

function expectSilence(outputs: readonly Output[], expected: Expected): void {
  const kinds = Map.groupBy(outputs, ({kind}) => kind);
  const missing = Object.entries(expected).flatMap(([kind, words]) => {
    const texts = (kinds.get(kind) ?? []).map(({data}) => decoded(data));
    return words
      .filter((word) => !texts.some((text) => text.includes(word)))
      .map((word) => `${kind}: ${word}`);
  });
  expect(missing).toEqual([]);
  expect(seenIn(outputs, PLANTED)).toEqual([]);
}

/** A build has printed them. */
const PRINTED = [COMMITTED, LITERAL_ARG, SHORT, MASK];

describe('the action', () => {
  it('tells no secret of a push, and leaves none', async () => {
    const inputs = {files: 'docker-bake.json', targets: 'web', artifact: 'off'};
    const told = await act({event: 'push', inputs, results: cache.url});
    expectSilence([...told, ...(await sent()), ...(await kept())], {
      log: PRINTED,
      annotations: ['Dockerfile', MASK],
      summary: ['Dockerfile', MASK],
      outputs: ['web'],
      'report folder': [SHORT, COMMITTED, MASK],
      'SARIF upload': ['Dockerfile'],
      'kept record': ['web'],
      'kept layers': ['leak.txt'],
    });
  });

  it('tells no secret of a pull request whose build fails', async () => {
    const inputs = {files: 'compose.yaml', comment: 'always', artifact: 'always'};
    const told = await act({event: 'pull_request', inputs, results: artifacts.url});
    expectSilence([...told, ...(await sent()), ...(await kept())], {
      log: PRINTED,
      annotations: ['Dockerfile', MASK],
      summary: PRINTED,
      outputs: ['web'],
      'report folder': PRINTED,
      'SARIF upload': ['Dockerfile'],
      comment: [SHORT, MASK],
      artifact: PRINTED,
    });
  });
});

describe('the command', () => {
  it('tells no secret of a build that fails', () => {
    expectSilence(command({file: 'docker-bake.json'}), {
      terminal: PRINTED,
      'report folder': PRINTED,
    });
  });

  it('tells no secret of a build that succeeds', () => {
    expectSilence(command({file: 'compose.yaml', flags: ['--targets=web', '--json']}), {
      terminal: PRINTED,
      stdout: [COMMITTED, MASK],
      'report folder': [COMMITTED, MASK],
    });
  });
});

describe('what a tool says about', () => {
  const masked = [MASK];

  it.each(Object.entries(MISTAKES))('%s (%s) tells no secret', async (file) => {
    const told = await act({event: 'pull_request', inputs: {files: file, artifact: 'off'}});
    expectSilence([...told, ...command({file})], {
      log: masked,
      annotations: masked,
      summary: masked,
      'report folder': masked,
      terminal: masked,
    });
  });
});
