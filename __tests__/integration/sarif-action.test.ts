/** The bundle as an action against a recording GitHub: what it sends, and that a refusal changes no verdict. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {expect, it} from '@jest/globals';
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

it('what is sent is what lies in sarif-dir, with ref, commit and checkout, again after a reset, and nobody sees the token', async () => {
  const run = await act({faults: [{route: POST, fault: {kind: 'reset'}}]});
  expect(run.outputs.get('verdict')).toBe('fail');
  expect(run.posts).toHaveLength(2);
  expect(run.posts[1]?.body).toBe(run.posts[0]?.body);
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

// Each answer of GitHub's has its words and its tries in publishers/sarif-upload.test.ts.
it('a fork’s read-only token is tried all the same, and a refusal costs one line and leaves verdict and files as they are', async () => {
  const fault: Fault = {
    ...{kind: 'answer', status: 403},
    body: {message: 'Resource not accessible by integration'},
  };
  const event = {pull_request: {head: {repo: {full_name: 'stranger/name'}}}};
  const routes = ['GET /repos/owner/name/code-scanning/analyses', POST];
  const run = await act({faults: routes.map((route) => ({route, fault}))}, {event});
  expect(run.posts).toHaveLength(1);
  expect(noticesOf(run)).toHaveLength(1);
  expect(run.outputs.get('verdict')).toBe('fail');
  expect(run.report.verdict).toBe('fail');
  expect(filesOf(run)).toHaveLength(1);
  expect(run.report.images[0]?.sarif?.upload).toBe('refused');
}, 60_000);
