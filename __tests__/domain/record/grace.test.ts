import {expect, it} from '@jest/globals';
import {fixesSince, withFixDates, type EarlierFindings} from '../../../src/domain/record/grace.ts';
import {finding, unfixed} from '../../support/evidence.ts';

const ONE = finding({identity: 'one', published: '2024-01-02'});

function earlier(change: object): EarlierFindings {
  const findings = [{identity: 'one', id: 'CVE-1', package: 'zlib', severity: 'high', layers: []}];
  return {
    day: '2026-11-01',
    findings: findings.map((found) => ({...found, severity: 'high', ...change})),
  };
}

it.each([
  ['the record that had it first', earlier({fixed: '2', fixedSince: '2026-10-01'}), '2026-10-01'],
  ['the last record that had none', earlier({}), '2026-11-01'],
])('a fix is dated by %s', (_what, record, day) => {
  expect(fixesSince([ONE], record)).toEqual(new Map([['one', {day, from: 'record'}]]));
});

it.each([
  ['there is no record', undefined],
  ['the record does not know the finding', earlier({identity: 'other'})],
  ['the record dates no fixes', earlier({fixed: '2'})],
])('it is dated by its advisory where %s', (_what, record) => {
  expect(fixesSince([ONE], record)).toEqual(
    new Map([['one', {day: '2024-01-02', from: 'advisory'}]]),
  );
});

it('what has no fix, and what nobody dates, has no day', () => {
  const undated = finding({identity: 'two'});
  expect(fixesSince([unfixed({published: '2024-01-02'}), undated], undefined)).toEqual(new Map());
});

it.each([
  ['the first record', undefined, '2026-11-25'],
  ['a record that had none', earlier({}), '2026-11-25'],
  ['a record that had it', earlier({fixed: '2', fixedSince: '2026-10-01'}), '2026-10-01'],
])('a record dates a fix after %s', (_what, record, day) => {
  const [found] = earlier({fixed: '2'}).findings;
  const dated = withFixDates(found === undefined ? [] : [found], {
    before: record?.findings,
    today: '2026-11-25',
  });
  expect(dated.map(({fixedSince}) => fixedSince)).toEqual([day]);
});

it('a record dates nothing that has no fix', () => {
  const {findings} = earlier({});
  expect(withFixDates(findings, {before: undefined, today: '2026-11-25'})).toEqual(findings);
});
