import {describe, expect, it} from '@jest/globals';
import {othersText} from '../../src/domain/report/changes.ts';
import type {Report} from '../../src/domain/report/schema.ts';
import {reportSchema} from '../../src/domain/report/schema.ts';
import {renderSummary} from '../../src/publishers/summary/render.ts';
import {renderTerminal} from '../../src/publishers/terminal/render.ts';
import {COMPARED, type Compared} from '../support/compared.ts';
import {image, report} from '../support/reports.ts';

const MISSES = [
  {
    ...{reason: 'package.json changed', followers: 1, instruction: 'COPY package.json ./'},
    place: {file: 'web/Dockerfile', startLine: 3, endLine: 3},
  },
];

function compared(change: Partial<Compared> = {}): Report {
  const build = {seconds: 4.2, exportSeconds: 1, steps: 5, cachedSteps: 3, misses: MISSES};
  const [run] = report().runs;
  const changed = report({
    images: [image({build, comparison: {...COMPARED, ...change}})],
    runs:
      run === undefined
        ? []
        : [{...run, baseline: {madeAt: '2026-11-20T10:11:12.000Z', commit: 'abc'}}],
  });
  return reportSchema.parse(changed);
}

function summaryOf(change: Partial<Compared> = {}): string {
  const linkBase = 'https://git.example/o/r/blob/abc';
  return renderSummary(compared(change), {limit: 1_000_000, linkBase});
}

describe('the summary', () => {
  it('shows before and after of every image, with the baseline’s time and commit', () => {
    expect(summaryOf()).toContain(
      'Against the baseline of 2026&#45;11&#45;20 10:11 UTC, commit abc:',
    );
    expect(summaryOf()).toContain(
      '| web/linux/amd64 | 100.0 MB | 120.0 MB | +20.0 MB &#40;+20.0 %&#41; | 50.0 MB | 40.0 MB | −10.0 MB &#40;−20.0 %&#41; |'.replaceAll(
        '+',
        '&#43;',
      ),
    );
  });

  it('leads with this change: its lines that bring more or fewer bytes, with links to what is there', () => {
    const text = summaryOf();
    expect(text).toContain(
      'What changed: web/linux/amd64 (this change +18.0 MB, base image +3.0 MB, drift −1.0 MB)',
    );
    expect(text).toContain(
      '| +18.0 MB | 2.0 MB → 20.0 MB | grew | [<code>Dockerfile:4</code>](https://git.example/o/r/blob/abc/web/Dockerfile#L4) | <code>RUN npm ci</code> |',
    );
    expect(text).toContain(
      '| −7.0 kB | 7.0 kB → 0 B | went | <code>Dockerfile:9</code> | <code>COPY old .</code> |',
    );
    expect(text).not.toContain('WORKDIR');
  });

  it('gives base image and drift one line each', () => {
    const lines = summaryOf().replaceAll(/&#(\d+);/g, (_, code) =>
      String.fromCharCode(Number(code)),
    );
    expect(lines).toContain(
      '- base image +3.0 MB, node:24-slim leads to sha256:bbbbbbbbbbbb now, and led to sha256:aaaaaaaaaaaa\n',
    );
    expect(lines).toContain('- drift −1.0 MB, by web/Dockerfile:2\n');
  });

  it('leaves out steps that were run again and bring as much as before', () => {
    const again = {
      ...{change: 'replaced' as const, cause: 'drift' as const, base: false},
      ...{unpacked: {before: 9, after: 9}, download: {before: 5, after: 6}},
      place: {file: 'web/Dockerfile', startLine: 7},
    };
    const lines = (layers: Compared['layers']): readonly string[] =>
      othersText({...COMPARED, layers}).filter((line) => line.startsWith('drift'));
    expect(lines([...COMPARED.layers, again])).toEqual(['drift −1.0 MB, by web/Dockerfile:2']);
    expect(lines([again])).toEqual([]);
  });

  it('tells files with their causes, packages of this change, vulnerabilities and misses', () => {
    const text = summaryOf();
    expect(text).toContain(
      '| +9.0 MB | came | <code>/app/&#124;evil&#124;.js</code> | this change |',
    );
    expect(text).toContain(
      '| +1.5 MB | grew, package | <code>next 14.1.0 → 16.4.5</code> | drift |',
    );
    expect(text.indexOf('| upgraded | next |')).toBeLessThan(text.indexOf('| removed | left |'));
    expect(text).not.toContain('| upgraded | curl |');
    expect(text).toContain('- brings 1 vulnerability, fixes 0, 1 is still there');
    expect(text).toContain('| CVE&#45;2026&#45;9 | high | next | 16.4.6 | this change |');
    expect(text).toContain('package.json changed; 1 more step was run again for it');
  });

  it('says nothing of what changed where nothing did', () => {
    const {build: _, ...bare} = image({comparison: {...COMPARED, causes: [], layers: []}});
    expect(renderSummary(report({images: [bare]}), {limit: 1_000_000})).not.toContain(
      'What changed',
    );
  });

  it('says nothing of an image that is new', () => {
    const text = renderSummary(report({images: [image({comparison: {state: 'new'}})]}), {
      limit: 1_000_000,
    });
    expect(text).not.toContain('Against the baseline');
    expect(text).not.toContain('What changed');
  });

  it('says that vulnerabilities are not compared where the baseline was not scanned again', () => {
    const {findings: _, ...bare} = COMPARED;
    const images = [image({comparison: bare})];
    expect(renderSummary(report({images}), {limit: 1_000_000})).toContain(
      '- vulnerabilities are not compared',
    );
  });

  it('sums several images', () => {
    const images = [image(), image({id: 'api/linux/amd64', name: 'api'})].map((one) => ({
      ...one,
      comparison: COMPARED,
    }));
    expect(renderSummary(report({images}), {limit: 1_000_000})).toContain(
      '| together | 200.0 MB | 240.0 MB |',
    );
  });
});

it('the terminal shows the same, shorter', () => {
  const text = renderTerminal(compared(), {colours: false, folder: '/r', kept: []});
  expect(text).toContain('Against the baseline of 2026-11-20 10:11 UTC');
  expect(text).toContain('  web/linux/amd64'.trim());
  expect(text).toContain('    +18.0 MB  web/Dockerfile:4  RUN npm ci');
  expect(text).toContain('  drift −1.0 MB, by web/Dockerfile:2');
  expect(text).toContain(
    '  not from the cache: COPY package.json ./ (web/Dockerfile:3): package.json changed',
  );
});
