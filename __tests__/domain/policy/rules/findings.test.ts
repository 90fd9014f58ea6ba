import type {AttributedFinding, AttributedSecret} from '../../../../src/domain/findings/facts.ts';
import {known} from '../../../../src/domain/known.ts';
import {RULES} from '../../../../src/domain/policy/rules/index.ts';
import {
  DOCKERFILE,
  GOOD,
  finding,
  judged,
  secret,
  strayedSecret,
  unfixed,
} from '../../../support/evidence.ts';

const {vulnerabilities, secrets} = RULES;
const multiStage = RULES['multi-stage'];

function violationsOf(found: AttributedFinding, options: object = {}): readonly unknown[] {
  const evidence = {...GOOD, vulnerabilities: judged([found])};
  return vulnerabilities.judge({...vulnerabilities.default, ...options}, evidence);
}

test.each([
  ['unknown', 'low', 0],
  ['low', 'low', 1],
  ['medium', 'high', 0],
  ['high', 'high', 1],
  ['critical', 'high', 1],
  ['high', 'critical', 0],
  ['unknown', 'unknown', 1],
] as const)('%s with fail-on %s: %d violations', (severity, failOn, count) => {
  expect(violationsOf(finding({severity}), {'fail-on': failOn})).toHaveLength(count);
});

describe('a finding without a fix', () => {
  const found = unfixed({status: 'will_not_fix'});

  test('is left out, shown without failing, or a violation', () => {
    expect(violationsOf(found, {unfixed: 'ignore'})).toEqual([]);
    expect(violationsOf(found, {unfixed: 'report'})).toMatchObject([{shown: true}]);
    const [violation] = violationsOf(found, {unfixed: 'fail'});
    expect(violation).not.toHaveProperty('shown');
  });

  test('is not judged where the vendor’s answer is ignored', () => {
    const options = {unfixed: 'fail', 'ignore-statuses': ['will_not_fix']};
    expect(violationsOf(found, options)).toEqual([]);
    expect(violationsOf({...found, status: 'affected'}, options)).toHaveLength(1);
  });

  test('can only be replaced or waived', () => {
    const data = {
      ...{id: 'CVE-2026-1', severity: 'high', package: 'zlib', failOn: 'high'},
      ...{installed: [{package: 'zlib1g', version: '1.2'}], more: 0},
    };
    expect(vulnerabilities.read(data)?.words).toEqual({
      message: 'CVE-2026-1 (high) in zlib1g 1.2: no fixed version is known; judged from high up.',
      advice: 'There is no fix yet: replace zlib, or waive CVE-2026-1 with a reason and a date.',
    });
  });
});

test('a violation says what is installed, what mends it, and stands on its first place', () => {
  const members = Array.from({length: 7}, (_, at) => ({package: `zlib${at}`, version: '1'}));
  const places = [
    {file: 'Dockerfile', startLine: 4},
    {file: 'package-lock.json', startLine: 9},
  ];
  const evidence = {
    ...GOOD,
    vulnerabilities: judged([finding({members, places})]),
  };
  const [violation] = vulnerabilities.judge(vulnerabilities.default, evidence);
  expect(violation?.place).toEqual({file: 'Dockerfile', startLine: 4});
  expect(violation?.told.words).toEqual({
    message:
      'CVE-2026-1 (high) in zlib0 1, zlib1 1, zlib2 1, zlib3 1, zlib4 1 and 2 more: fixed in 1:1.2.14; judged from high up.',
    advice: 'Upgrade zlib to 1:1.2.14.',
  });
});

test('what comes with the base image is mended by a newer base', () => {
  const [violation] = vulnerabilities.judge(vulnerabilities.default, {
    ...GOOD,
    vulnerabilities: judged([finding({base: true})]),
  });
  expect(violation?.told.words.advice).toBe(
    'It comes with the base image: take a newer base that has zlib 1:1.2.14, or upgrade zlib in the Dockerfile.',
  );
});

test.each([
  [secret(), 'GitHub Personal Access Token (github-pat) lies in /app/.npmrc.'],
  [
    secret({where: 'environment', variable: 'TOKEN'}),
    'GitHub Personal Access Token (github-pat) lies in the image’s environment (TOKEN).',
  ],
  [secret({line: 12, nth: 2}), 'GitHub Personal Access Token (github-pat) lies in /app/.npmrc:12.'],
  [
    secret({where: 'history', nth: 3}),
    'GitHub Personal Access Token (github-pat) lies in the image’s history (a build argument or an instruction’s text), number 3 of its kind there.',
  ],
  [
    secret({where: 'history'}),
    'GitHub Personal Access Token (github-pat) lies in the image’s history (a build argument or an instruction’s text).',
  ],
  [
    secret({where: 'config'}),
    'GitHub Personal Access Token (github-pat) lies in the image’s configuration.',
  ],
])('a secret is said with its place and never with its value', (found, sentence) => {
  const [violation] = secrets.judge(secrets.default, {...GOOD, secrets: known([found])});
  expect(violation?.told.words.message).toBe(sentence);
  expect(violation?.place).toEqual({file: 'Dockerfile', startLine: 6, endLine: 6});
});

test('a secret of the base image is no violation; one whose layer is unknown is', () => {
  const count = (found: AttributedSecret): number =>
    secrets.judge(secrets.default, {...GOOD, secrets: known([found])}).length;
  expect([count(secret({base: true})), count(secret()), count(strayedSecret())]).toEqual([0, 1, 1]);
});

test('the stages that lead to the image are counted', () => {
  const judgedWith = (usedStages: readonly number[], min: number): readonly unknown[] =>
    multiStage.judge(
      {level: 'error', min},
      {...GOOD, dockerfile: known({...DOCKERFILE, usedStages})},
    );
  expect(judgedWith([0, 1], 2)).toEqual([]);
  expect(judgedWith([1], 2)).toMatchObject([
    {place: {file: 'Dockerfile', startLine: 4, endLine: 4}, told: {data: {stages: 1, min: 2}}},
  ]);
  expect(multiStage.read({stages: 1, min: 2})?.words).toEqual({
    message: 'One stage leads to the image, where at least 2 are asked for.',
    advice:
      'Build in a stage of its own (FROM … AS build) and take only the result into the final one: COPY --from=build.',
  });
  expect(multiStage.read({stages: 2, min: 3})?.words.message).toBe(
    '2 stages lead to the image, where at least 3 are asked for.',
  );
});

test.each(Object.entries(RULES))(
  '%s: its default is whole, parsing it changes nothing, and foreign data has no words',
  (id, rule) => {
    expect(rule.id).toBe(id);
    expect(rule.options.parse(rule.default)).toEqual(rule.default);
    expect(rule.read({nonsense: true})).toBeUndefined();
    expect(rule.summary).not.toBe('');
    expect(rule.help).toMatch(/\.$/);
  },
);

test('the defaults are those of architecture.md section 7', () => {
  const defaults = Object.fromEntries(
    Object.entries(RULES).map(([id, rule]) => [id, rule.default]),
  );
  expect(defaults).toEqual({
    size: {level: 'error'},
    download: {level: 'error'},
    user: {level: 'error', require: 'non-root'},
    healthcheck: {level: 'error', require: 'declared', env: {}, writable: ['/tmp']},
    vulnerabilities: {
      level: 'error',
      'fail-on': 'high',
      unfixed: 'ignore',
      'ignore-statuses': [],
      ...{judge: 'auto', blame: 'auto', grace: 0},
    },
    secrets: {level: 'error'},
    'multi-stage': {level: 'off', min: 2},
    'build-tools': {level: 'warning'},
    'build-context': {level: 'warning'},
    'build-checks': {level: 'warning'},
    'build-policy': {level: 'error'},
    waste: {level: 'warning', max: 10},
    growth: {level: 'warning', blame: 'auto'},
    'build-time': {level: 'warning', max: 300},
    freshness: {level: 'warning', 'max-age': 3, 'end-of-life': 'none'},
    loosening: {level: 'warning'},
  });
});
