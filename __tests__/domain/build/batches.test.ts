import {describe, expect, it} from '@jest/globals';
import {
  splitIntoBatches,
  isLostJob,
  MOST_TARGETS,
  stepsIn,
  mergeSteps,
} from '../../../src/domain/build/batches.ts';
import type {Step} from '../../../src/domain/build/progress.ts';

type Target = Readonly<Record<string, unknown>>;
const names = (count: number, prefix = 't'): string[] =>
  Array.from({length: count}, (_, index) => `${prefix}${index}`);
const resolved = (targets: Readonly<Record<string, Target>>): string =>
  JSON.stringify({target: targets});
/** Each with a context of its own, unless told. */
const definition = (
  targets: readonly string[],
  change: (name: string, index: number) => Target = () => ({}),
): string =>
  resolved(
    Object.fromEntries(
      targets.map((name, index) => [name, {context: name, ...change(name, index)}]),
    ),
  );

describe('batches', () => {
  it('are one, in order, for as many targets as BuildKit can take at once', () => {
    const all = names(MOST_TARGETS);
    expect(splitIntoBatches(all, '{}')).toEqual([all]);
  });

  it('have each target once, and none too many', () => {
    const all = names(100);
    const batches = splitIntoBatches(all, definition(all));
    expect(batches.map(({length}) => length)).toEqual([20, 20, 20, 20, 20]);
    expect(batches.flat().sort()).toEqual([...all].sort());
  });

  it('keep targets of one Dockerfile together', () => {
    const all = names(30);
    const batches = splitIntoBatches(
      all,
      definition(all, (_, index) => ({context: index % 3 === 0 ? 'shared' : `own ${index}`})),
    );
    const shared = all.filter((_, index) => index % 3 === 0);
    expect(batches.filter((batch) => shared.some((name) => batch.includes(name)))).toHaveLength(1);
  });

  it('keep together what is built upon another target, be it one that is not built', () => {
    const all = names(40);
    const batches = splitIntoBatches(
      all,
      resolved({
        base: {context: 'base'},
        ...Object.fromEntries(all.map((name) => [name, {context: name}])),
        t0: {context: 't0', contexts: {x: 'target:t39'}},
        t5: {context: 't5', contexts: {x: 'target:base'}},
        t38: {context: 't38', contexts: {x: 'target:base'}},
      }),
    );
    for (const pair of [
      ['t0', 't39'],
      ['t5', 't38'],
    ])
      expect(batches.some((batch) => pair.every((name) => batch.includes(name)))).toBe(true);
  });

  it('part what is too many: first by Dockerfile, then wherever it is', () => {
    const all = names(50);
    const linked = splitIntoBatches(
      all,
      definition(all, (_, index) => ({
        context: '.',
        ...(index % 2 === 1 && index < 40 ? {contexts: {x: 'target:t1'}} : {}),
      })),
    );
    expect(linked.map(({length}) => length)).toEqual([20, 20, 10]);
    expect(
      linked.some(
        (batch) =>
          batch.filter((name) => Number(name.slice(1)) % 2 === 1 && Number(name.slice(1)) < 40)
            .length === 20,
      ),
    ).toBe(true);
    const chain = splitIntoBatches(
      all,
      definition(all, () => ({contexts: {x: 'target:t0'}})),
    );
    expect(chain.map(({length}) => length)).toEqual([20, 20, 10]);
  });
});

describe('steps of several bakes', () => {
  const step = (digest: string, cached: boolean, seconds: number, name = digest): Step => ({
    ...{
      digest,
      names: new Set([name]),
      cached,
      transferredBytes: 0,
      seconds,
      inputs: [],
      output: [],
    },
    interval: {start: 0, end: seconds * 1000},
  });
  const first = [step('shared', false, 9, '[a 2/2] RUN x'), step('one', true, 0)];
  const second = [step('shared', true, 0, '[b 2/2] RUN x'), step('other', false, 2)];

  it('are run if one bake ran them, with the time of that one', () => {
    const all = mergeSteps([first, second]);
    expect(all.map(({digest, cached, interval}) => [digest, cached, interval?.end])).toEqual([
      ['shared', false, 9000],
      ['one', true, 0],
      ['other', false, 2000],
    ]);
    expect([...(all[0]?.names ?? [])]).toEqual(['[a 2/2] RUN x', '[b 2/2] RUN x']);
    expect(mergeSteps([second, first])[0]).toMatchObject({cached: false, interval: {end: 9000}});
  });

  it('keep the names that one bake gave', () => {
    const [shared] = stepsIn([second], mergeSteps([first, second]));
    expect(shared).toMatchObject({cached: false, interval: {end: 9000}});
    expect([...(shared?.names ?? [])]).toEqual(['[b 2/2] RUN x']);
  });
});

it.each([
  ['ERROR: target web: failed to solve: no such job q0p1n4', true],
  ['x\nERROR: failed to solve: rpc error: code = Unknown desc = no such job abc', true],
  [
    'ERROR: target web: failed to receive status: rpc error: code = NotFound desc = no such job a',
    true,
  ],
  ['ERROR: target web: failed to solve: Unknown: no such job abc', true],
  ['ERROR: target web: failed to solve: process "no such job" did not complete', false],
  ['no such job', false],
  [
    'ERROR: target web: failed to solve: process "/bin/sh -c echo ERROR: no such job" did not',
    false,
  ],
])('a job that BuildKit lost is known by its own words: %s', (stderr, isLost) => {
  expect(isLostJob(stderr)).toBe(isLost);
});
