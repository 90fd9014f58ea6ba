import {expect, it} from '@jest/globals';
import {resolveBuildTime} from '../../../src/domain/build/time.ts';
import {step} from '../../support/records.ts';

const count = (
  cachedSteps: number,
): {steps: number; cachedSteps: number; transferredBytes: number; seconds: number} => ({
  ...{steps: 3, cachedSteps, transferredBytes: 0, seconds: 12},
});
it('is measured where no step was cached', () => {
  expect(resolveBuildTime({count: count(0), steps: undefined})).toEqual({
    value: {seconds: 12, how: 'measured'},
  });
});

it('is else the last uncached seconds along the longest chain', () => {
  const steps = [
    step('from', {kind: 'image'}),
    step('a', {inputs: [0], seconds: 5}),
    step('b', {inputs: [0], seconds: 7}),
    step('c', {inputs: [1, 2], seconds: 1}),
  ];
  expect(resolveBuildTime({count: count(2), steps})).toEqual({
    value: {seconds: 8, how: 'added up'},
  });
});

it('is not judged where one of them was never seen, or nobody tells', () => {
  const unknown = [step('a', {seconds: 5}), step('b')];
  for (const steps of [unknown, undefined])
    expect(resolveBuildTime({count: count(1), steps})).toMatchObject({
      unable: expect.stringContaining('Steps were cached, not judged'),
    });
  expect(resolveBuildTime({count: undefined, steps: []})).toHaveProperty('unable');
});
