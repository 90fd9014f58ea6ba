import {describe, expect, it} from '@jest/globals';
import {isKnown} from '../../../src/domain/known.ts';
import {
  relayedHead,
  relayedPull,
  type PullFacts,
  type RelayRepository,
  type RunFacts,
} from '../../../src/domain/relay/pull.ts';

const SHA = 'a'.repeat(40);
const repository = (name: string): RelayRepository => ({key: name, name});
const RUN: RunFacts = {
  ...{
    event: 'pull_request',
    headSha: SHA,
    headBranch: 'fix',
    headRepository: repository('stranger/name'),
  },
  ...{actor: 'stranger', pulls: []},
};
const PULL: PullFacts = {number: 7, headSha: SHA, headRepository: repository('stranger/name')};

function found(run: Partial<RunFacts>, pulls: readonly PullFacts[]): unknown {
  const facts = {...RUN, ...run};
  const head = relayedHead(facts, 'owner/name');
  return isKnown(head) ? relayedPull(head.value, facts, pulls) : head;
}

describe('the pull request that a run was of', () => {
  it('has its head, in its repository', () => {
    const other = {number: 6, headSha: SHA, headRepository: repository('another/name')};
    expect(found({}, [other, PULL])).toEqual({
      value: {numbers: [7], leftOut: 0, commit: SHA, by: 'fork', from: 'stranger/name'},
    });
  });

  it('is the same where its repository was renamed since', () => {
    const run = {headRepository: {key: '11', name: 'stranger/name'}};
    const renamed = {...PULL, headRepository: {key: '11', name: 'stranger/new-name'}};
    const other = {...PULL, headRepository: {key: '12', name: 'stranger/name'}};
    expect(found(run, [renamed])).toMatchObject({value: {numbers: [7]}});
    expect(found(run, [other])).toMatchObject({unable: expect.stringContaining('comes from')});
  });

  it('is Dependabot’s, in the repository itself', () => {
    const run = {actor: 'dependabot[bot]', headRepository: repository('owner/name'), pulls: [7]};
    const pulls = [
      {...PULL, headRepository: repository('owner/name')},
      {...PULL, headRepository: repository('owner/name'), number: 8},
    ];
    expect(found(run, pulls)).toMatchObject({value: {numbers: [7], by: 'Dependabot'}});
  });

  it('is each one that has this head, five at most, and the others are counted', () => {
    const pulls = [9, 8, 12, 7, 11, 10, 13].map((number) => ({...PULL, number}));
    const moved = {...PULL, number: 1, headSha: 'b'.repeat(40)};
    const other = {...PULL, number: 2, headRepository: repository('another/name')};
    expect(found({}, [moved, other, ...pulls])).toMatchObject({
      value: {numbers: [7, 8, 9, 10, 11], leftOut: 2},
    });
    expect(found({}, pulls.slice(0, 2))).toMatchObject({value: {numbers: [8, 9], leftOut: 0}});
  });

  it.each<[string, Partial<RunFacts>, readonly PullFacts[], RegExp]>([
    ['another event', {event: 'push'}, [PULL], /started by push/],
    [
      'pull_request_target',
      {event: 'pull_request_target'},
      [PULL],
      /started by pull_request_target/,
    ],
    ['workflow_run', {event: 'workflow_run'}, [PULL], /only those of pull_request/],
    ['a repository that is gone', {headRepository: undefined}, [PULL], /is gone/],
    [
      'a branch of the repository',
      {headRepository: repository('owner/name')},
      [PULL],
      /its own run publishes/,
    ],
    ['no pull request', {}, [], /no open pull request has the head stranger\/name:fix/],
    [
      'a head that has moved',
      {},
      [{...PULL, headSha: 'b'.repeat(40)}],
      /the head of pull request 7 is b{40}, and the run was of a{40}/,
    ],
    [
      'another repository',
      {},
      [{...PULL, headRepository: repository('another/name')}],
      /pull request 7 comes from another\/name, and the run was of stranger\/name/,
    ],
    [
      'a head that is gone',
      {},
      [{...PULL, headRepository: undefined}],
      /a repository that is gone/,
    ],
    ['one that GitHub does not name', {pulls: [9]}, [PULL], /no open pull request/],
  ])('is not told for %s', (_, run, pulls, words) => {
    expect(found(run, pulls)).toEqual({unable: expect.stringMatching(words)});
  });
});
