import {describe, expect, it} from '@jest/globals';
import type {Comparison, LayerChange} from '../../../../src/domain/compare/facts.ts';
import {known, unable} from '../../../../src/domain/known.ts';
import {judge} from '../../../../src/domain/policy/evaluate.ts';
import type {Evidence} from '../../../../src/domain/policy/evidence.ts';
import type {Judgement} from '../../../../src/domain/policy/judgement.ts';
import {gathered, policy} from '../../../support/evidence.ts';

const layer = (bytes: number, change: Partial<LayerChange>): LayerChange => ({
  ...{change: 'grew', cause: 'this change', base: false},
  ...{unpacked: {before: 0, after: bytes}, download: {before: 0, after: 0}},
  ...change,
});

/** 1,000 bytes before; 60 by this change, 300 by the base, 30 by drift. */
const COMPARISON: Comparison = {
  ...{unpacked: {before: 1000, after: 1390}, download: {before: 0, after: 0}},
  ...{causes: [], bases: [], misses: []},
  layers: [
    layer(300, {cause: 'base image', base: true}),
    layer(20, {}),
    layer(40, {file: 'Dockerfile', startLine: 7, endLine: 8, instruction: 'RUN make'}),
    layer(30, {cause: 'drift'}),
  ],
};

function judged(options: object, change: Partial<Evidence> = {}): Judgement {
  const comparison = known({state: 'compared', comparison: COMPARISON} as const);
  const pullRequest = known(true);
  return judge({
    policy: policy({change: {growth: {level: 'error', ...options}}}),
    images: [gathered({comparison, pullRequest, ...change})],
    today: '2026-11-24',
  });
}

const outcome = (judgement: Judgement): string | undefined =>
  judgement.outcomes.find(({rule}) => rule === 'growth')?.outcome;

describe('growth', () => {
  it.each([
    [{max: 6}, 'pass'],
    [{max: 5}, 'fail'],
    [{'max-bytes': 60}, 'pass'],
    [{'max-bytes': 59}, 'fail'],
    [{max: 100, 'max-bytes': 59}, 'fail'],
    [{max: 5, 'max-bytes': 1000}, 'fail'],
    [{max: 6, blame: 'own'}, 'fail'],
    [{max: 9, blame: 'own'}, 'pass'],
    [{max: 38, blame: 'any'}, 'fail'],
    [{max: 39, blame: 'any'}, 'pass'],
  ])('%j: %s', (options, expected) => {
    expect(outcome(judged(options))).toBe(expected);
  });

  it('counts everybody’s bytes where no pull request is judged, unless it is told otherwise', () => {
    const elsewhere = {pullRequest: known(false)};
    expect(outcome(judged({max: 38}, elsewhere))).toBe('fail');
    expect(outcome(judged({max: 6, blame: 'this-change'}, elsewhere))).toBe('pass');
  });

  it('lists what it excuses, and says what it counted', () => {
    const found = judged({max: 6}).outcomes.find(({rule}) => rule === 'growth');
    expect(found).toMatchObject({
      stance: {judge: 'new', blame: 'this-change'},
      excused: [
        {why: 'base image', bytes: 300},
        {why: 'drift', bytes: 30},
      ],
    });
  });

  it('leads to the line that grew most, and says what is too much', () => {
    const [violation] = judged({max: 5}).violations;
    expect(violation).toMatchObject({
      ...{rule: 'growth', told: {words: {saves: 10}}},
      place: {file: 'Dockerfile', startLine: 7, endLine: 8},
    });
    expect(violation?.told.words.message).toBe(
      "This change makes the image grow by 60 B (6.0 %) against the baseline's 1.0 kB; at most 50 B are allowed.",
    );
    expect(violation?.told.words.advice).toContain('40 B, comes with RUN make');
  });

  it('asks for nothing without a limit, and cannot be judged without a baseline', () => {
    const none = {comparison: unable('no baseline')};
    expect(outcome(judged({}, none))).toBe('pass');
    expect(outcome(judged({max: 5}, none))).toBe('unable');
  });

  it('passes an image that the baseline did not have', () => {
    expect(outcome(judged({max: 0}, {comparison: known({state: 'new'})}))).toBe('pass');
  });
});

describe('build-time', () => {
  const time = (seconds: number, how: 'measured' | 'added up'): Judgement =>
    judged({}, {buildTime: known({seconds, how})});

  it('warns of a build that takes more than five minutes, and says how that is known', () => {
    expect(time(300, 'measured').violations).toEqual([]);
    expect(time(320, 'measured').violations).toMatchObject([
      {
        ...{rule: 'build-time', level: 'warning'},
        told: {
          words: {
            message: 'The build takes 5 min 20 s without a cache; at most 5 min are allowed.',
          },
        },
      },
    ]);
    expect(time(360.4, 'added up').violations[0]?.told.words.message).toContain(
      'along the longest chain',
    );
  });
});
