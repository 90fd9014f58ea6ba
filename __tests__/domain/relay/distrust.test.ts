import {describe, expect, it} from '@jest/globals';
import {distrust, type Distrusted} from '../../../src/domain/relay/distrust.ts';
import {reportSchema, type Report} from '../../../src/domain/report/schema.ts';
import {foreignFinding, hostileReport, SPEECH} from '../../support/hostile-report.ts';
import {image, report} from '../../support/reports.ts';

const FROM = 'plimsoll-0123456789abcdef-1';
const of = (given: Report): Distrusted => distrust({from: FROM, report: given});
const {job, notices} = of(hostileReport());

describe('a stranger’s report', () => {
  it('says nothing in its own words, wherever they stood', () => {
    expect(JSON.stringify(hostileReport()).split(SPEECH).length).toBeGreaterThan(20);
    expect(JSON.stringify([job.report, notices])).not.toMatch(new RegExp(`${SPEECH}|evil`));
  });

  it('is still a report, of our own tool', () => {
    expect(reportSchema.parse(job.report)).toEqual(job.report);
    expect(job.report.tool).toEqual({name: 'plimsoll', version: '0.0.0'});
  });

  it('keeps rules that are known, in our words, and names those that are not', () => {
    expect(job.report.violations.map(({rule}) => rule)).toEqual([
      'vulnerabilities',
      'secrets',
      'build-checks',
      'healthcheck',
    ]);
    expect(job.report.violations.map(({message}) => message)).toEqual([
      expect.stringMatching(/^CVE-2026-1 \(high\) in django 4\.2: fixed in 4\.2\.10/),
      'A secret (unknown) lies in the image’s environment (A).',
      'A check of BuildKit does not pass (unknown).',
      'The image was started and ended after 1.0 s with exit status 1, before it was healthy.',
    ]);
    expect(notices).toEqual([
      `${FROM}: rules that are not known here were left out: obey.`,
      `${FROM}: 2 violations were left out: they are not what we would write.`,
      `${FROM}: 1 images were left out: they are not what we would write.`,
    ]);
  });

  it('keeps findings that are called as advisories are, with figures and places', () => {
    expect(job.report.images[0]?.findings?.map(({id, suppressed}) => [id, suppressed])).toEqual([
      ['CVE-2026-1', {by: 'waiver'}],
      ['CVE-2026-1', undefined],
    ]);
    expect(job.report.images[0]?.sarif).toBeUndefined();
    expect(job.report.images[0]?.unpackedBytes).toBe(120_000_000);
  });

  it('repeats a name on one line, without marks that nobody sees, and not at any length', () => {
    const name = `a\n::error::b\u202e\u0007${'c'.repeat(1000)}`;
    const given = report({images: [image({findings: [foreignFinding({package: name})]})]});
    const shown = of(given).job.report.images[0]?.findings?.[0]?.package ?? '';
    expect(shown).toMatch(/^a ::error::b c+…$/);
    expect(shown).toHaveLength(300);
  });

  it.each([
    ['web/linux/amd64', 'web', 'linux/amd64', true],
    ['blue/web/linux/amd64', 'web', 'linux/amd64', true],
    ['api/linux/amd64', 'web', 'linux/amd64', false],
    ['a/b/web/linux/amd64', 'web', 'linux/amd64', false],
    ['xweb/linux/amd64', 'web', 'linux/amd64', false],
    ['web/linux/../x', 'web', 'linux/../x', false],
    ['/linux/amd64', '', 'linux/amd64', false],
  ])('an image called %s, of %s and %s, is one: %s', (id, name, platform, isKept) => {
    const {report: shown} = of(report({images: [image({id, name, platform})]})).job;
    expect(shown.images).toHaveLength(isKept ? 1 : 0);
  });
});
