/** What others say of our SARIF: Microsoft's multitool with GitHub's rules, and the schema. */
import {gzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Log} from 'sarif';
import {KEPT_OF_A_RUN, LARGEST_RUN} from '../../src/publishers/sarif/render.ts';
import type {ReportImage, Violation} from '../../src/domain/report/schema.ts';
import {finding} from '../support/findings.ts';
import {manyFindings} from '../support/many-findings.ts';
import {image, report, vulnerability} from '../support/reports.ts';
import {renderLog} from '../support/sarif-log.ts';
import {
  bringUpSarif,
  fingerprintsOf,
  multitoolComplaints,
  schemaComplaints,
} from '../support/sarif.ts';

beforeAll(bringUpSarif, 120_000);

function documentOf(
  changes: Partial<ReportImage>,
  violations: readonly Violation[] = [],
  most = LARGEST_RUN,
): Log {
  const one = image({definedAt: {file: 'Dockerfile', startLine: 1}, ...changes});
  const advisories = {
    'CVE-1': {
      title: 'openssl: a [flaw](http://evil.example) for {0} & <b>you</b>',
      text: 'First.\r\nSecond @octocat.\n\nThird.',
      score: 7.5,
      source: 'nvd',
      vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
      url: 'https://avd.example/CVE-1',
      references: ['https://avd.example/a', 'javascript:x'],
    },
  };
  const whole = report({images: [one], advisories, violations: [...violations]});
  const toolUrl = 'https://github.com/owner/plimsoll';
  return renderLog(whole, one, {least: 'unknown', most, withAccepted: true, toolUrl}).log;
}

const rule = (id: string, data: object): Violation => ({
  rule: id,
  image: 'web/linux/amd64',
  level: 'warning',
  place: {file: 'Dockerfile', startLine: 2},
  data,
  message: 'never used',
});

const OURS = [
  rule('user', {mistake: 'root', declared: 'root', uid: 0}),
  rule('healthcheck', {mistake: 'none'}),
  rule('secrets', {rule: 'aws', title: 'AWS key', severity: 'high', where: 'file', path: 'a'}),
  rule('build-checks', {check: 'Casing', message: 'Say `FROM`', url: 'https://docs.example/'}),
];

const DOCUMENTS: readonly (readonly [string, Log])[] = [
  ['nothing found', documentOf({findings: []})],
  ['one of each', documentOf({findings: [finding('CVE-1')]}, [vulnerability('CVE-1'), ...OURS])],
  [
    'names that are not ASCII',
    documentOf({
      name: 'wéb',
      id: 'wéb/linux/amd64',
      findings: [
        finding('CVE-1', {
          places: [{file: 'äpps/日本 語/Dockerfile#%1', startLine: 2, endLine: 3}],
          package: 'пакет',
        }),
      ],
    }),
  ],
  [
    'Windows line ends',
    documentOf({findings: [finding('CVE-1', {package: 'open\r\nssl', fixed: '1\r\n2'})]}),
  ],
  [
    'an accepted one',
    documentOf({findings: [finding('CVE-1', {suppressed: {by: 'trivyignore'}})]}),
  ],
  // The multitool takes 12 ms a result, and more for each one with more of them.
  ['the most severe of many', documentOf({findings: manyFindings(30_000)}, [], 200)],
];

describe('documents that Microsoft’s multitool and the schema have nothing against', () => {
  it.each(DOCUMENTS)('%s: the schema', (_, log) => {
    expect(schemaComplaints(log)).toEqual([]);
  });

  it('all of them: the multitool, as runs of one log', () => {
    const runs = DOCUMENTS.flatMap(([, log]) => log.runs);
    expect(runs).toHaveLength(DOCUMENTS.length);
    expect(multitoolComplaints(JSON.stringify({...DOCUMENTS[0]?.[1], runs}))).toEqual([]);
  });

  it('30,000 findings, of which the limits keep the most severe', () => {
    const findings = manyFindings(30_000);
    const full = documentOf({findings});
    expect(full.runs[0]?.results).toHaveLength(LARGEST_RUN);
    expect(new Set(fingerprintsOf(full)).size).toBe(LARGEST_RUN);
    expect(gzipSync(JSON.stringify(full)).length).toBeLessThan(10_000_000);
    for (const part of partsOf(full)) expect(schemaComplaints(part)).toEqual([]);
    const uploaded = documentOf({findings}, [], KEPT_OF_A_RUN);
    expect(new Set(fingerprintsOf(uploaded)).size).toBe(KEPT_OF_A_RUN);
  });
});

/** The schema wants all rules different, which takes the square of their number to look at. */
function partsOf(log: Log): readonly Log[] {
  const [run] = log.runs;
  if (run === undefined) return [];
  const rules = run.tool.driver.rules ?? [];
  expect(new Set(rules.map(({id}) => id)).size).toBe(rules.length);
  const size = 100;
  return Array.from({length: Math.ceil(LARGEST_RUN / size)}, (_, index) => {
    const [from, to] = [index * size, (index + 1) * size];
    const driver = {...run.tool.driver, rules: rules.slice(from, to)};
    return {...log, runs: [{...run, tool: {driver}, results: run.results?.slice(from, to) ?? []}]};
  });
}

describe('a bad document', () => {
  it('is told: without places in its last run, without a version', () => {
    const log = documentOf({findings: [finding('CVE-1')]});
    const bad = JSON.parse(JSON.stringify(log)) as {version?: string; runs: {results: object[]}[]};
    const last = bad.runs.map((run) => ({
      ...run,
      results: run.results.map((result) => ({...result, locations: undefined})),
    }));
    const runs = [...log.runs, ...last];
    expect(multitoolComplaints(JSON.stringify({...log, runs})).join('\n')).toMatch(/error GH\d+/);
    expect(schemaComplaints({...bad, version: undefined})).not.toEqual([]);
  });
});
