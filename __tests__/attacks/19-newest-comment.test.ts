/**
 * Rule 19 for the comment: it tells the newest run. An older run that ends later must not write over it, a
 * number that nobody's run has must not silence later ones, and two jobs that share a comment must hear of it.
 */
import {describe, expect, it} from '@jest/globals';
import {parseMadeBy} from '../../src/domain/comment/made-by.ts';
import {commentOf, MARKER, runOf, tellComment} from '../support/comments.ts';
import type {Scripted} from '../support/github-server.ts';

async function publish(before: string, faults: readonly Scripted[], job = 'gate') {
  const {notices, comments} = await tellComment({comments: [{body: before}], faults, job});
  const [first, second] = comments.map(({body}) => body);
  return {
    notices,
    isKept: first === before,
    last: second ?? first ?? '',
    isNew: second !== undefined,
  };
}

const OWN = runOf(100);
const FORK = {pull_requests: []};

describe('the comment', () => {
  it.each<[string, string, readonly Scripted[]]>([
    ['of a newer run of this pull request', commentOf({run: 101}), [OWN, runOf(101)]],
    ['of a later attempt', commentOf({run: 100, attempt: 2}), [runOf(100, {run_attempt: 2})]],
    ['of a fork’s newer run', commentOf({run: 101}), [runOf(100, FORK), runOf(101, FORK)]],
  ])('%s is kept', async (_, before, faults) => {
    expect(await publish(before, faults)).toMatchObject({isKept: true, isNew: false});
  });

  it.each<[string, string, readonly Scripted[]]>([
    ['of an older run', commentOf({run: 99, attempt: 3}), [OWN, runOf(99, {run_attempt: 3})]],
    [
      'of a newer run, where the token may not look',
      commentOf({run: 101}),
      [{route: 'GET /repos/owner/name/actions', fault: {kind: 'answer', status: 403}, times: 9}],
    ],
  ])('%s is written over', async (_, before, faults) => {
    const ran = await publish(before, faults);
    expect(ran).toMatchObject({isKept: false, isNew: false});
    expect(parseMadeBy(ran.last)).toEqual({run: 100, attempt: 1, job: 'gate'});
  });

  it.each<[string, string, readonly Scripted[]]>([
    ['of an attempt that there is not', commentOf({run: 100, attempt: 9}), [OWN]],
    ['of a run that GitHub does not know', commentOf({run: 999_999_999}), [OWN]],
    [
      'of a newer run of another one',
      commentOf({run: 101}),
      [OWN, runOf(101, {pull_requests: [{number: 8}]})],
    ],
    ['of a newer run of another event', commentOf({run: 101}), [OWN, runOf(101, {event: 'push'})]],
    [
      'of another fork’s newer run',
      commentOf({run: 101}),
      [runOf(100, FORK), runOf(101, {...FORK, head_branch: 'other'})],
    ],
  ])('%s silences nobody: a new one tells this run', async (_, before, faults) => {
    const ran = await publish(before, faults);
    expect(ran).toMatchObject({isKept: true, isNew: true});
    expect(parseMadeBy(ran.last)).toEqual({run: 100, attempt: 1, job: 'gate'});
  });

  it('that two jobs of one run share is told, with the input that parts them', async () => {
    const {notices, isKept} = await publish(commentOf({run: 100, job: 'other-job'}), [OWN], 'gate');
    expect(isKept).toBe(false);
    expect(notices).toEqual([expect.stringMatching(/\(other-job\).*the input key/)]);
    const older = commentOf({run: 99, job: 'other-job'});
    expect((await publish(older, [OWN, runOf(99)])).notices).toEqual([]);
  });

  it.each([
    '<!-- plimsoll-run 0.1 x -->',
    '<!-- plimsoll-run 1e9.1 x -->',
    '<!-- plimsoll-run 9.9 a b -->',
  ])('says of no run by %p', (line) => {
    expect(parseMadeBy(`words\n${line}\n${MARKER}`)).toBeUndefined();
  });
});
