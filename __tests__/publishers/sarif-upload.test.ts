/** The upload against a recording GitHub on loopback, by the real client: every refusal costs one line. */
import {gunzipSync} from 'node:zlib';
import {afterEach, describe, expect, it} from '@jest/globals';
import {
  uploadAll,
  type Uploaded,
  type UploadCall,
  type UploadTimes,
} from '../../src/publishers/sarif/upload.ts';
import {testDeps} from '../support/deps.ts';
import {
  startGitHub,
  type Fault,
  type GitHubServer,
  type ServerScript,
} from '../support/github-server.ts';

/** Long beside what a loaded machine takes: only where a deadline is asked about it is short. */
const PATIENT: UploadTimes = {
  retryPolicy: {askSeconds: 20, pauses: [0.01, 0.01], longestPause: 2},
  pollSeconds: 0.01,
  deadlineSeconds: 20,
};
const ASKED_SHORTLY: UploadTimes = {
  ...PATIENT,
  retryPolicy: {...PATIENT.retryPolicy, askSeconds: 0.4},
};
const POST = 'POST /repos/owner/name/code-scanning/sarifs';
const LIST = 'GET /repos/owner/name/code-scanning/analyses';

const servers: GitHubServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});

interface Answered extends Uploaded {
  readonly server: GitHubServer;
}

async function upload(script: ServerScript, changes: Partial<UploadCall> = {}): Promise<Answered> {
  const server = await startGitHub(script);
  servers.push(server);
  const deps = testDeps({onlyEnv: {GITHUB_API_URL: server.url}});
  const documents = ['a', 'b'].map((image) => ({
    image,
    results: 1,
    json: () => [`{"i":"${image}"}`],
  }));
  const call: UploadCall = {
    target: {owner: 'owner', repo: 'name', ref: 'refs/heads/main', commit: 'c'.repeat(40)},
    triesAnyway: false,
    checkoutUri: 'file:///work',
    startedAt: '2026-01-01T00:00:00.000Z',
    token: 'lab-token-of-this-test',
    times: PATIENT,
    ...changes,
  };
  return {server, ...(await uploadAll(documents, call, deps))};
}

const answer = (status: number, message: string, headers = {}): Fault => ({
  kind: 'answer',
  status,
  body: {message, documentation_url: 'https://docs.github.com/rest'},
  headers,
});

describe('an upload that GitHub takes', () => {
  it('sends each document whole, with its ref, commit and start, and waits for the answer', async () => {
    const processing = [{processing_status: 'pending'}, {processing_status: 'complete'}];
    const {server, states, notices} = await upload({processing});
    expect([...states]).toEqual([
      ['a', 'processed'],
      ['b', 'processed'],
    ]);
    expect(notices).toEqual([]);
    const posts = (await server.asks()).filter(({method}) => method === 'POST');
    const bodies = posts.map(({body}) => JSON.parse(body) as Record<string, string>);
    expect(bodies[0]).toMatchObject({
      ref: 'refs/heads/main',
      commit_sha: 'c'.repeat(40),
      checkout_uri: 'file:///work',
      started_at: '2026-01-01T00:00:00.000Z',
    });
    const sent = bodies.map(({sarif = ''}) => gunzipSync(Buffer.from(sarif, 'base64')).toString());
    expect(sent).toEqual(['{"i":"a"}', '{"i":"b"}']);
    expect(posts[0]?.headers['authorization']).toBe('token lab-token-of-this-test');
  });

  it('tells processing errors in GitHub’s words', async () => {
    const {states, notices} = await upload({
      processing: [{processing_status: 'failed', errors: ['Invalid SARIF. Rule is missing.']}],
    });
    expect(states.get('a')).toBe('refused');
    expect(notices[0]).toBe(
      'a: GitHub could not process the upload to code scanning: Invalid SARIF. Rule is missing.',
    );
  });

  it('does not wait longer than its deadline', async () => {
    const {states, notices} = await upload(
      {processing: [{processing_status: 'pending'}]},
      {times: {...PATIENT, deadlineSeconds: 0.2}},
    );
    expect(states.get('a')).toBe('pending');
    expect(notices).toEqual([expect.stringMatching(/^a, b: GitHub took the upload and had not/)]);
  });
});

describe('a refusal costs one line that names what is missing', () => {
  it.each<[string, Fault, RegExp]>([
    ['401', answer(401, 'Bad credentials'), /check the input token/],
    [
      '403, no permission',
      answer(403, 'Resource not accessible by integration', {
        'x-accepted-github-permissions': 'security_events=write',
      }),
      /permissions: security-events: write \(GitHub asks for security_events=write\)\.$/,
    ],
    [
      '403, no code security',
      answer(403, 'Advanced Security must be enabled for this repository to use code scanning.'),
      /not available for this repository; switch it on/,
    ],
    [
      '404',
      answer(404, 'Not Found'),
      /does not see the repository, or it has no code scanning.*; give the job contents: read and security-events: write\.$/,
    ],
    [
      'a page instead of JSON',
      {kind: 'answer', status: 403, body: '<html>blocked</html>'},
      /status 403 \("<html>blocked/,
    ],
  ])('%s', async (_, fault, line) => {
    const {server, states, notices} = await upload({faults: [{route: POST, fault}]});
    expect(notices).toEqual([expect.stringMatching(line)]);
    expect([...states.values()]).toEqual(['refused', 'refused']);
    expect((await server.asks()).filter(({method}) => method === 'POST')).toHaveLength(1);
  });

  it.each<[number, string, RegExp]>([
    [413, 'Payload Too Large', /too large; the input sarif-severity/],
    [422, 'Validation Failed', /^a: GitHub refused .* status 422 \("Validation Failed"\)/],
  ])('%d is about one document; the others are still sent', async (status, words, line) => {
    const {states, notices} = await upload({faults: [{route: POST, fault: answer(status, words)}]});
    expect(notices).toEqual([expect.stringMatching(line)]);
    expect([...states].toSorted()).toEqual([
      ['a', 'refused'],
      ['b', 'processed'],
    ]);
  });

  it.each<[string, Fault, RegExp]>([
    ['502', answer(502, 'Bad Gateway'), /status 502 .*problem of its own/],
    ['429', answer(429, 'Too many requests'), /rate limit is used up/],
    [
      'a secondary rate limit that lasts too long',
      answer(403, 'You have exceeded a secondary rate limit.', {'retry-after': '600'}),
      /rate limit is used up/,
    ],
    ['a reset', {kind: 'reset'}, /gave no answer to the upload to code scanning: /],
    ['silence', {kind: 'silence'}, /no full answer within 1 seconds/],
  ])('%s that lasts', async (_, fault, line) => {
    const times = fault.kind === 'silence' ? ASKED_SHORTLY : PATIENT;
    const {notices, states} = await upload({faults: [{route: POST, fault, times: 9}]}, {times});
    expect(notices).toEqual([expect.stringMatching(line)]);
    expect([...states.values()]).toEqual(['refused', 'refused']);
  });
});

describe('what passes', () => {
  it.each<[string, Fault]>([
    ['502', answer(502, 'Bad Gateway')],
    ['a reset', {kind: 'reset'}],
    ['silence', {kind: 'silence'}],
    ['429', answer(429, 'Too many requests')],
  ])('%s is tried again', async (_, fault) => {
    const times = fault.kind === 'silence' ? ASKED_SHORTLY : PATIENT;
    const {notices, states} = await upload({faults: [{route: POST, fault}]}, {times});
    expect(notices).toEqual([]);
    expect([...states.values()]).toEqual(['processed', 'processed']);
  });

  it('a secondary rate limit is waited for as long as GitHub says', async () => {
    const fault = answer(403, 'You have exceeded a secondary rate limit.', {'retry-after': '1'});
    const started = performance.now();
    const {notices} = await upload({faults: [{route: POST, fault}]});
    expect(notices).toEqual([]);
    expect(performance.now() - started).toBeGreaterThan(1000);
  });
});

describe('before the upload', () => {
  const fault = answer(403, 'Resource not accessible by integration');

  it('a token that may not even look is not tried with', async () => {
    const {server, notices} = await upload({faults: [{route: LIST, fault}]});
    expect(notices).toEqual([expect.stringMatching(/security-events: write/)]);
    expect((await server.asks()).filter(({method}) => method === 'POST')).toEqual([]);
  });

  it('a fork’s is', async () => {
    const {states} = await upload({faults: [{route: LIST, fault}]}, {triesAnyway: true});
    expect([...states.values()]).toEqual(['processed', 'processed']);
  });

  it('what is there already is told', async () => {
    const analyses = [{category: 'plimsoll/old/linux/amd64', created_at: '2026-01-01T00:00:00Z'}];
    expect((await upload({analyses})).before).toEqual(analyses);
  });
});
