import {describe, expect, it} from '@jest/globals';
import {distrust, type Distrusted} from '../../../src/domain/relay/distrust.ts';
import {reportSchema, type Report} from '../../../src/domain/report/schema.ts';
import {hostileReport, SPEECH} from '../../support/hostile-report.ts';
import {image, report, vulnerability} from '../../support/reports.ts';

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
      `${FROM}: the report contradicts itself: it says pass, and what it holds is fail; it counts as fail.`,
      `${FROM}: rules that are not known here were left out: obey.`,
      `${FROM}: violations left out, which are not what we would write: 2.`,
      `${FROM}: names and figures left out, which are not written as such ones are: 9.`,
    ]);
  });

  it('keeps which violations it calls new, as it keeps its comparison', () => {
    const violations = [{...vulnerability('CVE-2026-1'), isNew: true}, vulnerability('CVE-2026-2')];
    const kept = of(report({violations})).job.report.violations;
    expect(kept.map(({isNew}) => isNew)).toEqual([true, undefined]);
  });

  it('keeps findings, with figures and places; what is no advisory’s name is left out of one', () => {
    expect(job.report.images[0]?.findings?.map(({id, suppressed}) => [id, suppressed])).toEqual([
      ['CVE-2026-1', {by: 'waiver'}],
      ['CVE-2026-1', undefined],
      ['an advisory (name left out)', undefined],
    ]);
    expect(job.report.images[0]?.sarif).toBeUndefined();
    expect(job.report.images[0]?.unpackedBytes).toBe(120_000_000);
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
    expect(shown.images.map((one) => one.id)).toEqual([isKept ? id : 'unnamed-1/unknown/unknown']);
  });
});
