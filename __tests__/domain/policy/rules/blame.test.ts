/** Which findings are held against a run: judge, blame, grace, and what is said of the rest. */
import {describe, expect, it} from '@jest/globals';
import type {Cause, Compared} from '../../../../src/domain/compare/facts.ts';
import type {AttributedFinding} from '../../../../src/domain/findings/facts.ts';
import {known, unable} from '../../../../src/domain/known.ts';
import {judge} from '../../../../src/domain/policy/evaluate.ts';
import type {Evidence} from '../../../../src/domain/policy/evidence.ts';
import type {JudgedOutcome, Judgement} from '../../../../src/domain/policy/judgement.ts';
import type {Waiver} from '../../../../src/domain/policy/policy.ts';
import {finding, gathered, judged, policy, unfixed} from '../../../support/evidence.ts';

const TODAY = '2026-11-25';

/** One finding of each cause, and one that the baseline has. */
const FINDINGS: readonly AttributedFinding[] = [
  finding({id: 'CVE-OLD'}),
  finding({id: 'CVE-MINE'}),
  finding({id: 'CVE-BASE', base: true}),
  finding({id: 'CVE-DRIFT'}),
];

const CAUSES: Readonly<Record<string, Cause>> = {
  'CVE-MINE': 'this change',
  'CVE-BASE': 'base image',
  'CVE-DRIFT': 'drift',
};

function compared(findings: readonly AttributedFinding[] | undefined): Compared {
  const none = {before: 0, after: 0};
  const fresh = (findings ?? []).flatMap(({identity, id, package: about, severity}) => {
    const cause = CAUSES[id];
    return cause === undefined ? [] : [{identity, id, package: about, severity, cause}];
  });
  return {
    state: 'compared',
    comparison: {
      ...{unpacked: none, download: none, causes: [], layers: [], bases: [], misses: []},
      ...(findings === undefined ? {} : {findings: {new: fresh, fixed: [], still: 1}}),
    },
  };
}

function run(
  options: object,
  change: Partial<Evidence> = {},
  waivers: readonly Waiver[] = [],
): Judgement {
  return judge({
    policy: policy({change: {vulnerabilities: options}, waivers}),
    images: [
      gathered({
        ...{vulnerabilities: judged(FINDINGS), comparison: known(compared(FINDINGS))},
        ...{pullRequest: known(true), ...change},
      }),
    ],
    today: TODAY,
  });
}

function ids({violations}: Judgement): readonly unknown[] {
  return violations.map(({told}) => told.finding?.id);
}

function outcomeOf({outcomes}: Judgement): JudgedOutcome | undefined {
  return outcomes.find(({rule}) => rule === 'vulnerabilities');
}

describe('whose vulnerability it is', () => {
  it.each([
    ['auto', 'auto', ['CVE-MINE']],
    ['all', 'any', ['CVE-OLD', 'CVE-MINE', 'CVE-BASE', 'CVE-DRIFT']],
    ['new', 'any', ['CVE-MINE', 'CVE-BASE', 'CVE-DRIFT']],
    ['all', 'own', ['CVE-OLD', 'CVE-MINE', 'CVE-DRIFT']],
    ['new', 'own', ['CVE-MINE', 'CVE-DRIFT']],
    ['all', 'this-change', ['CVE-MINE']],
    ['new', 'this-change', ['CVE-MINE']],
  ])('judge %s, blame %s', (asked, blame, expected) => {
    expect(ids(run({judge: asked, blame}))).toEqual(expected);
  });

  it.each([
    ['no pull request', {pullRequest: known(false)}],
    ['no baseline', {comparison: unable('none')}],
    ['a baseline that could not be scanned again', {comparison: known(compared(undefined))}],
  ])('is not asked by auto where there is %s', (_what, change) => {
    const judgement = run({}, change);
    expect(ids(judgement)).toHaveLength(4);
    expect(outcomeOf(judgement)?.stance).toEqual({judge: 'all', blame: 'any'});
  });

  it('is this change’s for an image that the baseline did not have', () => {
    expect(ids(run({}, {comparison: known({state: 'new'})}))).toHaveLength(4);
  });

  it('is unable where it is asked and nobody can tell', () => {
    const none = outcomeOf(run({judge: 'new'}, {comparison: unable('There is no baseline.')}));
    expect(none).toMatchObject({outcome: 'unable', reason: 'There is no baseline.'});
    const unscanned = outcomeOf(
      run({blame: 'this-change', 'fail-on': 'critical'}, {comparison: known(compared(undefined))}),
    );
    expect(unscanned).toMatchObject({
      outcome: 'unable',
      reason: expect.stringMatching(/not known/),
    });
  });

  it('is listed for what is excused, by cause', () => {
    expect(outcomeOf(run({}))).toMatchObject({
      outcome: 'fail',
      stance: {judge: 'new', blame: 'this-change'},
      excused: [
        {why: 'in the baseline', severity: 'high', count: 1},
        {why: 'base image', severity: 'high', count: 1},
        {why: 'drift', severity: 'high', count: 1},
      ],
    });
  });
});

it('leaves a waiver that this run did not need, where others’ findings were not held against it', () => {
  const old: Waiver = {
    ...({rule: 'vulnerabilities', id: 'CVE-OLD', reason: 'not reachable'} as const),
    ...{expires: TODAY, source: {file: 'plimsoll.yml', line: 9}},
  };
  expect(run({}, {}, [old]).notices).toEqual([]);
  const whole = run({}, {vulnerabilities: judged([finding({id: 'CVE-MINE'})])}, [old]);
  expect(whole.notices).toMatchObject([{message: expect.stringContaining('excused nothing')}]);
});

it('counts what is excused for other reasons, the most severe first', () => {
  const findings = [
    unfixed({id: 'CVE-1'}),
    unfixed({id: 'CVE-2'}),
    unfixed({id: 'CVE-3', severity: 'critical'}),
    finding({id: 'CVE-4', status: 'will_not_fix'}),
    finding({id: 'CVE-5', severity: 'low', status: 'will_not_fix'}),
  ];
  const judgement = run({'ignore-statuses': ['will_not_fix']}, {vulnerabilities: judged(findings)});
  expect(outcomeOf(judgement)).toMatchObject({
    outcome: 'pass',
    excused: [
      {why: 'no fix', severity: 'critical', count: 1},
      {why: 'no fix', severity: 'high', count: 2},
      {why: 'status', detail: 'will_not_fix', severity: 'high', count: 1},
    ],
  });
});

describe('grace', () => {
  const days = (day: string, from: 'record' | 'advisory', grace: number): Judgement =>
    run(
      {judge: 'all', blame: 'any', grace},
      {
        vulnerabilities: judged([finding({identity: 'one'})], {
          fixedSince: new Map([['one', {day, from}]]),
          today: TODAY,
        }),
      },
    );

  it.each([
    ['2026-11-25', 1, 'pass'],
    ['2026-11-24', 1, 'fail'],
    ['2026-11-12', 14, 'pass'],
    ['2026-11-11', 14, 'fail'],
    ['2026-11-25', 0, 'fail'],
  ])('from %s, %d days: %s', (day, grace, expected) => {
    expect(outcomeOf(days(day, 'record', grace))?.outcome).toBe(expected);
  });

  it.each([
    ['record', 'since the default branch knows a fix'],
    ['advisory', 'since its advisory came out'],
  ] as const)('says until when, and what it counts from: %s', (from, words) => {
    expect(days('2026-11-20', from, 14).violations).toMatchObject([
      {
        level: 'warning',
        told: {
          words: {
            message: `CVE-2026-1 (high) in zlib1g 1:1.2.13: fixed in 1:1.2.14; judged from high up, failing from 2026-12-04 on (days of grace, counted ${words}).`,
          },
        },
      },
    ]);
  });

  it('is none for a finding that nobody dates', () => {
    expect(outcomeOf(run({judge: 'all', blame: 'any', grace: 30}))?.outcome).toBe('fail');
  });
});
