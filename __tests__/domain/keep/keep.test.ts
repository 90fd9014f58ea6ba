import {describe, expect, it} from '@jest/globals';
import {baselineCommits, parseEvent} from '../../../src/domain/keep/event-commits.ts';
import {layersKey, recordKey} from '../../../src/domain/keep/keys.ts';
import {
  isMeantToKeep,
  isOfItsCommit,
  type CheckoutFacts,
  type EventFacts,
} from '../../../src/domain/keep/may-keep.ts';
import {parseRuntimeToken} from '../../../src/domain/keep/runtime-token.ts';
import {isKnown} from '../../../src/domain/known.ts';
import {imageId} from '../../../src/domain/image-id.ts';
import {runtimeToken} from '../../support/runtime-token.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const SHA = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const HEAD = 'c'.repeat(40);
const OTHER = 'd'.repeat(40);

describe('the runtime token', () => {
  const reasonOf = (token: string): unknown => parseRuntimeToken(token, NOW);

  it.each([
    [1, {canRead: true, canWrite: false}],
    [3, {canRead: true, canWrite: true}],
  ])('with permission %d says what may be done', (permission, rights) => {
    expect(reasonOf(runtimeToken({permission}))).toEqual({value: rights});
  });

  it('counts every scope', () => {
    const ac = [
      {Scope: 'refs/heads/feature', Permission: 2},
      {Scope: 'refs/heads/main', Permission: 1},
    ];
    expect(reasonOf(runtimeToken({ac}))).toEqual({value: {canRead: true, canWrite: true}});
  });

  it.each([
    ['', 'the runtime token is not one that can be read'],
    ['a.b.c', 'the runtime token is not one that can be read'],
    [runtimeToken({exp: 1}), 'the runtime token has expired'],
    [runtimeToken({ac: []}), 'the runtime token gives no right to any cache'],
    [runtimeToken({ac: 'x'}), 'the runtime token does not say what it may do with caches'],
  ])('that cannot be used says why, and nothing of itself (%#)', (token, reason) => {
    expect(reasonOf(token)).toEqual({unable: reason});
  });
});

describe('something is left for later runs', () => {
  const MAIN: EventFacts & CheckoutFacts = {
    ...{event: 'push', ref: 'refs/heads/main', defaultBranch: 'main'},
    ...{sha: SHA, head: {value: SHA}, dirty: {value: undefined}},
  };

  const mayKeep = (facts: typeof MAIN): unknown => {
    const meant = isMeantToKeep(facts);
    return isKnown(meant) ? isOfItsCommit(facts) : meant;
  };

  it.each(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'])(
    'by %s on the default branch',
    (event) => {
      expect(mayKeep({...MAIN, event})).toEqual({value: undefined});
    },
  );

  it.each<[string, Partial<EventFacts & CheckoutFacts>, string]>([
    ['another event', {event: 'pull_request'}, 'this is pull_request'],
    [
      'an event that runs with the default branch’s rights',
      {event: 'pull_request_target'},
      'this is pull_request_target',
    ],
    ['another branch', {ref: 'refs/heads/feature'}, 'the default branch (main) only'],
    ['a tag of the same name', {ref: 'refs/tags/main'}, 'the default branch (main) only'],
    ['a default branch that is not told', {defaultBranch: undefined}, 'does not name'],
    ['another commit', {head: {value: BASE}}, `commit ${BASE} is checked out`],
    ['a commit that git cannot tell', {head: {unable: 'no git'}, sha: undefined}, 'no git'],
    ['a changed file', {dirty: {value: 'api/main.go'}}, 'api/main.go was changed'],
    ['files that git cannot tell', {dirty: {unable: 'no git'}}, 'no git'],
  ])('never by %s, and it says why', (_, change, reason) => {
    expect(mayKeep({...MAIN, ...change})).toEqual({unable: expect.stringContaining(reason)});
  });
});

describe('keys', () => {
  const web = imageId({name: 'web', platform: 'linux/amd64'});

  it('begin with what is looked up, and end with what is new', () => {
    const {key, prefixes} = recordKey(web, {commit: SHA, run: '7', attempt: '2'});
    expect(key).toBe(`${prefixes[0] ?? ''}7-2`);
    expect(prefixes[0]).toContain(SHA);
  });

  it('differ with layers, and with the image', () => {
    const of = (image: typeof web, ...diffIds: string[]): string =>
      layersKey(image, {trivy: '0.74.0', diffIds}).key;
    const arm = imageId({name: 'web', platform: 'linux/arm64'});
    const keys = [of(web, 'a'), of(web, 'a', 'b'), of(web, 'b', 'a'), of(arm, 'a')];
    expect(new Set(keys).size).toBe(4);
  });
});

describe('the baseline', () => {
  it('of a push is what the branch was at, then the parent', () => {
    const event = parseEvent(JSON.stringify({before: BASE}));
    expect(baselineCommits('push', {event, parents: [SHA], head: HEAD, sha: HEAD})).toEqual([
      BASE,
      SHA,
    ]);
  });

  it('of a pull request is what the merge commit was made of, then its base', () => {
    const event = parseEvent(JSON.stringify({pull_request: {base: {sha: BASE}}}));
    expect(baselineCommits('pull_request', {event, parents: [SHA], head: HEAD, sha: HEAD})).toEqual(
      [SHA, BASE],
    );
  });

  it('of a merge queue is the base of its group', () => {
    const event = parseEvent(JSON.stringify({merge_group: {base_sha: BASE}}));
    expect(baselineCommits('merge_group', {event, parents: [SHA], head: HEAD, sha: HEAD})).toEqual([
      BASE,
    ]);
  });

  it.each(['schedule', 'workflow_dispatch', 'repository_dispatch'])(
    'of %s is what an earlier run has kept of the same commit, then its parent',
    (name) => {
      const commits = {event: {}, parents: [SHA], head: HEAD, sha: HEAD};
      expect(baselineCommits(name, commits)).toEqual([HEAD, SHA]);
    },
  );

  it.each(['push', 'pull_request', 'merge_group', 'schedule'])(
    'of %s with another commit checked out is that commit’s own, and not the event’s',
    (name) => {
      const event = {before: BASE, baseSha: BASE};
      expect(baselineCommits(name, {event, parents: [SHA], head: OTHER, sha: HEAD})).toEqual([
        OTHER,
        SHA,
      ]);
    },
  );

  it('of a pull request whose head is checked out is still its base', () => {
    const event = {baseSha: BASE, headSha: OTHER};
    const commits = {event, parents: [SHA], head: OTHER, sha: HEAD};
    expect(baselineCommits('pull_request', commits)).toEqual([SHA, BASE]);
  });

  it('is none for a new branch without a parent, and for other events', () => {
    const event = parseEvent(JSON.stringify({before: '0'.repeat(40)}));
    expect(baselineCommits('push', {event, parents: [], head: HEAD, sha: HEAD})).toEqual([]);
    expect(baselineCommits('release', {event, parents: [SHA], head: HEAD, sha: HEAD})).toEqual([]);
  });

  it('comes with the number of the pull request, where there is one', () => {
    const of = (number: unknown): unknown =>
      parseEvent(JSON.stringify({pull_request: {number, base: {sha: BASE}}})).pullRequest;
    expect([of(7), of(undefined), of(-1)]).toEqual([7, undefined, undefined]);
  });

  it('is none of an event that is damaged', () => {
    expect(parseEvent('{"before": 1, "pull_request": {}, "repository": []}')).toEqual({});
    expect(parseEvent('no')).toEqual({});
  });
});
