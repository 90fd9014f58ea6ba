import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {renderAnnotations} from '../../src/publishers/annotations/render.ts';
import {reportText} from '../../src/publishers/folder/render.ts';
import {renderOutputs} from '../../src/publishers/outputs/render.ts';
import {renderSummary} from '../../src/publishers/summary/render.ts';
import {renderTerminal} from '../../src/publishers/terminal/render.ts';
import {reportSchema} from '../../src/domain/report/schema.ts';
import {withUpgrades} from '../../src/domain/report/upgrades.ts';
import {image, report, vulnerability} from '../support/reports.ts';

const LIMIT = {limit: 1_000_000};
describe('the summary', () => {
  it('starts with the verdict, and then the table of images', () => {
    const [head, , columns, , row] = renderSummary(report(), LIMIT).split('\n');
    expect(head).toBe('## Plimsoll&#58; within the line. 1 image passed.'.replace('&#58;', ':'));
    expect(columns).toBe(
      '| image | verdict | unpacked | download | user | health | fixable | build | cached |',
    );
    expect(row).toBe(
      '| web/linux/amd64 | pass | 120.0 MB | 40.0 MB | 10001 | declared | none | 4.2 s | 3 of 5 |',
    );
  });

  it('shows all advisories of one package as one thing to do, with the version that mends all', () => {
    const violations = [
      vulnerability('CVE-1'),
      vulnerability('CVE-2', {severity: 'critical', fixed: '4.2.9'}),
    ];
    const told = withUpgrades(report({verdict: 'fail', violations}));
    expect(renderSummary(told, LIMIT)).toContain(
      '| django 4.2 | 4.2.10 | 1 critical, 1 high: CVE&#45;2, CVE&#45;1 | <code>Dockerfile:5</code> |',
    );
  });

  it('says when one of them has no fix', () => {
    const violations = [vulnerability('CVE-1'), vulnerability('CVE-2', {fixed: undefined})];
    expect(renderSummary(report({verdict: 'fail', violations}), LIMIT)).toContain(
      '| django 4.2 | no fix yet |',
    );
  });

  it('links places to the commit', () => {
    const violations = [vulnerability('CVE-1')];
    const text = renderSummary(report({violations}), {
      ...LIMIT,
      linkBase: 'https://git.example/o/r/blob/abc',
    });
    expect(text).toContain(
      '[<code>Dockerfile:5</code>](https://git.example/o/r/blob/abc/Dockerfile#L5)',
    );
  });

  it('tells a failed build once, and what it holds up', () => {
    const reason = 'The build failed at Dockerfile:2: exit code: 3.';
    const images = ['a', 'b'].map((id) =>
      image({id, state: 'not-built', verdict: 'unable', reason}),
    );
    const text = renderSummary(report({verdict: 'unable', images}), LIMIT);
    expect(text.match(/The build failed/g)).toHaveLength(1);
    expect(text).toContain('- a, b: The build failed');
  });

  it('uses no message of the file, and no rule that it does not know', () => {
    const violations = [vulnerability('CVE-1'), {...vulnerability('CVE-2'), rule: 'unknown-rule'}];
    expect(renderSummary(report({violations}), LIMIT)).not.toMatch(/never used|unknown&#45;rule/);
  });

  it('fits its limit, and says what it left out', () => {
    const layers = Array.from({length: 10}, () => ({
      digest: 'd',
      diffId: 'd',
      unpackedBytes: 1,
      downloadBytes: 1,
      instruction: 'RUN x'.repeat(30),
    }));
    const text = renderSummary(report({images: [image({layers})]}), {limit: 1000});
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000);
    expect(text).toContain(
      'Left out here, and to be found in report.json: bytes of web/linux/amd64',
    );
  });

  it('keeps its table whole for any name of an image', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (id) => {
        const row = renderSummary(report({images: [image({id})]}), LIMIT).split('\n')[4] ?? '';
        expect(row.split('|')).toHaveLength(11);
        expect(row).not.toMatch(/[<>@`]/);
      }),
    );
  });
});

describe('the terminal', () => {
  it('has no escape and no control character of foreign text', () => {
    const id = 'web\u001b[31m\u0007\u202e';
    expect(
      renderTerminal(report({images: [image({id})]}), {colours: false, folder: '/x', kept: []}),
    ).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  it('says what is waived, what compose overrides and what is wasted, as the summary does', () => {
    const waivedBy = {reason: 'legacy', expires: '2027-01-31'};
    const waste = {
      ...({kind: 'apt lists', path: 'var/lib/apt/lists', bytes: 5_000_000, files: 3} as const),
      ...{made: {place: {file: 'Dockerfile', startLine: 2}}, killed: {base: true}},
    };
    const full = report({
      violations: [{...vulnerability('CVE-1'), waived: waivedBy}],
      images: [
        image({
          ...{wasteBytes: 5_000_000, waste: [waste]},
          overrides: [
            {key: 'user', value: '0'},
            {key: 'healthcheck', value: 'disabled'},
          ],
        }),
      ],
    });
    const terminal = renderTerminal(full, {colours: false, folder: '/x', kept: []});
    const summary = renderSummary(full, LIMIT).replaceAll('&#45;', '-').replaceAll('&#58;', ':');
    for (const text of [terminal, summary]) {
      expect(text).toContain('web/linux/amd64: vulnerabilities, until 2027-01-31: legacy');
      expect(text).toContain('compose starts it as user 0, and the image says 10001');
      expect(text).toContain('compose switches its health check off');
      expect(text).toMatch(/5\.0 MB.*apt lists.*var\/lib\/apt\/lists.*Dockerfile:2.*base image/);
    }
  });

  it('uses colours only where they are wanted', () => {
    expect(renderTerminal(report(), {colours: true, folder: '/x', kept: []})).toContain(
      '\u001b[32m',
    );
  });
});

describe('annotations', () => {
  it('are at most ten of a level, the verdict among them, and one for each line and rule', () => {
    const violations = Array.from({length: 30}, (_, index) => ({
      ...vulnerability(`CVE-${index}`),
      place: {file: 'Dockerfile', startLine: 1 + (index % 15)},
    }));
    const all = renderAnnotations(report({verdict: 'fail', violations}));
    expect(all.filter(({level}) => level === 'error')).toHaveLength(10);
    expect(all[0]?.message).toContain('over the line');
    expect(new Set(all.map(({startLine}) => startLine)).size).toBe(all.length);
  });

  it('put a failed build on its line', () => {
    const [run] = report().runs;
    if (run === undefined) throw new Error('a report has a run');
    const failure = {
      message: 'The build failed.',
      place: {file: 'Dockerfile', startLine: 2, endLine: 3},
      output: [],
    };
    expect(renderAnnotations(report({verdict: 'unable', runs: [{...run, failure}]}))[0]).toEqual({
      ...{level: 'error', title: 'Plimsoll', message: 'The build failed.'},
      ...{file: 'Dockerfile', startLine: 2, endLine: 3},
    });
  });
});

describe('outputs', () => {
  it('name only images that were built, with digest and layout', () => {
    const images = [image({digest: 'sha256:1'}), image({id: 'b', state: 'not-built'})];
    const made = renderOutputs({
      report: report({images}),
      folder: '/r',
      attachments: [],
      layouts: [],
    });
    expect(made.values).toMatchObject({verdict: 'pass', 'report-dir': '/r'});
    expect(JSON.parse(made.values['images'] ?? '')).toMatchObject([
      {id: 'web/linux/amd64', digest: 'sha256:1'},
    ]);
  });

  it("hand on bake's metadata without provenance, which holds arguments", () => {
    const metadata = {web: {'containerimage.digest': 'd', 'buildx.build.provenance': {secret: 1}}};
    const made = renderOutputs({
      report: report(),
      folder: '/r',
      attachments: [],
      layouts: [],
      metadata,
    });
    expect(JSON.parse(made.values['metadata'] ?? '')).toEqual({
      web: {'containerimage.digest': 'd'},
    });
  });
});

describe('report.json', () => {
  it('is of its own schema', () => {
    expect(reportSchema.parse(JSON.parse(reportText(report()))).images[0]?.name).toBe('web');
  });

  it('is at most 10 MB: what is elsewhere goes first, and is counted', () => {
    const packages = Array.from({length: 2000}, (_, index) => ({
      name: 'x'.repeat(6000),
      version: String(index),
    }));
    const parsed = reportSchema.parse(
      JSON.parse(reportText(report({images: [image({packages})]}))),
    );
    expect(parsed.images[0]?.packages).toEqual([]);
    expect(parsed.omitted).toEqual([{image: 'web/linux/amd64', list: 'packages', count: 2000}]);
  });

  it('of many jobs keeps the errors among what they all share', () => {
    const violations = Array.from({length: 6000}, (_, index) => ({
      ...vulnerability(`CVE-2026-${index}`),
      ...{level: index % 4 === 0 ? ('error' as const) : ('warning' as const)},
      message: 'x'.repeat(1500),
    }));
    const advisories = {'CVE-2026-1': {title: 'x'.repeat(2_000_000)}};
    const text = reportText(report({violations, advisories}));
    const parsed = reportSchema.parse(JSON.parse(text));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(10_000_000);
    expect(parsed.violations.filter(({level}) => level === 'error')).toHaveLength(1500);
    expect(parsed.omitted).toEqual([
      {list: 'advisories', count: 1},
      {list: 'violations', count: 4000},
    ]);
  });
});

describe('a report that is a stranger’s', () => {
  it('says so under the verdict', () => {
    const note = 'As reported by <the fork>.';
    expect(renderSummary(report(), {limit: 10_000, note})).toMatch(
      /^## Plimsoll: within the line\. 1 image passed\.\n\nAs reported by &lt;the fork&gt;\.\n\n\|/,
    );
  });
});
