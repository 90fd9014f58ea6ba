/** What must hold for every policy and every image. */
import fc from 'fast-check';
import {SEVERITIES, STATUSES} from '../../../src/domain/findings/facts.ts';
import type {AttributedFinding} from '../../../src/domain/findings/facts.ts';
import {known, unable} from '../../../src/domain/known.ts';
import type {Known} from '../../../src/domain/known.ts';
import {judge} from '../../../src/domain/policy/evaluate.ts';
import type {GatheredImage} from '../../../src/domain/policy/evaluate.ts';
import type {Policy, Waiver} from '../../../src/domain/policy/policy.ts';
import type {Verdict} from '../../../src/domain/policy/verdict.ts';
import {finding, gathered, judged, policy, secret, unfixed} from '../../support/evidence.ts';

const TODAY = '2026-11-24';

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Known<T>> {
  return fc.oneof(
    {weight: 5, arbitrary: value.map(known)},
    {weight: 1, arbitrary: fc.constant(unable('not known'))},
  );
}

const packageName = fc.constantFrom('zlib', 'openssl', 'lodash');
const path = fc.constantFrom('app/a', 'srv/b', 'usr/lib/c');
const level = fc.constantFrom('error', 'warning', 'off');
const bytes = fc.nat({max: 1000});

const anyFinding: fc.Arbitrary<AttributedFinding> = fc
  .record({
    id: fc.constantFrom('CVE-1', 'CVE-2', 'CVE-3'),
    package: packageName,
    severity: fc.constantFrom(...SEVERITIES),
    status: fc.constantFrom(...STATUSES),
    isFixed: fc.boolean(),
    paths: fc.array(fc.option(path, {nil: undefined}), {minLength: 1, maxLength: 3}),
  })
  .map(({isFixed, paths, ...given}) => {
    const members = paths.map((at) => ({
      ...{package: given.package, version: '1'},
      ...(at !== undefined && {path: at}),
    }));
    return isFixed ? finding({...given, members}) : unfixed({...given, members});
  });

const anySecret = fc
  .record({rule: fc.constantFrom('aws', 'pat'), path, base: fc.boolean()})
  .map((given) => secret(given));

const image = (name: string): fc.Arbitrary<GatheredImage> =>
  fc
    .record({
      sizes: maybe(fc.record({unpackedBytes: bytes, downloadBytes: bytes})),
      user: maybe(
        fc.record({
          declared: fc.constantFrom('', '0', 'app', '1000'),
          isRoot: fc.boolean(),
          numeric: fc.boolean(),
        }),
      ),
      vulnerabilities: maybe(
        fc.record({
          findings: fc.array(anyFinding, {maxLength: 5}),
          fixedSince: fc.constant(new Map()),
          today: fc.constant('2026-11-25'),
        }),
      ),
      secrets: maybe(fc.array(anySecret, {maxLength: 3})),
    })
    .map((evidence) => gathered(evidence, {name}));

const images = fc
  .subarray(['web', 'api', 'job'], {minLength: 0})
  .chain((names) => fc.tuple(...names.map(image)));

const waiver: fc.Arbitrary<Waiver> = fc
  .record(
    {
      rule: fc.constantFrom('user', 'size', 'vulnerabilities', 'secrets'),
      image: fc.constantFrom('web', 'api'),
      id: fc.constantFrom('CVE-1', 'aws'),
      package: packageName,
      path: fc.constantFrom('app/*', '**'),
      expires: fc.constantFrom('2026-11-23', '2026-11-24', '2027-01-01'),
    },
    {requiredKeys: ['rule', 'expires']},
  )
  .map((given) => ({...given, reason: 'x', source: {file: 'f', line: 1}}));

const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    levels: fc.record({size: level, user: level, vulnerabilities: level, secrets: level}),
    max: bytes,
    failOn: fc.constantFrom(...SEVERITIES),
    unfixed: fc.constantFrom('ignore', 'report', 'fail'),
    statuses: fc.subarray([...STATUSES]),
    waivers: fc.array(waiver, {maxLength: 3}),
    ignored: fc.subarray(['CVE-1', 'aws']),
  })
  .map(({levels, max, failOn, unfixed, statuses, waivers, ignored}) =>
    policy({
      change: {
        size: {level: levels.size, max},
        user: {level: levels.user},
        vulnerabilities: {
          level: levels.vulnerabilities,
          'fail-on': failOn,
          unfixed,
          'ignore-statuses': statuses,
        },
        secrets: {level: levels.secrets},
      },
      waivers,
      ignores: ignored.map((id, at) => ({id, file: '.trivyignore', line: at + 1})),
    }),
  );

function verdictOf(rules: Policy, gatheredImages: readonly GatheredImage[]): Verdict {
  return judge({policy: rules, images: gatheredImages, today: TODAY}).verdict;
}

const BETTER: readonly Verdict[] = ['fail', 'unable', 'pass'];

function expectNotWorse(before: Verdict, after: Verdict): void {
  expect(BETTER.indexOf(after)).toBeGreaterThanOrEqual(BETTER.indexOf(before));
}

function withOptions(rules: Policy, id: 'size' | 'vulnerabilities', options: object): Policy {
  return {...rules, rules: {...rules.rules, [id]: {...rules.rules[id], ...options}}};
}

test('the cases reach every verdict', () => {
  const seen = fc
    .sample(fc.tuple(anyPolicy, images), {numRuns: 300, seed: 1})
    .map(([rules, some]) => verdictOf(rules, some));
  expect(new Set(seen)).toEqual(new Set(BETTER));
});

test('raising a size limit never makes a verdict worse', () => {
  fc.assert(
    fc.property(anyPolicy, images, bytes, (rules, some, more) => {
      const max = Number(rules.rules.size['max']) + more;
      expectNotWorse(verdictOf(rules, some), verdictOf(withOptions(rules, 'size', {max}), some));
    }),
  );
});

test('raising the least severity never makes a verdict worse', () => {
  fc.assert(
    fc.property(anyPolicy, images, fc.constantFrom(...SEVERITIES), (rules, some, severity) => {
      const before = String(rules.rules.vulnerabilities['fail-on']);
      const failOn = SEVERITIES.findLast((one) => one === before || one === severity);
      const raised = withOptions(rules, 'vulnerabilities', {'fail-on': failOn});
      expectNotWorse(verdictOf(rules, some), verdictOf(raised, some));
    }),
  );
});

test('a waiver more never makes a verdict worse', () => {
  fc.assert(
    fc.property(anyPolicy, images, waiver, fc.nat(), (rules, some, one, at) => {
      const waivers = rules.waivers.toSpliced(at % (rules.waivers.length + 1), 0, one);
      expectNotWorse(verdictOf(rules, some), verdictOf({...rules, waivers}, some));
    }),
  );
});

test('an expired waiver changes nothing', () => {
  fc.assert(
    fc.property(anyPolicy, images, waiver, (rules, some, one) => {
      const waivers = [...rules.waivers, {...one, expires: '2026-11-23'}];
      expect(verdictOf({...rules, waivers}, some)).toBe(verdictOf(rules, some));
    }),
  );
});

test('an entry of .trivyignore more never makes a verdict worse', () => {
  fc.assert(
    fc.property(anyPolicy, images, fc.constantFrom('CVE-2', 'CVE-3', 'pat'), (rules, some, id) => {
      const ignores = [...rules.ignores, {id, file: '.trivyignore', line: 9}];
      expectNotWorse(verdictOf(rules, some), verdictOf({...rules, ignores}, some));
    }),
  );
});

test('the order of images, findings, secrets and waivers does not matter', () => {
  const reversed = <T>(thing: Known<readonly T[]>): Known<readonly T[]> =>
    'value' in thing ? known(thing.value.toReversed()) : thing;
  fc.assert(
    fc.property(anyPolicy, images, (rules, some) => {
      const shuffled = some.toReversed().map((one) => {
        const {vulnerabilities, secrets} = one.evidence;
        const findings = 'value' in vulnerabilities ? vulnerabilities.value.findings : [];
        return {
          ...one,
          evidence: {
            ...one.evidence,
            secrets: reversed(secrets),
            vulnerabilities:
              'value' in vulnerabilities ? judged(findings.toReversed()) : vulnerabilities,
          },
        };
      });
      const before = judge({policy: rules, images: some, today: TODAY});
      const after = judge({
        policy: {...rules, waivers: rules.waivers.toReversed()},
        images: shuffled,
        today: TODAY,
      });
      expect(after.verdict).toBe(before.verdict);
      expect(new Map(after.verdicts)).toEqual(new Map(before.verdicts));
      const words = (judged: typeof before): readonly string[] =>
        judged.violations
          .map(({image: id, told, waived}) => `${id} ${told.words.message} ${waived === undefined}`)
          .toSorted();
      expect(words(after)).toEqual(words(before));
    }),
  );
});

test('what is suppressed and what is not are all that was found', () => {
  fc.assert(
    fc.property(anyPolicy, image('web'), (rules, one) => {
      const {vulnerabilities} = one.evidence;
      const strict = withOptions({...rules, waivers: []}, 'vulnerabilities', {
        ...{level: 'error', 'fail-on': 'unknown'},
        ...{unfixed: 'fail', 'ignore-statuses': []},
      });
      const judgement = judge({policy: strict, images: [one], today: TODAY});
      const violations = judgement.violations.filter(({rule}) => rule === 'vulnerabilities');
      const ignored = (id: string): boolean => rules.ignores.some((entry) => entry.id === id);
      const findings = 'value' in vulnerabilities ? vulnerabilities.value.findings : [];
      expect(violations).toHaveLength(findings.filter(({id}) => !ignored(id)).length);
      for (const {id, identity} of findings)
        expect(judgement.suppressed.get(one.id)?.has(identity)).toBe(ignored(id));
    }),
  );
});
