/** What the baseline did not have, as every output marks it; nothing is marked where that is not known. */
import {describe, expect, it} from '@jest/globals';
import {reportSchema, type Report, type Violation} from '../../src/domain/report/schema.ts';
import {renderAnnotations} from '../../src/publishers/annotations/render.ts';
import {renderComment} from '../../src/publishers/comment/render.ts';
import {renderSummary} from '../../src/publishers/summary/render.ts';
import {renderTerminal} from '../../src/publishers/terminal/render.ts';
import {finding} from '../support/findings.ts';
import {image, report, vulnerability} from '../support/reports.ts';
import {renderLog} from '../support/sarif-log.ts';

const PLACE = {file: 'Dockerfile', startLine: 9};
const BASE = {image: 'web/linux/amd64', level: 'error' as const, message: '', place: PLACE};
const size = (isNew?: boolean): Violation => ({
  ...BASE,
  ...{rule: 'size', data: {bytes: 2_000_000, max: 1_000_000}},
  ...(isNew === undefined ? {} : {isNew}),
});
const stages = (isNew: boolean): Violation => ({
  ...BASE,
  ...{rule: 'user', level: 'warning', data: {mistake: 'root', declared: 'root', uid: 0}, isNew},
});

function made(violations: readonly Violation[]): Report {
  const images = [
    image({
      findings: [finding('CVE-1'), finding('CVE-2'), finding('CVE-3')],
      definedAt: {file: 'Dockerfile', startLine: 1},
    }),
  ];
  return reportSchema.parse(report({verdict: 'fail', images, violations: [...violations]}));
}

const CVES = ['CVE-1', 'CVE-2', 'CVE-3', 'CVE-4', 'CVE-5'];
const vulnerable = (fresh: readonly string[]): readonly Violation[] =>
  CVES.map((id) => ({
    ...vulnerability(id, {package: 'openssl'}),
    isNew: fresh.includes(id),
  }));

const OPTIONS = {limit: 1_000_000};
const terminal = (told: Report): string =>
  renderTerminal(told, {colours: false, folder: '', kept: []});
const plain = (text: string): string =>
  text
    .replaceAll('&#8203;', '')
    .replaceAll(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)));
const summary = (told: Report): string => plain(renderSummary(told, OPTIONS));
const comment = (told: Report): string => plain(renderComment(told, {links: {}}));

describe('a violation that the baseline did not have', () => {
  const told = made([size(true), stages(true)]);

  it('is marked in terminal, summary, comment and annotations', () => {
    expect(terminal(told)).toContain('error   size (new)  Dockerfile:9: The unpacked size');
    expect(terminal(told)).toContain('warning user (new)  Dockerfile:9');
    for (const text of [summary(told), comment(told)]) {
      expect(text).toContain('- **size** (new) <code>Dockerfile:9</code>');
      expect(text).toContain('- **user** (warning, new) <code>Dockerfile:9</code>');
    }
    expect(renderAnnotations(told).map(({title}) => title)).toEqual([
      ...['Plimsoll', 'Plimsoll: size (new)', 'Plimsoll: user (new)'],
    ]);
  });

  it('stands before those of its level that the baseline had', () => {
    const user = {...stages(true), level: 'error' as const};
    const titles = renderAnnotations(made([size(false), user])).map(({title}) => title);
    expect(titles).toEqual(['Plimsoll', 'Plimsoll: user (new)', 'Plimsoll: size']);
  });

  it.each([
    ['had', made([size(false)])],
    ['is not known to have', made([size()])],
  ])('one that the baseline %s is not marked', (_, old) => {
    const texts = [
      terminal(old),
      summary(old),
      comment(old),
      JSON.stringify(renderAnnotations(old)),
    ];
    expect(texts.filter((text) => text.includes('new)'))).toEqual([]);
  });

  it('is counted where a waiver covers it', () => {
    const waived = {reason: 'legacy', expires: '2099-01-01'};
    const both = made([
      {...size(true), waived},
      {...size(false), waived},
    ]);
    for (const text of [terminal(both), summary(both)])
      expect(text).toContain('web/linux/amd64: size, until 2099-01-01: legacy (2, 1 new)');
  });
});

describe('new vulnerabilities of a package', () => {
  it('are named first and marked one by one, those that are not named are counted', () => {
    const some = made(vulnerable(['CVE-4']));
    const all = made(vulnerable(CVES));
    for (const render of [terminal, summary, comment]) {
      expect(render(some)).toContain('5 high: CVE-4 (new), CVE-1, CVE-2 and 2 more');
      expect(render(some)).not.toContain('more (');
      expect(render(all)).toContain(
        '5 high: CVE-1 (new), CVE-2 (new), CVE-3 (new) and 2 more (2 new)',
      );
    }
  });

  it('are counted in an annotation for all of one line', () => {
    const [, annotation] = renderAnnotations(made(vulnerable(['CVE-2', 'CVE-5'])));
    expect(annotation?.title).toBe('Plimsoll: vulnerabilities (new)');
    expect(annotation?.message).toMatch(/CVE-2 .*And 4 more \(1 new\) on this line\.$/);
  });
});

describe('code scanning’s document', () => {
  const states = (told: Report): readonly unknown[] => {
    const [one] = told.images;
    if (one === undefined) throw new Error('There is one image.');
    const options = {least: 'unknown' as const, most: 5000, withAccepted: false};
    const results = renderLog(told, one, options).log.runs[0]?.results ?? [];
    return results.map(({ruleId, baselineState}) => [ruleId, baselineState]);
  };

  it('has the state against the baseline of what is held against the image, and of nothing else', () => {
    const violations = [size(true), stages(false), ...vulnerable(['CVE-2']).slice(0, 2)];
    expect(states(made(violations))).toEqual([
      ['size', 'new'],
      ['user', 'unchanged'],
      ['CVE-1', 'unchanged'],
      ['CVE-2', 'new'],
      ['CVE-3', undefined],
    ]);
    expect(states(made([size()]))[0]).toEqual(['size', undefined]);
  });
});
