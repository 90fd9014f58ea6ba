/** `mode: relay` through the bundle, on `workflow_run`, against a recording GitHub on loopback. */
import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {afterEach, describe, expect, it} from '@jest/globals';
import type {Log} from 'sarif';
import {runAction, type ActionRun} from '../support/action.ts';
import {readReport} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import type {ScriptedPull, ScriptedRun} from '../support/github-runs.ts';
import {
  startGitHub,
  type GitHubServer,
  type KeptComment,
  type RecordedAsk,
  type ServerScript,
} from '../support/github-server.ts';
import {foreignFinding, hostileReport, IDENTITY, SPEECH} from '../support/hostile-report.ts';
import {image, report, vulnerability} from '../support/reports.ts';
import {zerosZip, zipOf, type Zipped} from '../support/zips.ts';
import {commentOf} from '../support/comments.ts';
import type {Report} from '../../src/domain/report/schema.ts';

const folder = folders();
const TOKEN = 'lab-token-of-this-test';
const SHA = 'a'.repeat(40);
const NAME = 'plimsoll-aaaaaaaaaaaaaaaa-1';
const OTHER = 'plimsoll-bbbbbbbbbbbbbbbb-1';
const PULL: ScriptedPull = {number: 7, sha: SHA, repository: 'stranger/name', branch: 'fix'};

const servers: GitHubServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});

interface Ask {
  readonly archives?: Readonly<Record<string, Buffer>>;
  readonly run?: Partial<ScriptedRun>;
  readonly pulls?: readonly ScriptedPull[];
  readonly script?: ServerScript;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workspace?: string;
}

interface Relayed extends ActionRun {
  readonly asks: readonly RecordedAsk[];
  readonly report: Report;
  readonly comments: readonly KeptComment[];
  /** Of the first comment; empty without. */
  readonly comment: string;
  readonly uploads: readonly Upload[];
}

interface Upload {
  readonly ref: string;
  readonly commit_sha: string;
  readonly tool_name: string;
  readonly log: Log;
}

const zipped = (given: Report, ...more: Zipped[]): Promise<Buffer> =>
  zipOf([{name: 'report.json', data: JSON.stringify(given)}, ...more]);
const usual = (): Report =>
  report({
    verdict: 'fail',
    images: [image({findings: [foreignFinding()], verdict: 'fail'})],
    violations: [vulnerability('CVE-2026-1')],
  });

async function relay({archives, run, pulls, script, inputs, workspace}: Ask): Promise<Relayed> {
  const all = archives ?? {[NAME]: await zipped(usual())};
  const artifacts = Object.entries(all).map(([name, bytes]) => {
    const file = join(folder(), 'it.zip');
    writeFileSync(file, bytes);
    return {name, file};
  });
  const {repository, branch} = PULL;
  const scripted = {id: 42, event: 'pull_request', sha: SHA, repository, branch, artifacts, ...run};
  const server = await startGitHub({runs: {run: scripted, pulls: pulls ?? [PULL]}, ...script});
  servers.push(server);
  const job = folder();
  const event = join(job, 'event.json');
  writeFileSync(event, JSON.stringify({workflow_run: {id: 42}}));
  const ran = runAction({
    ...{job, workspace: workspace ?? folder()},
    inputs: {mode: 'relay', token: TOKEN, ...inputs},
    env: {
      ...{GITHUB_EVENT_NAME: 'workflow_run', GITHUB_EVENT_PATH: event, GITHUB_JOB: 'relay'},
      ...{GITHUB_REPOSITORY: 'owner/name', GITHUB_REF: 'refs/heads/main'},
      ...{GITHUB_SHA: 'd'.repeat(40), GITHUB_SERVER_URL: 'https://github.com'},
      ...{GITHUB_API_URL: server.url, GITHUB_GRAPHQL_URL: `${server.url}/graphql`},
      ...{HTTP_PROXY: undefined, http_proxy: undefined, GITHUB_RUN_ID: '43'},
    },
  });
  const asks = await server.asks();
  const comments = await server.comments();
  return {
    comments,
    ...{...ran, asks, report: readReport(ran.outputs.get('report-dir') ?? '')},
    comment: comments[0]?.body ?? '',
    uploads: asks.filter(({path}) => path.endsWith('/sarifs')).map(uploadOf),
  };
}

function uploadOf({body}: RecordedAsk): Upload {
  const {sarif, ...rest} = JSON.parse(body) as Upload & {readonly sarif: string};
  const text = gunzipSync(Buffer.from(sarif, 'base64')).toString();
  return {...rest, log: JSON.parse(text) as Log};
}

const plain = (text: string): string =>
  text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

const writes = ({asks}: Relayed): readonly string[] =>
  asks
    .filter(({method, path}) => method !== 'GET' && path !== '/graphql')
    .map(({method, path}) => `${method} ${path}`);

describe('what a fork’s run has reported', () => {
  it('goes to the pull request and to code scanning at its head, and nowhere else', async () => {
    const ran = await relay({});
    expect(ran.status).toBe(0);
    expect(ran.comment).toMatch(/As reported by the fork’s own run, of stranger\/name at a{12}/);
    expect(ran.comment).toContain(`/blob/${SHA}/Dockerfile`);
    expect(ran.summary).toContain('As reported by the fork’s own run');
    expect(ran.uploads).toEqual([
      expect.objectContaining({ref: 'refs/pull/7/head', commit_sha: SHA, tool_name: 'Plimsoll'}),
    ]);
    const [run] = ran.uploads[0]?.log.runs ?? [];
    expect(run?.automationDetails?.id).toBe('plimsoll/web/linux/amd64/');
    expect(run?.results?.map(({ruleId}) => ruleId)).toEqual(['CVE-2026-1']);
    expect(ran.comments).toHaveLength(1);
    // No status, no check: one upload and one comment are all that is written.
    expect(writes(ran)).toEqual([
      'POST /repos/owner/name/code-scanning/sarifs',
      'POST /repos/owner/name/issues/7/comments',
    ]);
    expect(ran.stdout).not.toMatch(/^::(error|warning|notice)/m);
  });

  it('goes to each open pull request of this head, five at most, and the others are counted', async () => {
    // More than GitHub tells at once.
    const pulls = Array.from({length: 107}, (_, at) => ({...PULL, number: 7 + at}));
    const others: readonly ScriptedPull[] = [
      {...PULL, number: 1, state: 'closed'},
      {...PULL, number: 2, sha: 'b'.repeat(40)},
      {...PULL, number: 3, repository: 'stranger/other'},
    ];
    const ran = await relay({pulls: [...others, ...pulls]});
    expect(ran.status).toBe(0);
    const told = [7, 8, 9, 10, 11];
    expect(ran.comments.map(({pull}) => pull)).toEqual(told);
    expect(new Set(ran.comments.map(({body}) => body)).size).toBe(1);
    expect(ran.uploads.map(({ref}) => ref)).toEqual(told.map((one) => `refs/pull/${one}/head`));
    expect(ran.report.images[0]?.sarif?.upload).toBe('processed');
    expect(plain(ran.summary)).toContain(
      '107 pull requests have this head: 5 of them (7, 8, 9, 10, 11) are told, and 102 are left out.',
    );
  });

  it('goes to all where there are two, each on a comment of its own', async () => {
    const pulls = [PULL, {...PULL, number: 8}];
    const before = {title: '## Plimsoll: within the line. x', run: 42, job: 'relay'};
    const comments = [{pull: 8, body: commentOf(before)}];
    const ran = await relay({pulls, script: {comments}});
    expect(ran.status).toBe(0);
    expect(ran.comments.map(({pull}) => pull)).toEqual([8, 7]);
    for (const {body} of ran.comments) expect(body).toContain('over the line');
    expect(ran.summary).not.toContain('have this head');
  });

  it('is judged by nothing that lies in the checkout, and nothing of it is read', async () => {
    const workspace = folder({
      '.github/plimsoll.yml': 'version: 1\nrulez: [',
      '.trivyignore': 'CVE-2026-1\n',
      '.trivyignore.yaml': '[',
      'vex.json': '{',
      'docker-bake.hcl': 'target "default" {',
      'compose.yaml': '[',
      Dockerfile: 'FROM stranger\n',
    });
    const [there, without] = [await relay({workspace}), await relay({})];
    expect(there.status).toBe(0);
    expect(there.comment).toBe(without.comment);
  });

  it('is told in our words alone', async () => {
    const ran = await relay({archives: {[NAME]: await zipped(hostileReport())}});
    expect(ran.status).toBe(0);
    const shown = [ran.comment, ran.summary, ran.stdout, JSON.stringify([ran.report, ran.uploads])];
    expect(shown.join('\n')).not.toMatch(new RegExp(`${SPEECH}|evil|octocat|<img`));
    expect(ran.comment).toContain('over the line');
    expect(ran.summary).toContain('rules that are not known here were left out: obey');
    const [run] = ran.uploads[0]?.log.runs ?? [];
    expect(run?.tool.driver).toMatchObject({name: 'Plimsoll', version: '0.0.0'});
    expect(run?.results?.map(({partialFingerprints: marks}) => marks?.['plimsoll/v1'])).toContain(
      IDENTITY,
    );
  });

  it('of several jobs is one comment, with what cannot be used named in it', async () => {
    const second = report({images: [image({id: 'api/linux/amd64', name: 'api'})]});
    const ran = await relay({
      archives: {
        [NAME]: await zipped(usual()),
        [OTHER]: await zipped(second),
        'plimsoll-cccccccccccccccc-1': zerosZip('report.json', 2 ** 31),
        coverage: Buffer.from('no zip, and nobody asks for it'),
      },
    });
    expect(ran).toMatchObject({status: 0, uploads: [{}, {}]});
    expect(ran.comment).toContain('**api**');
    expect(ran.comment).toMatch(/plimsoll&#45;c+&#45;1: this artifact holds more than 1\.0 GB/);
    expect(ran.asks.filter(({path}) => path.endsWith('/zip'))).toHaveLength(3);
  });

  it('is of the last attempt', async () => {
    const archives = {
      [NAME]: await zipped(hostileReport()),
      [NAME.replace(/1$/, '2')]: await zipped(report()),
    };
    expect((await relay({archives, inputs: {comment: 'always'}})).comment).toContain(
      'within the line',
    );
  });
});

describe('what is not relayed ends well, and says why', () => {
  const slip = (): Promise<Buffer> =>
    zipOf(
      [
        {name: 'report.json', data: '{}'},
        {name: 'xx/xx/evil', data: 'x'},
      ],
      {
        'xx/xx/evil': '../../evil',
      },
    );
  const link = (): Promise<Buffer> =>
    zipOf([{name: 'report.json', data: '/etc/passwd', mode: 0o120777}]);
  const one = async (archive: Promise<Buffer> | Buffer): Promise<Ask> => ({
    archives: {[NAME]: await archive},
  });

  it.each<[string, () => Promise<Ask> | Ask, RegExp]>([
    ['a push', () => ({run: {event: 'push'}}), /the run was started by push/],
    ['another head', () => ({pulls: [{...PULL, sha: 'b'.repeat(40)}]}), /pull request 7 is b{40}/],
    [
      'another repository',
      () => ({pulls: [{...PULL, repository: 'stranger/other'}]}),
      /pull request 7 comes from stranger\/other/,
    ],
    [
      'no pull request',
      () => ({pulls: []}),
      /no open pull request has the head stranger\/name:fix/,
    ],
    ['its own branch', () => ({run: {repository: 'owner/name'}}), /its own run publishes/],
    ['no artifact', () => ({archives: {}}), /has left no report/],
    ['zip-slip', () => one(slip()), /no archive that can be read/],
    ['a link', () => one(link()), /holds a link/],
    ['2 GB of zeros', () => one(zerosZip('report.json', 2 ** 31)), /more than 1\.0 GB/],
    ['a small lie', () => one(zerosZip('report.json', 2 ** 31, 9)), /no archive that can be read/],
    ['no report', () => one(zipped({...report(), version: 1} as never)), /of this version/],
    [
      'one image twice',
      async () => ({archives: {[NAME]: await zipped(usual()), [OTHER]: await zipped(usual())}}),
      /web\/linux\/amd64 is reported twice, by plimsoll-a.* plimsoll-b/,
    ],
  ])('%s', async (_, ask, words) => {
    const ran = await relay(await ask());
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(words);
    expect(ran.summary).toContain('Nothing was relayed of the workflow run 42');
    expect(writes(ran)).toEqual([]);
    expect(ran.outputs.get('verdict')).toBe('unable');
  });
});

describe('what GitHub does not take fails the step', () => {
  const refusal = {
    kind: 'answer',
    status: 403,
    body: {message: 'Resource not accessible'},
  } as const;

  it.each([
    ['the upload', 'POST /repos/owner/name/code-scanning/sarifs', /security&#45;events: write/],
    ['the comment', 'POST /repos/owner/name/issues/7/comments', /pull&#45;requests: write/],
    ['the run', 'GET /repos/owner/name/actions/runs/42', /actions: read/],
    ['the artifact', 'GET /repos/owner/name/actions/artifacts/1/zip', /actions: read/],
  ])('%s', async (_, route, words) => {
    const ran = await relay({script: {faults: [{route, fault: refusal}]}});
    expect(ran.status).toBe(1);
    expect(ran.summary).toMatch(words);
    expect([ran.stdout, ran.summary].join('\n')).not.toContain(TOKEN);
  });

  it('a download that is cut is asked for again, and is not told as a want of permission', async () => {
    const route = 'GET /repos/owner/name/actions/artifacts/1/zip';
    const ran = await relay({script: {faults: [{route, fault: {kind: 'reset'}}]}});
    expect(ran).toMatchObject({status: 0, uploads: [{}]});
    const gone = {kind: 'answer', status: 410, body: {message: 'Gone'}} as const;
    const without = await relay({script: {faults: [{route, fault: gone}]}});
    expect(without.report.error?.message).toMatch(/artifact 1: it answered 410\.$/);
  });

  it('and what was not asked for is no failure: nothing is sent with `file`, nothing written with `off`', async () => {
    for (const [sarif, files] of [
      ['off', 0],
      ['file', 1],
    ] as const) {
      const ran = await relay({inputs: {sarif, comment: 'off'}});
      expect(ran.status).toBe(0);
      expect(writes(ran)).toEqual([]);
      const path = ran.outputs.get('sarif-dir');
      expect(path === undefined ? [] : readdirSync(path)).toHaveLength(files);
    }
  });

  it('needs to know of which run', async () => {
    const ran = await relay({inputs: {'run-id': '41'}});
    expect(ran).toMatchObject({status: 1, report: {error: {kind: 'tool'}}});
    expect(ran.report.error?.message).toMatch(/workflow run 41 with status 404/);
  });
});
