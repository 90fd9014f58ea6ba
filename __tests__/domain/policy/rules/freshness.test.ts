import {describe, expect, it} from '@jest/globals';
import {ageInDays, ageText, isFresh} from '../../../../src/domain/findings/database-age.ts';
import {known, unable, type Known} from '../../../../src/domain/known.ts';
import {judge} from '../../../../src/domain/policy/evaluate.ts';
import type {Freshness} from '../../../../src/domain/policy/evidence.ts';
import type {Judgement} from '../../../../src/domain/policy/judgement.ts';
import {RULES} from '../../../../src/domain/policy/rules/index.ts';
import {gathered, policy} from '../../../support/evidence.ts';

function judged(freshness: Known<Freshness>, options: object = {}): Judgement {
  return judge({
    policy: policy({change: {freshness: {level: 'error', ...options}}}),
    images: [gathered({freshness})],
    today: '2026-11-24',
  });
}

const outcome = ({outcomes}: Judgement) => outcomes.find(({rule}) => rule === 'freshness');

describe('a database from the future', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const at = (updatedAt: string) => ({updatedAt, nextUpdate: '2027-01-01T00:00:00Z'});

  it('has no age and is not fresh; clocks that differ by minutes are none', () => {
    const [minutes, days] = [at('2026-11-24T12:30:00Z'), at('2026-11-26T12:00:00Z')];
    expect([ageInDays(minutes, now), isFresh(minutes, now)]).toEqual([0, true]);
    expect([ageInDays(days, now), isFresh(days, now)]).toEqual([-2, false]);
  });
});

describe('freshness', () => {
  it.each([
    [{databaseAgeDays: 0}, {}, 'pass'],
    [{databaseAgeDays: 3}, {}, 'pass'],
    [{databaseAgeDays: 3.01}, {}, 'fail'],
    [{databaseAgeDays: 3.01}, {'max-age': '4d'}, 'pass'],
    [{databaseAgeDays: 1.1}, {'max-age': '24h'}, 'fail'],
    [{databaseAgeDays: 1, endOfLife: 'debian 10'}, {}, 'fail'],
    [{databaseAgeDays: 1, endOfLife: 'debian 10'}, {'end-of-life': 'any'}, 'pass'],
    [{}, {}, 'unable'],
    // The clock is behind.
    [{databaseAgeDays: -2}, {}, 'unable'],
    [{endOfLife: 'debian 10'}, {}, 'fail'],
  ])('%j with %j: %s', (freshness, options, expected) => {
    expect(outcome(judged(known(freshness), options))?.outcome).toBe(expected);
  });

  it('never changes the verdict by itself, and is unable with the scan', () => {
    const [image] = [gathered({freshness: unable('no database')})];
    const judgement = judge({policy: policy(), images: [image], today: '2026-11-24'});
    expect(judgement.verdict).toBe('pass');
    expect(outcome(judgement)).toMatchObject({outcome: 'unable', reason: 'no database'});
  });

  it('says how old, and leads a system to the FROM line', () => {
    const {violations} = judged(known({databaseAgeDays: 5.4, endOfLife: 'debian 10'}));
    expect(violations.map(({told, place}) => ({message: told.words.message, place}))).toEqual([
      {
        message: 'The vulnerability database is 5 days old; at most 3 days are allowed.',
        place: undefined,
      },
      {
        message:
          'The image is made of debian 10, which is past its end of life: nobody mends it any more.',
        place: {file: 'Dockerfile', startLine: 4, endLine: 4},
      },
    ]);
    for (const {told} of violations) expect(told.words.advice).toMatch(/\.$/);
  });

  it.each(['x', '3 weeks', '-1d', '', 'd'])('takes no age %j', (age) => {
    const options = {...RULES.freshness.default, 'max-age': age};
    expect(RULES.freshness.options.safeParse(options).success).toBe(false);
  });
});

describe('a database', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const at = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();

  it.each([
    [{updatedAt: at(-1), nextUpdate: at(0.1)}, true],
    [{updatedAt: at(-1), nextUpdate: at(-0.1)}, false],
    [{updatedAt: at(-8), nextUpdate: at(900)}, false],
    [{nextUpdate: at(1)}, false],
    [{updatedAt: at(-1)}, false],
    [{}, false],
  ])('%j is fresh: %s', (dates, expected) => {
    expect(isFresh(dates, now)).toBe(expected);
  });

  it('has an age in words', () => {
    expect(ageInDays({updatedAt: at(-2.5)}, now)).toBe(2.5);
    expect([0, 0.05, 1.9, 2, 9.9].map(ageText)).toEqual([
      ...['0 hours', '1 hour', '45 hours', '2 days', '9 days'],
    ]);
  });
});
