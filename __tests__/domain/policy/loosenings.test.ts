/** What a change lets pass that its base did not: threats.md rule 9. */
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {known} from '../../../src/domain/known.ts';
import {judge} from '../../../src/domain/policy/evaluate.ts';
import {policyLoosenings} from '../../../src/domain/policy/loosenings.ts';
import {type Loosening} from '../../../src/domain/policy/loosening.ts';
import {parsePolicy} from '../../../src/domain/policy/parse.ts';
import {mergePolicy} from '../../../src/domain/policy/merge.ts';
import {parseVex} from '../../../src/domain/policy/vex.ts';
import {RULES, RULE_IDS} from '../../../src/domain/policy/rules/index.ts';
import {policyRecordSchema, type PolicyRecord} from '../../../src/domain/record/policy.ts';
import {policyRecord} from '../../../src/domain/policy/policy-record.ts';
import {gathered, policy} from '../../support/evidence.ts';

const WEB = {id: 'web/linux/amd64', name: 'web'};
const API = {id: 'api/linux/amd64', name: 'api'};
const EMPTY = {ignores: [], vex: []};

/** As a record holds the policy of this text, for the images `web` and `api`. */
function recorded(yaml: string, change: Partial<PolicyRecord> = {}): PolicyRecord {
  const documents = [parsePolicy(`version: 1\n${yaml}`, 'plimsoll.yml')];
  const merged = mergePolicy({documents, mirrors: {}, images: ['web', 'api'], partial: false});
  const made = policyRecord({...merged, ...EMPTY}, {built: [WEB, API], enforce: true});
  return policyRecordSchema.parse(JSON.parse(JSON.stringify({...made, ...change})));
}

function between(before: string, now: string): readonly Loosening[] {
  return policyLoosenings(recorded(before), recorded(now));
}

const rules = (text: string): string => `rules: {${text}}`;

/** For a document of one statement, what the scanner is given and the record keeps. */
function answered(statement: object): PolicyRecord {
  const text = JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    statements: [statement],
  });
  const {statements} = parseVex(text, 'a.vex.json');
  const vex = statements.map(({id, status, products, meaning}) => ({
    ...{id, status, products: [...products], meaning},
  }));
  return recorded('', {vex});
}

describe('what excuses is compared as a whole', () => {
  const answer = {
    vulnerability: {name: 'CVE-2026-1'},
    products: [{'@id': 'pkg:npm/a'}],
    status: 'not_affected',
  };

  it.each([
    ['aliases', {vulnerability: {name: 'CVE-2026-1', aliases: ['CVE-2026-2']}}],
    ['an id of the vulnerability', {vulnerability: {name: 'CVE-2026-1', '@id': 'CVE-2026-2'}}],
    ['identifiers', {products: [{'@id': 'pkg:npm/a', identifiers: {purl: 'pkg:npm/b'}}]}],
    ['subcomponents', {products: [{'@id': 'pkg:npm/a', subcomponents: [{'@id': 'pkg:npm/b'}]}]}],
    ['a field that nobody knows yet', {widens: true}],
  ])('a VEX answer that gains %s is another one', (_, change) => {
    expect(policyLoosenings(answered(answer), answered({...answer, ...change}))).toEqual([
      {
        about: 'VEX of CVE-2026-1, pkg:npm/a (not_affected)',
        ...{before: 'not there', now: 'for ever'},
      },
    ]);
  });

  it('a VEX answer that gains a reason, or other white space, is the same', () => {
    const again = {...answer, justification: 'component_not_present', timestamp: '2026-01-01'};
    expect(policyLoosenings(answered(answer), answered(again))).toEqual([]);
  });

  it('a waiver that trades one field for another is another one', () => {
    const waiver = (key: string): string =>
      `waivers: [{rule: vulnerabilities, id: CVE-1, ${key}: web, reason: old, expires: 2027-01-31}]`;
    expect(between(waiver('package'), waiver('image'))).toEqual([
      {
        about: 'a waiver for vulnerabilities, id CVE-1, image web',
        ...{before: 'not there', now: 'until 2027-01-31'},
      },
    ]);
  });

  it('an ignore that trades its path for a package is another one', () => {
    const [before, now] = [{paths: ['x']}, {purls: ['x']}].map((where) =>
      recorded('', {ignores: [{id: 'CVE-1', ...where}]}),
    );
    expect(policyLoosenings(before as PolicyRecord, now as PolicyRecord)).toHaveLength(1);
  });

  it('of two waivers of one kind the longer one counts, in whatever order', () => {
    const of = (...dates: readonly string[]): string =>
      `waivers: [${dates.map((date) => `{rule: user, image: web, reason: old, expires: ${date}}`).join(', ')}]`;
    const [long, short] = ['2027-06-30', '2027-01-31'];
    for (const before of [of(long, short), of(short, long)])
      expect(between(before, of(long))).toEqual([]);
  });
});

describe('an image that the baseline did not have', () => {
  const [web2, off] = [{id: 'web2/linux/amd64', name: 'web2'}, '{rules: {user: {level: off}}}'];

  it('is compared with the rules for all', () => {
    const documents = [parsePolicy(`version: 1\nimages: {web2: ${off}}`, 'plimsoll.yml')];
    const merged = mergePolicy({documents, mirrors: {}, images: ['web2'], partial: false});
    const now = policyRecord({...merged, ...EMPTY}, {built: [web2], enforce: true});
    expect(policyLoosenings(recorded('', {built: [WEB]}), now)).toEqual([
      {about: 'rules.user.level', before: 'error', now: 'off'},
      {about: WEB.id, before: 'built and judged', now: 'neither'},
    ]);
  });

  it('under an id that it had leads elsewhere: that is said', () => {
    const built = (dockerfile: string, stage?: string): PolicyRecord =>
      recorded('', {built: [{...WEB, dockerfile, context: '', ...(stage && {stage})}]});
    expect(policyLoosenings(built('Dockerfile'), built('stub/Dockerfile', 'empty'))).toEqual([
      {
        about: WEB.id,
        before: 'built from Dockerfile in the repository’s root',
        now: 'built from stub/Dockerfile to its stage empty in the repository’s root',
      },
    ]);
    expect(policyLoosenings(built('Dockerfile'), built('Dockerfile'))).toEqual([]);
  });
});

describe('a rule', () => {
  it.each([
    ['size: {max: 200MB}', 'size: {max: 300MB}', 'rules.size.max', '200.0 MB', '300.0 MB'],
    ['download: {max: 9MB}', '', 'rules.download.max', '9.0 MB', 'no limit'],
    ['growth: {max: 5%}', 'growth: {max: 6%}', 'rules.growth.max', '5 %', '6 %'],
    ['', 'user: {level: warning}', 'rules.user.level', 'error', 'warning'],
    ['', 'user: {level: off}', 'rules.user.level', 'error', 'off'],
    [
      'loosening: {level: error}',
      'loosening: {level: warning}',
      'rules.loosening.level',
      'error',
      'warning',
    ],
    ['user: {require: numeric}', '', 'rules.user.require', 'numeric', 'non-root'],
    ['', 'healthcheck: {require: any}', 'rules.healthcheck.require', 'declared', 'any'],
    [
      '',
      'healthcheck: {writable: [/tmp, /run]}',
      'rules.healthcheck.writable',
      '/tmp',
      '/tmp, /run',
    ],
    ['', 'healthcheck: {env: {DEBUG: "1"}}', 'rules.healthcheck.env', 'none', 'DEBUG=1'],
    [
      '',
      'vulnerabilities: {fail-on: critical}',
      'rules.vulnerabilities.fail-on',
      'high',
      'critical',
    ],
    ['vulnerabilities: {unfixed: fail}', '', 'rules.vulnerabilities.unfixed', 'fail', 'ignore'],
    ['', 'vulnerabilities: {grace: 14d}', 'rules.vulnerabilities.grace', '0 days', '14 days'],
    ['vulnerabilities: {blame: any}', '', 'rules.vulnerabilities.blame', 'any', 'auto'],
    ['vulnerabilities: {judge: all}', '', 'rules.vulnerabilities.judge', 'all', 'auto'],
    [
      '',
      'vulnerabilities: {ignore-statuses: [will_not_fix]}',
      ...['rules.vulnerabilities.ignore-statuses', 'none', 'will_not_fix'],
    ],
    [
      'multi-stage: {level: error, min: 3}',
      'multi-stage: {level: error}',
      ...['rules.multi-stage.min', '3', '2'],
    ],
    ['', 'freshness: {end-of-life: any}', 'rules.freshness.end-of-life', 'none', 'any'],
  ])('%s -> %s', (before, now, about, was, is) => {
    const found = {about, before: was, now: is};
    expect(between(rules(before), rules(now))).toEqual([found]);
    expect(between(rules(now), rules(before))).toEqual([]);
  });

  it('that is off cannot become looser', () => {
    expect(between(rules('multi-stage: {min: 3}'), rules('multi-stage: {min: 1}'))).toEqual([]);
  });

  it('that is loosened for some of the images names them', () => {
    const now = 'images: {api: {rules: {size: {max: 2MB}}}}';
    expect(between('rules: {size: {max: 1MB}}', `rules: {size: {max: 1MB}}\n${now}`)).toEqual([
      {about: 'rules.size.max', images: ['api'], before: '1.0 MB', now: '2.0 MB'},
    ]);
  });

  it('that is moved from every image to all of them is as strict', () => {
    const each = 'web: {rules: {size: {max: 1MB}}}, api: {rules: {size: {max: 1MB}}}';
    expect(between(`images: {${each}}`, 'rules: {size: {max: 1MB}}')).toEqual([]);
  });

  it('of a version that knew other options is not guessed at', () => {
    const before = recorded('');
    const rules = {...before.rules, user: {level: 'error', require: 'somebody'}};
    const now = recorded('rules: {user: {require: any}}');
    expect(policyLoosenings({...before, rules}, now)).toEqual([]);
  });
});

describe('an excuse', () => {
  const waiver = (expires: string): string =>
    `waivers: [{rule: user, image: web, reason: old, expires: ${expires}}]`;

  it.each([
    ['', waiver('2027-01-31'), 'not there', 'until 2027-01-31'],
    [waiver('2027-01-31'), waiver('2027-02-28'), 'until 2027-01-31', 'until 2027-02-28'],
  ])('%s -> %s', (before, now, was, is) => {
    expect(between(before, now)).toEqual([
      {about: 'a waiver for user, image web', before: was, now: is},
    ]);
    expect(between(now, before)).toEqual([]);
  });

  it('may stand in .trivyignore, and hold for ever', () => {
    const now = recorded('', {ignores: [{id: 'CVE-1', purls: ['pkg:npm/x']}]});
    expect(policyLoosenings(recorded(''), now)).toEqual([
      {about: '.trivyignore of CVE-1, pkg:npm/x', before: 'not there', now: 'for ever'},
    ]);
    expect(policyLoosenings(now, now)).toEqual([]);
  });

  it('may be a VEX answer that ends a finding', () => {
    const vex = ['affected', 'not_affected'].map((status) => ({
      id: 'CVE-1',
      status,
      products: ['p'],
    }));
    expect(policyLoosenings(recorded(''), recorded('', {vex}))).toEqual([
      {about: 'VEX of CVE-1, p (not_affected)', before: 'not there', now: 'for ever'},
    ]);
  });
});

it('an image that is no longer built, and a gate that is no longer enforced, are loosenings', () => {
  const now = recorded('', {built: [WEB], enforce: false});
  expect(policyLoosenings(recorded(''), now)).toEqual([
    {about: 'enforce', before: 'true', now: 'false'},
    {about: API.id, before: 'built and judged', now: 'neither'},
  ]);
});

it('nothing is looser than itself', () => {
  const level = fc.constantFrom('error', 'warning', 'off');
  const levels = fc.record(Object.fromEntries(RULE_IDS.map((id) => [id, level])));
  fc.assert(
    fc.property(levels, (chosen) => {
      const text = Object.entries(chosen).map(([id, value]) => `${id}: {level: ${value}}`);
      const one = recorded(rules(text.join(', ')));
      expect(policyLoosenings(one, one)).toEqual([]);
    }),
  );
});

describe('the rule', () => {
  const found = {about: 'rules.size.max', images: ['web'], before: '1.0 MB', now: '2.0 MB'};
  const run = (level: 'error' | 'warning', loosenings?: readonly Loosening[]): string =>
    judge({
      policy: policy({change: {loosening: {level}}}),
      images: [gathered()],
      today: '2026-11-25',
      ...(loosenings && {loosenings: known(loosenings)}),
    }).verdict;

  it('shows as a warning, fails as an error, and needs something to compare with then', () => {
    expect(run('warning', [found])).toBe('pass');
    expect(run('error', [found])).toBe('fail');
    expect(run('error', [])).toBe('pass');
    expect(run('error')).toBe('unable');
    expect(run('warning')).toBe('pass');
  });

  it('says what was, and what is', () => {
    expect(RULES.loosening.read(found)?.words.message).toBe(
      'rules.size.max (web) was 1.0 MB, and is 2.0 MB.',
    );
  });
});
