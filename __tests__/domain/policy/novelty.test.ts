/** Which violations the baseline did not have: what is known of it, what its record holds, rule by rule. */
import {describe, expect, it} from '@jest/globals';
import type {Compared, Comparison} from '../../../src/domain/compare/facts.ts';
import {known, unable} from '../../../src/domain/known.ts';
import {judge} from '../../../src/domain/policy/evaluate.ts';
import type {Evidence} from '../../../src/domain/policy/evidence.ts';
import type {Judgement} from '../../../src/domain/policy/judgement.ts';
import {violatedIn} from '../../../src/domain/policy/novelty.ts';
import type {Waiver} from '../../../src/domain/policy/policy.ts';
import {RULES, type RuleId} from '../../../src/domain/policy/rules/index.ts';
import {finding, gathered, judged, policy, secret} from '../../support/evidence.ts';

const ID = 'web/linux/amd64';
const SECRET = {
  ...{rule: 'github-pat', title: 'A token', severity: 'critical', where: 'file', path: '/b'},
};
const ROOT: Partial<Evidence> = {
  user: known({declared: 'root', uid: 0, isRoot: true, numeric: false}),
  secrets: known([secret(), secret({path: '/b'})]),
  vulnerabilities: judged([finding({id: 'CVE-OLD'}), finding({id: 'CVE-NEW'})]),
};

/** Of what a rule would read in a report. */
function identityOf(rule: RuleId, data: unknown, image = ID): string {
  return RULES[rule].read(data)?.identityIn(image) ?? 'not of its shape';
}

function against(change: Partial<Comparison> = {}): Compared {
  const none = {before: 0, after: 0};
  return {
    state: 'compared',
    comparison: {
      ...{unpacked: none, download: none, causes: [], layers: [], bases: [], misses: []},
      ...change,
    },
  };
}

function run(change: Partial<Evidence> = {}, waivers: readonly Waiver[] = []): Judgement {
  return judge({
    policy: policy({change: {size: {max: '50MB'}, growth: {max: 1}}, waivers}),
    images: [gathered({...ROOT, ...change})],
    today: '2026-11-28',
  });
}

const news = ({violations}: Judgement): readonly unknown[] =>
  violations.map(({rule, isNew}) => [rule, isNew]);
const inEach = (isNew: boolean | undefined): readonly unknown[] =>
  ['size', 'user', 'vulnerabilities', 'vulnerabilities', 'secrets', 'secrets'].map((rule) => [
    rule,
    isNew,
  ]);

describe('what is new', () => {
  it('is not known without a baseline, and with the record of an older version', () => {
    expect(news(run())).toEqual(inEach(undefined));
    expect(run().violations.some((one) => 'isNew' in one)).toBe(false);
    expect(news(run({comparison: known(against())}))).toEqual(inEach(undefined));
  });

  it('is everything of an image that the baseline did not have', () => {
    expect(news(run({comparison: known({state: 'new'})}))).toEqual(inEach(true));
  });

  it('is what its record has not, of the rules that it judged', () => {
    const violated = {
      user: [],
      secrets: [identityOf('secrets', SECRET)],
    };
    const found = run({comparison: known(against({violated}))}).violations;
    const [first, second] = found.filter(({rule}) => rule === 'secrets');
    expect([first?.isNew, second?.isNew]).toEqual([true, false]);
    expect(found.find(({rule}) => rule === 'user')?.isNew).toBe(true);
    expect(found.find(({rule}) => rule === 'size')).not.toHaveProperty('isNew');
  });

  it('of vulnerabilities is what the baseline has not with the database of today', () => {
    const {id, identity, package: about, severity} = finding({id: 'CVE-NEW'});
    const fresh = {id, identity, package: about, severity, cause: 'drift' as const};
    const comparison = known(against({findings: {new: [fresh], fixed: [], still: 1}}));
    const found = run({comparison}).violations.filter(({rule}) => rule === 'vulnerabilities');
    expect(found.map(({isNew}) => isNew)).toEqual([false, true]);
  });

  it('is any growth: that of the baseline was against its own', () => {
    const unpacked = {before: 100, after: 200};
    const layer = {change: 'grew', cause: 'this change', base: false} as const;
    const layers = [{...layer, unpacked, download: {before: 0, after: 0}}];
    const found = run({comparison: known(against({unpacked, layers, violated: {growth: []}}))});
    expect(found.violations.find(({rule}) => rule === 'growth')?.isNew).toBe(true);
  });
});

describe('what a record keeps of violations', () => {
  it('is enough that the same image has nothing new against it, whatever moved', () => {
    const before = run();
    const violated = violatedIn(before, ID);
    expect(Object.keys(violated)).toEqual(
      expect.arrayContaining(['size', 'user', 'secrets', 'waste']),
    );
    const moved = {
      secrets: known([secret({line: 9, place: {file: 'other'}}), secret({path: '/b'})]),
    };
    const again = run({comparison: known(against({violated})), ...moved});
    expect(again.violations.filter(({isNew}) => isNew === true)).toEqual([]);
    expect(again.violations.filter(({isNew}) => isNew === false)).toHaveLength(4);
  });

  it('is not what was not judged, and not what rules compare by themselves', () => {
    const violated = violatedIn(run({secrets: unable('There is no scanner.')}), ID);
    expect(Object.keys(violated)).not.toContain('secrets');
    expect(Object.keys(violated)).not.toContain('vulnerabilities');
    expect(Object.keys(violated)).not.toContain('growth');
    expect(violatedIn(run(), 'api/linux/amd64')).toEqual({});
  });

  it('has what was waived: a waiver that ends makes nothing new', () => {
    const source = {file: 'p', line: 1};
    const waiver: Waiver = {rule: 'user', reason: 'x', expires: '2026-12-01', source};
    const violated = violatedIn(run({}, [waiver]), ID);
    expect(violated['user']).toHaveLength(1);
  });

  it('is a hash, in which no size, line or value is told', () => {
    const known = identityOf('secrets', {...SECRET, line: 3});
    expect(known).toMatch(/^[0-9a-f]{32}$/);
    expect(identityOf('secrets', {...SECRET, line: 4})).toBe(known);
    expect(identityOf('secrets', SECRET, 'api/linux/amd64')).not.toBe(known);
  });
});

it('what is told apart by less than it says is not called an old one', () => {
  const check = {rule: 'Casing', message: 'Say `FROM`', source: ''};
  const evidence: Partial<Evidence> = {buildChecks: known([check])};
  const identity = identityOf('build-checks', {check: check.rule, message: check.message});
  const of = (violated: Readonly<Record<string, string[]>>): readonly unknown[] =>
    run({...evidence, comparison: known(against({violated}))})
      .violations.filter(({rule}) => rule === 'build-checks')
      .map(({isNew}) => isNew);
  expect(of({'build-checks': []})).toEqual([true]);
  expect(of({'build-checks': [identity]})).toEqual([undefined]);
});
