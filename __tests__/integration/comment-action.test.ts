/** The bundle as an action against a recording GitHub: its comment, and that a refusal changes no verdict. */
import {describe, expect, it} from '@jest/globals';
import {actOnGitHub, TOKEN, type Act, type ActOptions} from '../support/github-job.ts';
import type {ServerScript} from '../support/github-server.ts';

const POST = 'POST /repos/owner/name/issues/7/comments';

function act(script: ServerScript, {inputs, ...options}: ActOptions = {}): Promise<Act> {
  const head = {repo: {full_name: 'owner/name'}};
  const event = {pull_request: {number: 7, base: {sha: 'b'.repeat(40)}, head}};
  return actOnGitHub(script, {event, ...options, inputs: {sarif: 'off', ...inputs}});
}

const noticesOf = ({report}: Act): readonly string[] =>
  report.runs.flatMap(({notices}) =>
    notices.filter(({from}) => from === 'comment').map(({message}) => message),
  );

describe('the comment of an action', () => {
  it('says what fails, on which line of this commit, and nobody sees the token', async () => {
    const run = await act({}, {inputs: {key: 'x64'}});
    expect(run.outputs.get('verdict')).toBe('fail');
    expect(noticesOf(run)).toEqual([]);
    const [one, ...others] = run.comments;
    expect(others).toEqual([]);
    expect(one?.body).toContain('Plimsoll &#40;x64&#41;: over the line. 1 of 1 image failed.');
    expect(one?.body).toContain(
      `(https://github.com/owner/name/blob/${run.head}/app/Dockerfile#L2)`,
    );
    expect(one?.body).toMatch(/<!-- plimsoll-comment x64-[0-9a-f]{8} -->$/);
    expect([run.stdout, run.stderr, run.summary, one?.body].join('\n')).not.toContain(TOKEN);
  }, 60_000);

  it('that GitHub refuses costs one line', async () => {
    const body = {message: 'Resource not accessible by integration'};
    const fault = {kind: 'answer', status: 403, body} as const;
    const run = await act({faults: [{route: POST, fault}]});
    expect(run.outputs.get('verdict')).toBe('fail');
    expect(noticesOf(run)).toEqual([expect.stringMatching(/pull-requests: write\.$/)]);
    expect(run.summary).toContain('comment: GitHub refused a comment on the pull request');
  }, 60_000);

  it('is not there with `off`, and nobody is asked about it', async () => {
    const run = await act({}, {inputs: {comment: 'off'}});
    // The base's policy is looked at all the same.
    const others = run.asks.filter(({path}) => !path.startsWith('/repos/owner/name/contents?'));
    expect([others, run.comments]).toEqual([[], []]);
  }, 60_000);
});
