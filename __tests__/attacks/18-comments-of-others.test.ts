/**
 * Rule 18 for the pull request: a comment is ours by more than its marker. The attacker writes what another action
 * repeats as the same bot (a greeting, a preview, a mirror of the pull request's text), or writes it by hand; we
 * must neither write over it nor delete or hide it, and ours must be told all the same.
 */
import {beforeAll, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {madeByLine} from '../../src/domain/comment/made-by.ts';
import {commentMarker} from '../../src/domain/comment/marker.ts';
import {parseOwnComment} from '../../src/domain/comment/own-comment.ts';
import {renderComment, renderQuietComment} from '../../src/publishers/comment/render.ts';
import {commentOf, MARKER, runOf, tellComment, type Told} from '../support/comments.ts';
import type {KeptComment} from '../support/github-server.ts';
import {hostileReport} from '../support/hostile-report.ts';

const RUNS = [
  ...[runOf(100), runOf(99), runOf(98)],
  ...[runOf(97, {pull_requests: [{number: 8}]}), runOf(96, {event: 'pull_request_target'})],
  runOf(95, {head_repository: {id: 9, full_name: 'stranger/name', owner: {login: 'stranger'}}}),
];
const LINE = madeByLine({run: 99, attempt: 1, job: 'gate'});
const X64 = commentMarker('x64');
const whole = commentOf();
type Crafted = readonly [string, Partial<KeptComment>];

/** Each by the same bot, unless it says who. */
const OTHERS: readonly Crafted[] = [
  ['the marker alone', {body: MARKER}],
  ['a greeting that repeats the marker', {body: `Thank you! You wrote:\n\n${MARKER}`}],
  ['the marker under the line of a run', {body: `Thank you!\n\n${LINE}\n${MARKER}`}],
  ['all of ours below a greeting', {body: `Thank you! You wrote:\n\n${whole}`}],
  ['all of ours as a quotation', {body: whole.replaceAll(/^/gm, '> ')}],
  ['all of ours in front of more', {body: `${whole}\n\nThat is what you wrote.`}],
  ['all of ours, indented', {body: whole.replaceAll(/^/gm, '    ')}],
  ['all of ours, twice', {body: `${whole}\n\n${whole}`}],
  ['ours of an earlier pull request and a new end', {body: `${whole}\n\n${LINE}\n${MARKER}`}],
  [
    'our title without a line of its run',
    {body: `## Plimsoll: over the line. x\n\nx\n\n${MARKER}`},
  ],
  ['a title that is like ours', {body: commentOf({title: '## Plimsoll says: over the line. x'})}],
  ['a verdict that there is not', {body: commentOf({title: '## Plimsoll: above the line. x'})}],
  ['a title of another size', {body: commentOf({title: '# Plimsoll: over the line. x'})}],
  ['words in the title’s place', {body: commentOf({title: '## Plimsoll: over the line. x\nx'})}],
  ['a marker in its midst', {body: commentOf({words: X64})}],
  ['a hidden line in its midst', {body: commentOf({words: '<!-- preview -->'})}],
  ['no line between text and run', {body: whole.replace(`\n\n${LINE}`, `\n${LINE}`)}],
  ['a run of nobody', {body: commentOf({run: 500_000})}],
  ['an attempt that there is not', {body: commentOf({attempt: 2})}],
  ['a run of another pull request', {body: commentOf({run: 97})}],
  ['a run of another event', {body: commentOf({run: 96})}],
  [
    'a fork’s run that speaks for the gate',
    {body: commentOf({run: 95, told: {by: 'gate', commit: 'a'.repeat(40)}})},
  ],
  [
    'another key in the title',
    {body: commentOf({title: '## Plimsoll &#40;x64&#41;: over the line. x'})},
  ],
  ['ours of another bot', {login: 'other[bot]', body: whole}],
  ['ours of a person', {login: 'mallory', body: whole}],
  ['ours of an account that is gone', {login: '', body: whole}],
  ['ours that somebody has hidden', {isMinimized: true, body: whole}],
];

/** The same for a job with the key `x64`. */
const OTHERS_OF_A_KEY: readonly Crafted[] = [
  ['a key that the title has not', {body: whole.replace(MARKER, X64)}],
  ['a key that the marker has not', {body: commentOf({key: 'x64'}).replace(X64, MARKER)}],
  ['another key in both', {body: commentOf({key: 'arm64'})}],
  ['no key in either', {body: whole}],
];

describe.each([
  [undefined, OTHERS],
  ['x64', OTHERS_OF_A_KEY],
])('with the key %s, a comment of another’s', (key, others) => {
  let ran: Told;
  beforeAll(async () => {
    // Each twice: of two that look like ours one would go.
    const comments = others.flatMap(([, crafted]) => [crafted, crafted]);
    ran = await tellComment({comments, faults: RUNS, ...(key === undefined ? {} : {key})});
  });

  it.each(others)('%s, stays as it is', (name, crafted) => {
    const at = 2 * others.findIndex(([other]) => other === name);
    for (const one of ran.comments.slice(at, at + 2))
      expect(one).toMatchObject({isMinimized: false, ...crafted});
  });

  it('keeps ours from nobody: it is made', () => {
    const [made, ...more] = ran.comments.slice(2 * others.length);
    expect(parseOwnComment(made?.body ?? '', key)).toEqual({run: 100, attempt: 1, job: 'gate'});
    expect([more, ran.notices]).toEqual([[], []]);
  });
});

describe('comments with runs of nobody', () => {
  it('cost a bounded number of asks, however many there are', async () => {
    const comments = Array.from({length: 60}, (_, at) => ({body: commentOf({run: 5000 + at})}));
    const ran = await tellComment({comments, faults: RUNS});
    const asked = ran.asks.filter(({path}) => path.includes('/actions/runs/'));
    expect(asked.length).toBeLessThanOrEqual(21);
    expect(ran.comments).toHaveLength(61);
  });
});

describe('ours', () => {
  it.each<[string, string, string | undefined]>([
    ['with one run before', whole, undefined],
    [
      'that is quiet',
      commentOf({title: 'Plimsoll: within the line. x', words: 'As reported.'}),
      undefined,
    ],
    ['that could not tell', commentOf({title: '## Plimsoll: unable to tell. x'}), undefined],
    ['with a key', commentOf({key: 'x64'}), 'x64'],
    ['with line ends of GitHub’s', whole.replaceAll('\n', '\r\n'), undefined],
  ])('%s, is brought up to date, and none is made', async (_, body, key) => {
    const ran = await tellComment({
      ...{comments: [{body}], faults: RUNS},
      ...(key === undefined ? {} : {key}),
    });
    expect(ran.comments).toHaveLength(1);
    expect(parseOwnComment(ran.comments[0]?.body ?? '', key)).toMatchObject({run: 100});
  });

  it('is found again whatever it tells', () => {
    const madeBy = {run: 1, attempt: 1, job: 'gate'};
    const told = hostileReport();
    const keys = fc.option(fc.string({unit: 'binary', minLength: 1}), {nil: undefined});
    fc.assert(
      fc.property(keys, (key) => {
        for (const render of [renderComment, renderQuietComment]) {
          const text = render(told, {key, madeBy, links: {}, note: '<!-- x -->\n\nx'});
          expect(parseOwnComment(text, key)).toEqual(madeBy);
        }
      }),
      {numRuns: 50},
    );
  });
});

describe('a second one of ours', () => {
  const two = [{body: commentOf({run: 98})}, {body: whole}, {body: 'of a person', login: 'mara'}];

  it('is hidden as outdated, and nothing is deleted', async () => {
    const ran = await tellComment({comments: two, faults: RUNS});
    expect(ran.comments.map(({isMinimized}) => isMinimized)).toEqual([false, true, false]);
    expect(parseOwnComment(ran.comments[0]?.body ?? '', undefined)).toMatchObject({run: 100});
    expect(ran.comments[1]?.body).toBe(whole);
    const hiding = ran.asks.filter(({body}) => body.includes('minimizeComment'));
    expect(hiding.map(({body}) => body)).toEqual([expect.stringContaining('OUTDATED')]);
    expect(ran.asks.map(({method}) => method)).not.toContain('DELETE');
    expect(ran.notices).toEqual([]);
  });

  it('stays where GitHub refuses that, and one line of the log says so', async () => {
    const more = [...two, {body: commentOf({run: 99})}];
    const ran = await tellComment({comments: more, faults: RUNS, mayHide: false});
    expect(ran.comments.map(({isMinimized}) => isMinimized)).toEqual([false, false, false, false]);
    expect(parseOwnComment(ran.comments[0]?.body ?? '', undefined)).toMatchObject({run: 100});
    expect(ran.notices).toEqual([]);
    expect(ran.log.filter((line) => line.includes('second comment'))).toEqual([
      expect.stringMatching(
        /stays on the pull request\. GitHub refused the hiding .*\("Resource not accessible by integration"\): give the job permissions: pull-requests: write\.$/,
      ),
    ]);
  });
});
