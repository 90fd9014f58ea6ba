import {secretKey} from '../../../src/domain/findings/identity.ts';
import {known, unable} from '../../../src/domain/known.ts';
import {judge} from '../../../src/domain/policy/evaluate.ts';
import type {GatheredImage} from '../../../src/domain/policy/evaluate.ts';
import type {Judgement} from '../../../src/domain/policy/judgement.ts';
import type {Ignore, Policy, Waiver} from '../../../src/domain/policy/policy.ts';
import {RULES, type RuleId, RULE_IDS} from '../../../src/domain/policy/rules/index.ts';
import type {VexStatement} from '../../../src/domain/policy/vex.ts';
import {finding, gathered, judged, policy, secret, unfixed} from '../../support/evidence.ts';

const TODAY = '2026-11-24';
const PER_IMAGE = RULE_IDS.filter(
  (id) => RULES[id].per === 'image' && RULES[id].applies(gathered().evidence),
);
const ROOT = {user: known({declared: '', uid: 0, isRoot: true, numeric: false})};

function run(images: readonly GatheredImage[], rules: Policy = policy()): Judgement {
  return judge({policy: rules, images, today: TODAY});
}

function waiver(change: Partial<Waiver> = {}): Waiver {
  return {
    rule: 'user',
    reason: 'user namespace',
    expires: TODAY,
    source: {file: '.github/plimsoll.yml', line: 9},
    ...change,
  };
}

function ignore(change: Partial<Ignore> = {}): Ignore {
  return {id: 'CVE-2026-1', file: '.trivyignore', line: 3, ...change};
}

function statement(id: string): VexStatement {
  return {
    ...{id, products: ['pkg:npm/ws'], status: 'not_affected'},
    meaning: '',
    file: 'app.vex.json',
  };
}

const withFindings = (...findings: readonly ReturnType<typeof finding>[]): GatheredImage =>
  gathered({vulnerabilities: judged(findings)});

const messages = ({notices}: Judgement): readonly string[] => notices.map(({message}) => message);

describe('the verdict', () => {
  test('passes when every active rule passes; a rule that is off has no outcome', () => {
    const judgement = run([gathered()]);
    expect(judgement.verdict).toBe('pass');
    const image = 'web/linux/amd64';
    const outcome = (rule: RuleId): object => ({
      ...{rule, level: RULES[rule].default.level, outcome: 'pass'},
      ...(rule === 'vulnerabilities' && {stance: {judge: 'all', blame: 'any'}}),
    });
    expect(judgement.outcomes).toEqual([
      outcome('loosening'),
      ...PER_IMAGE.filter((rule) => rule !== 'multi-stage').map((rule) => ({
        ...outcome(rule),
        image,
      })),
    ]);
    expect(judgement.violations).toEqual([]);
    expect(judgement.notices).toEqual([]);
  });

  test('fails when an error rule fails, whatever is unable beside it', () => {
    const judgement = run([
      gathered({...ROOT, vulnerabilities: unable('no database')}),
      gathered({}, {name: 'other'}),
    ]);
    expect(judgement.verdict).toBe('fail');
    expect([...judgement.verdicts]).toEqual([
      ['web/linux/amd64', 'fail'],
      ['other/linux/amd64', 'pass'],
    ]);
    expect(judgement.violations).toMatchObject([
      {
        rule: 'user',
        image: 'web/linux/amd64',
        level: 'error',
        place: {file: 'Dockerfile', startLine: 5, endLine: 5},
        told: {
          data: {mistake: 'nobody-declared', declared: '', uid: 0},
          words: {message: 'The image names no user, so it starts as root.'},
        },
      },
    ]);
  });

  test('is unable when an error rule is, with the reason of what it needs', () => {
    const judgement = run([gathered({vulnerabilities: unable('no database')})]);
    expect(judgement.verdict).toBe('unable');
    expect(judgement.outcomes).toContainEqual({
      rule: 'vulnerabilities',
      image: 'web/linux/amd64',
      level: 'error',
      outcome: 'unable',
      reason: 'no database',
    });
  });

  test('is not changed by a warning that fails or is unable', () => {
    const warning = {level: 'warning'} as const;
    const judgement = run(
      [gathered({...ROOT, vulnerabilities: unable('no database')})],
      policy({change: {user: warning, vulnerabilities: warning}}),
    );
    expect(judgement.verdict).toBe('pass');
    expect(judgement.outcomes.map(({outcome}) => outcome)).toEqual(
      expect.arrayContaining(['fail', 'unable']),
    );
    expect(judgement.violations[0]?.level).toBe('warning');
  });

  test('is unable for no image at all', () => {
    const judgement = run([]);
    expect(judgement.verdict).toBe('unable');
    expect(messages(judgement)).toEqual(['There was no image to judge.']);
  });

  test.each(['error', 'warning', 'off'] as const)(
    'is unable for an image that was not built, also where all rules are %s',
    (level) => {
      const change = Object.fromEntries(RULE_IDS.map((id) => [id, {level}]));
      const reasoned = unable('stopped');
      const image = gathered(
        {sizes: reasoned, user: reasoned, healthcheck: reasoned, dockerfile: reasoned},
        {missing: 'stopped'},
      );
      const judgement = run([image, gathered({}, {name: 'other'})], policy({change}));
      expect(judgement.verdict).toBe('unable');
      expect(judgement.verdicts.get(image.id)).toBe('unable');
      const outcomes = judgement.outcomes.filter((outcome) => outcome.image === image.id);
      expect(outcomes).toHaveLength(level === 'off' ? 0 : PER_IMAGE.length);
      expect(
        outcomes.every(({outcome, reason}) => outcome === 'unable' && reason === 'stopped'),
      ).toBe(true);
    },
  );

  test('of an image follows what holds for that image', () => {
    const images = [gathered(ROOT), gathered(ROOT, {name: 'other'})];
    const lenient = policy({change: {user: {level: 'off'}}}).rules;
    const judgement = run(images, policy({images: new Map([['other', lenient]])}));
    expect([...judgement.verdicts.values()]).toEqual(['fail', 'pass']);
  });

  test('is unable for a part that nobody looked at, unless the rest fails', () => {
    const incomplete = 'Three Java archives were not looked at.';
    const image = (...findings: readonly ReturnType<typeof finding>[]): GatheredImage =>
      gathered({vulnerabilities: judged(findings, {gaps: [{sentence: incomplete}]})});
    const outcome = (judged: Judgement): unknown =>
      judged.outcomes.find(({rule}) => rule === 'vulnerabilities');
    expect(outcome(run([image()]))).toMatchObject({outcome: 'unable', reason: incomplete});
    const failing = outcome(run([image(finding())]));
    expect(failing).toMatchObject({outcome: 'fail'});
    expect(failing).not.toHaveProperty('reason');
  });

  test('is not changed by findings without a fix that are only reported', () => {
    const judgement = run(
      [withFindings(unfixed())],
      policy({change: {vulnerabilities: {unfixed: 'report'}}}),
    );
    expect(judgement.verdict).toBe('pass');
    expect(judgement.violations).toMatchObject([{rule: 'vulnerabilities', level: 'warning'}]);
  });
});

describe('a waiver', () => {
  test('excuses its violation, which stays listed with reason and date', () => {
    const judgement = run([gathered(ROOT)], policy({waivers: [waiver({image: 'web'})]}));
    expect(judgement.verdict).toBe('pass');
    expect(judgement.violations).toMatchObject([
      {rule: 'user', waived: {reason: 'user namespace', expires: TODAY}},
    ]);
    expect(judgement.notices).toEqual([]);
  });

  test('holds through its date and is reported from the next day on', () => {
    const judgement = run(
      [gathered(ROOT)],
      policy({waivers: [waiver({image: 'web', expires: '2026-11-23'})]}),
    );
    expect(judgement.verdict).toBe('fail');
    expect(messages(judgement)).toEqual([
      '.github/plimsoll.yml:9: the waiver for `user` (image `web`) expired on 2026-11-23: mend the violation, or renew the waiver.',
    ]);
  });

  test.each<[string, Partial<Waiver>]>([
    ['another rule', {rule: 'healthcheck'}],
    ['another image', {image: 'other'}],
  ])('for %s excuses nothing', (_what, change) => {
    const images = [gathered(ROOT), gathered({}, {name: 'other'})];
    const judgement = run(images, policy({waivers: [waiver(change)]}));
    expect(judgement.verdict).toBe('fail');
    expect(messages(judgement)[0]).toMatch(/ excused nothing in this run: remove it\.$/);
  });

  test('that is not needed is reported, with what it names', () => {
    const waivers = [
      waiver({rule: 'vulnerabilities', id: 'CVE-1', package: 'zlib', path: 'usr/**'}),
      waiver({source: {file: 'input policy', line: 2}}),
    ];
    expect(messages(run([gathered()], policy({waivers})))).toEqual([
      '.github/plimsoll.yml:9: the waiver for `vulnerabilities` (id `CVE-1`, package `zlib`, path `usr/**`) excused nothing in this run: remove it.',
      'input policy, line 2: the waiver for `user` excused nothing in this run: remove it.',
    ]);
  });

  test('is not called unused where the rule could not be judged, or the image is not in the run', () => {
    const waivers = [waiver(), waiver({image: 'not-here'})];
    const judgement = run([gathered({user: unable('unreadable')})], policy({waivers}));
    expect(judgement.notices).toEqual([]);
  });

  test.each<[string, Partial<Waiver>, string]>([
    ['its id', {id: 'CVE-2026-1'}, 'pass'],
    ['another id', {id: 'CVE-2026-2'}, 'fail'],
    ['the installed package', {package: 'zlib1g'}, 'pass'],
    ['the source package', {package: 'zlib'}, 'pass'],
    ['another package', {package: 'zlib1'}, 'fail'],
    ['id and package', {id: 'CVE-2026-1', package: 'zlib1g'}, 'pass'],
    ['its id and another package', {id: 'CVE-2026-1', package: 'x'}, 'fail'],
    ['a path, where the package has none', {path: '**'}, 'fail'],
  ])('of a vulnerability by %s', (_what, change, verdict) => {
    const waivers = [waiver({rule: 'vulnerabilities', ...change})];
    expect(run([withFindings(finding())], policy({waivers})).verdict).toBe(verdict);
  });

  test('must cover every member of a finding, alone or with others', () => {
    const members = [
      {package: 'lodash', version: '1', path: 'app/node_modules/lodash/package.json'},
      {package: 'lodash', version: '2', path: '/srv/node_modules/lodash/package.json'},
    ];
    const image = withFindings(finding({package: 'lodash', members}));
    const app = waiver({rule: 'vulnerabilities', path: '/app/**', expires: '2027-02-01'});
    const srv = waiver({
      ...({rule: 'vulnerabilities', path: 'srv/**'} as const),
      reason: 'sooner',
      expires: '2027-01-01',
    });
    expect(run([image], policy({waivers: [app]})).verdict).toBe('fail');
    const judgement = run([image], policy({waivers: [app, srv]}));
    expect(judgement.verdict).toBe('pass');
    expect(judgement.violations[0]?.waived).toEqual({reason: 'sooner', expires: '2027-01-01'});
    expect([...(judgement.suppressed.get(image.id) ?? [])]).toEqual([
      ['CVE-2026-1/lodash', {by: 'waiver', reason: 'sooner', expires: '2027-01-01'}],
    ]);
    expect(judgement.notices).toEqual([]);
  });

  test('of a secret goes by the scanner’s rule and the path', () => {
    const image = gathered({secrets: known([secret()])});
    const verdict = (change: Partial<Waiver>): string =>
      run([image], policy({waivers: [waiver({rule: 'secrets', ...change})]})).verdict;
    expect(verdict({id: 'github-pat'})).toBe('pass');
    expect(verdict({path: 'app/*'})).toBe('pass');
    expect(verdict({path: 'srv/*'})).toBe('fail');
    expect(verdict({id: 'aws'})).toBe('fail');
  });
});

describe('an entry of .trivyignore', () => {
  const suppressionsOf = (
    found: ReturnType<typeof finding>,
    ...ignores: readonly Ignore[]
  ): readonly unknown[] => {
    const image = withFindings(found);
    const judgement = run([image], policy({ignores}));
    const suppressed = [...(judgement.suppressed.get(image.id) ?? [])];
    expect(judgement.verdict).toBe(suppressed.length > 0 ? 'pass' : 'fail');
    return suppressed;
  };

  test('suppresses its finding, which is then no violation', () => {
    expect(
      suppressionsOf(finding(), ignore({statement: 'not reachable', expires: '2027-01-31'})),
    ).toEqual([
      ['CVE-2026-1/zlib', {by: 'trivyignore', reason: 'not reachable', expires: '2027-01-31'}],
    ]);
  });

  test.each<[string, Partial<Ignore>, number]>([
    ['another id', {id: 'CVE-2026-2'}, 0],
    ['secrets only', {kind: 'secret'}, 0],
    ['vulnerabilities', {kind: 'vulnerability'}, 1],
    ['no paths', {paths: []}, 1],
    ['a path, where the package has none', {paths: ['**']}, 0],
    ['the package URL', {purls: ['pkg:deb/debian/zlib1g']}, 1],
    ['one of two package URLs', {purls: ['pkg:npm/x', 'pkg:deb/debian/zlib1g']}, 1],
    ['the package URL with its version', {purls: ['pkg:deb/debian/zlib1g@1.2.13']}, 1],
    ['another version', {purls: ['pkg:deb/debian/zlib1g@1.2.12']}, 0],
    ['another namespace', {purls: ['pkg:deb/ubuntu/zlib1g']}, 0],
    ['another type', {purls: ['pkg:rpm/debian/zlib1g']}, 0],
    ['a qualifier', {purls: ['pkg:deb/debian/zlib1g?arch=amd64']}, 1],
    ['another qualifier', {purls: ['pkg:deb/debian/zlib1g?arch=arm64']}, 0],
  ])('for %s', (_what, change, count) => {
    expect(suppressionsOf(finding(), ignore(change))).toHaveLength(count);
  });

  test('suppresses together with a VEX document, and not what neither names', () => {
    const [member] = finding().members;
    const answered = {package: 'zlib1g', version: '1', vex: {status: 'fixed', reason: 'patched'}};
    const members = member === undefined ? [] : [member];
    expect(suppressionsOf(finding({members: [answered]}))).toEqual([
      ['CVE-2026-1/zlib', {by: 'vex', reason: 'fixed: patched'}],
    ]);
    expect(suppressionsOf(finding({members: [...members, answered]}))).toEqual([]);
    const purls = ['pkg:deb/debian/zlib1g'];
    const both = suppressionsOf(finding({members: [...members, answered]}), ignore({purls}));
    expect(both).toMatchObject([['CVE-2026-1/zlib', {by: 'trivyignore'}]]);
  });

  test('for a package URL does not suppress what has none', () => {
    const found = finding({members: [{package: 'zlib1g', version: '1'}]});
    expect(suppressionsOf(found, ignore({purls: ['pkg:deb/debian/zlib1g']}))).toEqual([]);
  });

  test('holds before its date, as in Trivy', () => {
    expect(suppressionsOf(finding(), ignore({expires: '2026-11-25'}))).toHaveLength(1);
    expect(suppressionsOf(finding(), ignore({expires: TODAY}))).toEqual([]);
  });

  test('that covers a part leaves the rest, which a waiver can excuse', () => {
    const members = [
      {package: 'lodash', version: '1', path: 'app/lodash'},
      {package: 'lodash', version: '2', path: 'srv/lodash'},
    ];
    const image = withFindings(finding({package: 'lodash', members}));
    const ignores = [ignore({paths: ['app/*']})];
    const failing = run([image], policy({ignores}));
    expect(failing.verdict).toBe('fail');
    expect(failing.violations).toMatchObject([
      {told: {data: {installed: [{package: 'lodash', version: '2'}]}}},
    ]);
    const waivers = [waiver({rule: 'vulnerabilities', path: 'srv/*'})];
    expect(run([image], policy({ignores, waivers})).verdict).toBe('pass');
  });

  test('suppresses a secret by the scanner’s rule and the path', () => {
    const found = secret();
    const image = gathered({secrets: known([found])});
    const judged = (change: Partial<Ignore>): Judgement =>
      run([image], policy({ignores: [ignore({id: 'github-pat', ...change})]}));
    const judgement = judged({});
    expect(judgement.verdict).toBe('pass');
    expect([...(judgement.suppressed.get(image.id) ?? [])]).toEqual([
      [secretKey(found), {by: 'trivyignore'}],
    ]);
    expect(judged({paths: ['app/.npmrc']}).verdict).toBe('pass');
    expect(judged({paths: ['app/*.txt']}).verdict).toBe('fail');
    expect(judged({kind: 'vulnerability'}).verdict).toBe('fail');
  });

  test('is reported when it no longer holds or suppressed nothing, one sentence a file', () => {
    const old = ignore({id: 'CVE-2020-1', line: 1, expires: '2020-01-01'});
    const unused = Array.from({length: 12}, (_, at) =>
      ignore({id: `CVE-2021-${at}`, line: at + 2}),
    );
    const ignores = [old, ...unused, ignore({file: '.trivyignore.yaml', line: 4})];
    const notices = messages(run([gathered()], policy({ignores})));
    const named = Array.from({length: 10}, (_, at) => `\`CVE-2021-${at}\` in line ${at + 2}`);
    expect(notices).toEqual([
      '.trivyignore: entries that no longer hold because their date has passed: `CVE-2020-1` in line 1. Remove them.',
      `.trivyignore: entries that suppressed nothing in this run: ${named.join(', ')} and 2 more. Remove them.`,
      '.trivyignore.yaml: entries that suppressed nothing in this run: `CVE-2026-1` in line 4. Remove them.',
    ]);
  });

  test('is not called unused where an image could not be scanned', () => {
    const images = [gathered(), gathered({secrets: unable('x')}, {name: 'other'})];
    expect(run(images, policy({ignores: [ignore()]})).notices).toEqual([]);
  });

  test('is not called unused, as little as a waiver and a VEX statement, where others were not asked for', () => {
    const all = {ignores: [ignore()], waivers: [waiver()], vex: [statement('CVE-2026-9')]};
    expect(messages(run([gathered()], policy(all)))).toHaveLength(3);
    expect(messages(run([gathered()], policy({...all, isPart: true})))).toEqual([]);
  });
});

describe('a VEX statement', () => {
  const answered = (id: string): ReturnType<typeof finding> =>
    finding({
      id,
      members: [{package: 'zlib1g', version: '1', vex: {status: 'fixed', reason: 'patched'}}],
    });
  const unused = (found: readonly ReturnType<typeof finding>[], ...ids: readonly string[]) =>
    messages(run([withFindings(...found)], policy({vex: ids.map(statement)})));

  test('that suppressed nothing is said in the form of an ignore file', () => {
    expect(unused([answered('CVE-1')], 'CVE-1', 'CVE-2')).toEqual([
      'app.vex.json: entries that suppressed nothing in this run: `CVE-2`. Remove them.',
    ]);
    const open = {...statement('CVE-2'), status: 'under_investigation'};
    expect(messages(run([gathered()], policy({vex: [open]})))).toEqual([]);
  });

  test('is not called unused where the scanner went by other names', () => {
    expect(unused([answered('GHSA-1')], 'CVE-1', 'CVE-2')).toEqual([]);
  });
});
