/** The bundle as an action against a recording GitHub: what it sends, and that a refusal changes no verdict. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {describe, expect, it} from '@jest/globals';
import {actOnGitHub, TOKEN, type Act, type ActOptions} from '../support/github-job.ts';
import type {Fault, RecordedAsk, ServerScript} from '../support/github-server.ts';

const POST = 'POST /repos/owner/name/code-scanning/sarifs';

interface SarifAct extends Act {
  readonly posts: readonly RecordedAsk[];
}

async function act(script: ServerScript, options: ActOptions = {}): Promise<SarifAct> {
  const inputs = {comment: 'off', ...options.inputs};
  const ran = await actOnGitHub(script, {...options, inputs});
  return {...ran, posts: ran.asks.filter(({method}) => method === 'POST')};
}

function filesOf(run: SarifAct): readonly string[] {
  const path = run.outputs.get('sarif-dir') ?? '';
  return path === '' ? [] : readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
}

const noticesOf = ({report}: SarifAct): readonly string[] =>
  report.runs.flatMap(({notices}) =>
    notices.filter(({from}) => from === 'sarif').map(({message}) => message),
  );

describe('what is sent', () => {
  it('is what lies in sarif-dir, with ref, commit and checkout, and nobody sees the token', async () => {
    const run = await act({});
    expect(run.outputs.get('verdict')).toBe('fail');
    expect(run.posts).toHaveLength(1);
    const body = JSON.parse(run.posts[0]?.body ?? '') as Record<string, string>;
    expect(body).toMatchObject({ref: 'refs/pull/7/merge', commit_sha: run.head});
    expect(body['checkout_uri']).toMatch(/^file:\/\//);
    expect(body['started_at']).toBe(run.report.runs[0]?.startedAt);
    const sent = gunzipSync(Buffer.from(body['sarif'] ?? '', 'base64')).toString();
    expect(filesOf(run)).toEqual([sent]);
    const folders: unknown = JSON.parse(run.outputs.get('sarif-dirs') ?? '');
    expect(folders).toEqual([run.outputs.get('sarif-dir')]);
    // Relative to the repository, not to the folder that it works in.
    expect(sent).toContain('"uri":"app/Dockerfile"');
    expect(sent).toContain('"ruleId":"CVE-2022-25883"');
    expect(run.report.images[0]?.sarif).toMatchObject({upload: 'processed', leftOut: 0});
    expect(noticesOf(run)).toEqual([]);
    const everything = [run.stdout, run.stderr, run.summary, JSON.stringify(run.report), sent];
    expect(everything.join('\n')).not.toContain(TOKEN);
  }, 60_000);

  it('is nothing with `file`, and nothing is written with `off`', async () => {
    const file = await act({}, {inputs: {sarif: 'file'}});
    expect([file.posts.length, filesOf(file).length]).toEqual([0, 1]);
    const off = await act({}, {inputs: {sarif: 'off'}});
    expect([off.posts.length, filesOf(off).length]).toEqual([0, 0]);
  }, 60_000);
});

const answer = (status: number, message: string, headers = {}): Fault => ({
  kind: 'answer',
  status,
  body: {message},
  headers,
});

describe('what GitHub refuses', () => {
  it.each<[string, Fault, RegExp]>([
    ['403', answer(403, 'Resource not accessible by integration'), /security-events: write/],
    ['404', answer(404, 'Not Found'), /contents: read and security-events: write/],
    ['413', answer(413, 'Too Large'), /sarif-severity/],
    ['422', answer(422, 'Invalid request.'), /"Invalid request"/],
    [
      'a secondary rate limit',
      answer(403, 'You have exceeded a secondary rate limit', {'retry-after': '900'}),
      /rate limit is used up/,
    ],
  ])(
    '%s costs one line and leaves verdict and files as they are',
    async (_, fault, line) => {
      const run = await act({faults: [{route: POST, fault}]});
      expect(noticesOf(run)).toEqual([expect.stringMatching(line)]);
      expect(run.outputs.get('verdict')).toBe('fail');
      expect(run.report.verdict).toBe('fail');
      expect(filesOf(run)).toHaveLength(1);
      expect(run.report.images[0]?.sarif?.upload).toBe('refused');
    },
    60_000,
  );

  it.each<[string, Fault]>([
    ['429', answer(429, 'Too many requests', {'retry-after': '1'})],
    ['502', answer(502, 'Bad Gateway')],
    ['a reset', {kind: 'reset'}],
  ])(
    '%s once is tried again',
    async (_, fault) => {
      const run = await act({faults: [{route: POST, fault}]});
      expect(noticesOf(run)).toEqual([]);
      expect(run.report.images[0]?.sarif?.upload).toBe('processed');
    },
    60_000,
  );

  it('a fork’s read-only token is tried all the same, and costs one line', async () => {
    const refused = answer(403, 'Resource not accessible by integration');
    const event = {pull_request: {head: {repo: {full_name: 'stranger/name'}}}};
    const faults = ['GET /repos/owner/name/code-scanning/analyses', POST].map((route) => ({
      ...{route, fault: refused},
    }));
    const run = await act({faults}, {event});
    expect(run.posts).toHaveLength(1);
    expect(noticesOf(run)).toHaveLength(1);
  }, 60_000);
});
