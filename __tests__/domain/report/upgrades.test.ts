/** One version for each package, in every output that tells what to do. */
import {expect, it} from '@jest/globals';
import fc from 'fast-check';
import {problemsByImage} from '../../../src/domain/report/image-problems.ts';
import type {Report, Violation} from '../../../src/domain/report/schema.ts';
import {withUpgrades} from '../../../src/domain/report/upgrades.ts';
import {versionOrder} from '../../../src/domain/versions/order.ts';
import {renderAnnotations} from '../../../src/publishers/annotations/render.ts';
import {renderComment} from '../../../src/publishers/comment/render.ts';
import {renderSummary} from '../../../src/publishers/summary/render.ts';
import {renderTerminal} from '../../../src/publishers/terminal/render.ts';
import {COMPARED} from '../../support/compared.ts';
import {finding, type ReportFinding} from '../../support/findings.ts';
import {image, report, vulnerability} from '../../support/reports.ts';
import {renderLog} from '../../support/sarif-log.ts';

const found = (
  id: string,
  fixed: string | undefined,
  change: Partial<Violation> = {},
): Violation => ({
  ...vulnerability(id, {fixed}),
  ...change,
});
const dataOf = (id: string, fixed: string | undefined, name: string): object => ({
  ...{id, severity: 'high', package: name, more: 0, failOn: 'high'},
  ...(fixed !== undefined && {fixed}),
  installed: [{package: name, version: '0.1.0'}],
});
const upgrades = ({violations}: Report): readonly unknown[] =>
  violations.map(({data}) => (data as {upgrade?: string}).upgrade);

it('a violation names the version that mends all that is judged of its package', () => {
  const waived = found('CVE-4', '5.0.1', {waived: {reason: 'x', expires: '2099-01-01'}});
  const elsewhere = found('CVE-5', '9.9.9', {image: 'api/linux/amd64'});
  const size: Violation = {
    rule: 'size',
    image: 'web/linux/amd64',
    level: 'error',
    data: 1,
    message: '',
  };
  const violations = [
    ...[found('CVE-1', '4.2.1'), found('CVE-2', '4.2.24'), found('CVE-3', undefined)],
    ...[waived, elsewhere, size],
  ];
  const told = withUpgrades(report({violations}));
  expect(upgrades({...told, violations: told.violations.slice(0, 3)})).toEqual([
    ...['4.2.24', undefined, undefined],
  ]);
  expect(told.violations.slice(4)).toEqual([elsewhere, size]);
});

it.each<[readonly (string | undefined)[], string]>([
  [['4.2.1', '4.2.24'], '4.2.24'],
  [['4.2.1', undefined], 'no fix yet'],
  [['!= 1.0.0, > 1', '4.2.24'], '!= 1.0.0, > 1; 4.2.24'],
])('fixes in %j are told as %s', (fixes, told) => {
  const violations = fixes.map((fixed, index) => found(`CVE-${index}`, fixed));
  const [problems] = problemsByImage(withUpgrades(report({violations})));
  const rows = problems?.tables[0]?.rows ?? [];
  expect(rows.map(({cells}) => cells[1])).toEqual([told]);
});

/** What an image of one package has: of those ids that `judged` names, a violation, in two groups. */
function reported(kind: string, name: string, {installed, fixes, judged}: Generated): Report {
  const findings = fixes.map((fixedVersion, at) =>
    finding(`CVE-${at}`, {
      ...{identity: `${name}-${at}`, package: name, fixed: fixedVersion, base: undefined},
      purl: `pkg:${kind}/${name}`,
      members: [{package: name, version: installed, purl: `pkg:${kind}/${name}@1`, fixedVersion}],
    }),
  );
  const changed = findings.map(({identity, id, severity, fixed = ''}) => ({
    ...{identity, id, package: name, severity, fixed, cause: 'this change' as const},
  }));
  return report({
    images: [
      image({
        ...{findings, definedAt: {file: 'Dockerfile', startLine: 1}},
        comparison: {...COMPARED, findings: {new: changed, fixed: [], still: 0}},
      }),
    ],
    violations: findings.flatMap(({id, fixed}, at) =>
      judged[at] === true
        ? [
            found(id, fixed, {
              level: at % 2 === 0 ? 'error' : 'warning',
              data: dataOf(id, fixed, name),
            }),
          ]
        : [],
    ),
  });
}

interface Generated {
  readonly installed: string;
  readonly fixes: readonly string[];
  readonly judged: readonly boolean[];
}

/** Each text of all outputs that says what to upgrade this package to. */
function advice(told: Report, name: string): readonly string[] {
  const [only = image()] = told.images;
  const {log} = renderLog(told, only, {least: 'unknown', most: 5000, withAccepted: false});
  const links = {repository: 'https://git.example/o/r', blob: 'b', run: 'r'};
  const texts = [
    ...(log.runs[0]?.results ?? []).map(({message}) => message.text ?? ''),
    ...renderAnnotations(told).map(({message}) => message),
    ...renderTerminal(told, {colours: false, folder: 'f', kept: []}).split('\n'),
    ...[renderSummary(told, {limit: 1_000_000}), renderComment(told, {links})].flatMap((text) =>
      text
        .replaceAll('&#8203;', '')
        .replaceAll(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
        .split('\n'),
    ),
  ];
  const version = '(\\d[\\w.+:~-]*\\w)';
  const forms = [
    new RegExp(`(?:bump the package to|Upgrade) ${name} (?:to )?${version}`),
    new RegExp(`\\| ${name} \\S+ \\| ${version} \\|`),
    new RegExp(`\\| ${name} \\| ${version} \\|`),
    new RegExp(`${name}.*, (?:upgrade to|fixed in) ${version}`),
  ];
  return texts.flatMap((text) => forms.flatMap((form) => form.exec(text)?.[1] ?? []));
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  deb: ['1.2-3', '1.2-3+deb12u2', '1.2-3+deb12u10', '1.2~rc1-1', '1:0.9-1'],
  apk: ['1.2-r3', '1.2-r10', '1.2_rc1-r0', '1.2_git2-r0', '1.10-r0'],
  pypi: ['4.2.1', '4.2.24', '4.2.3', '5.0rc1', '5.0', '5.0.post1'],
  maven: ['2.9.10', '2.9.10.8', '2.10.0-rc1', '2.10.0', '2.10.0.SP1'],
  npm: ['1.2.3', '1.10.0', '2.0.0-rc.10', '2.0.0-rc.9', '2.0.0', '10.0.0'],
  composer: ['2.4.5', '2.4.5-p1', '2.4.5-p10', '2.4.6-beta1', '2.4.6'],
};

const generated = fc.constantFrom(...Object.keys(KINDS)).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    installed: fc.constant('0.1.0'),
    fixes: fc.array(fc.constantFrom(...(KINDS[kind] ?? [])), {minLength: 1, maxLength: 5}),
    judged: fc.array(fc.boolean(), {minLength: 5, maxLength: 5}),
  }),
);

it('the one that is advised is below no fix that is judged, and the same in all outputs', () => {
  fc.assert(
    fc.property(generated, ({kind, ...one}) => {
      const told = withUpgrades(reported(kind, 'zpack', one));
      const judged = one.fixes.filter((_, at) => one.judged[at] === true);
      const order = versionOrder(kind, one.fixes);
      const expected = judged.toSorted(order).at(-1);
      if (expected === undefined) return;
      // What is not judged may ask for more, and never for less.
      const own = one.fixes.filter((_, at) => one.judged[at] !== true);
      const allowed = new Set([expected, ...own.filter((fixed) => order(fixed, expected) > 0)]);
      const advised = advice(told, 'zpack');
      expect(advised.length).toBeGreaterThan(3 * judged.length);
      expect(advised.filter((version) => !allowed.has(version))).toEqual([]);
      expect(advised).toContain(expected);
    }),
    {numRuns: 200},
  );
});

it('where all is judged, one version stands in every place of every output', () => {
  fc.assert(
    fc.property(generated, ({kind, ...one}) => {
      const judged = one.fixes.map(() => true);
      const told = withUpgrades(reported(kind, 'zpack', {...one, judged}));
      const highest = one.fixes.toSorted(versionOrder(kind, one.fixes)).at(-1);
      expect(new Set(advice(told, 'zpack'))).toEqual(new Set([highest]));
      const listed: readonly Pick<ReportFinding, 'fixed' | 'upgrade'>[] =
        told.images[0]?.findings ?? [];
      expect(new Set(listed.map(({fixed, upgrade = fixed}) => upgrade))).toEqual(
        new Set([highest]),
      );
    }),
    {numRuns: 100},
  );
});

it('two packages of one name are two', () => {
  const data = (id: string, fixed: string) => found(id, fixed, {data: dataOf(id, fixed, 'both')});
  const of = (id: string, kind: string, fixed: string): ReportFinding =>
    finding(id, {identity: id, package: 'both', purl: `pkg:${kind}/both`, fixed});
  const told = withUpgrades(
    report({
      images: [image({findings: [of('CVE-1', 'gem', '1.0.1'), of('CVE-9', 'npm', '9.0.0')]})],
      violations: [data('CVE-1', '1.0.1'), data('CVE-9', '9.0.0')],
    }),
  );
  expect(upgrades(told)).toEqual([undefined, undefined]);
});

it('two packages of one name with the same advisories are two, in violations and in code scanning', () => {
  const of = (kind: string, id: string, fixed: string): ReportFinding =>
    finding(id, {
      identity: `${kind} ${id}`,
      package: 'setuptools',
      purl: `pkg:${kind}/setuptools`,
      fixed,
    });
  const data = (kind: string, id: string, fixed: string, change: Partial<Violation>): Violation =>
    found(id, fixed, {
      ...change,
      data: {...dataOf(id, fixed, 'setuptools'), identity: `${kind} ${id}`},
    });
  const of2 = ['deb', 'pypi'].flatMap((kind) => [
    of(kind, 'CVE-1', kind === 'deb' ? '66.1.1-1+deb12u1' : '70.0.0'),
    of(kind, 'CVE-2', kind === 'deb' ? '66.1.1-1+deb12u2' : '78.1.1'),
  ]);
  for (const findings of [of2, of2.toReversed()]) {
    const images = [image({findings})];
    const told = withUpgrades(
      report({
        images,
        violations: [
          data('deb', 'CVE-1', '66.1.1-1+deb12u1', {level: 'warning', isNew: false}),
          data('deb', 'CVE-2', '66.1.1-1+deb12u2', {level: 'warning', isNew: false}),
          data('pypi', 'CVE-1', '70.0.0', {level: 'error', isNew: true}),
          data('pypi', 'CVE-2', '78.1.1', {level: 'error', isNew: true}),
        ],
      }),
    );
    expect(upgrades(told)).toEqual(['66.1.1-1+deb12u2', undefined, '78.1.1', undefined]);
    const results =
      renderLog(told, told.images[0] ?? image(), {
        least: 'unknown',
        most: 5000,
        withAccepted: false,
      }).log.runs[0]?.results ?? [];
    const states = results.map(({level, baselineState}) => [level, baselineState]);
    expect(new Set(states.map((one) => one.join(' ')))).toEqual(
      new Set(['warning unchanged', 'error new']),
    );
  }
});

it.each([
  ['no members', []],
  [
    'members of which no fix is told',
    [{package: 'a', version: '2.4.4', purl: 'pkg:composer/a@2.4.4'}],
  ],
])('a finding with %s has its own fix', (_, members) => {
  const of = (id: string, fixed: string): ReportFinding =>
    finding(id, {...{identity: id, package: 'a', purl: 'pkg:composer/a'}, fixed, members});
  const findings = [of('CVE-1', '2.4.5'), of('CVE-2', '2.4.5-p1')];
  const violations = findings.map(({id, fixed}) =>
    found(id, fixed, {data: dataOf(id, fixed, 'a')}),
  );
  const told = withUpgrades(report({images: [image({findings})], violations}));
  expect(upgrades(told)).toEqual(['2.4.5-p1', undefined]);
  expect(told.images[0]?.findings?.map(({upgrade}) => upgrade)).toEqual(['2.4.5-p1', undefined]);
});
