import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {reportSchema, type Report} from '../../../src/domain/report/schema.ts';
import {
  COMMENT_LIMIT,
  renderComment,
  renderQuietComment,
} from '../../../src/publishers/comment/render.ts';
import {ROOT} from '../../support/command.ts';
import {COMPARED, type Compared} from '../../support/compared.ts';
import {finding} from '../../support/findings.ts';
import {image, report, vulnerability} from '../../support/reports.ts';

const REPOSITORY = 'https://git.example/o/r';
const LINKS = {
  repository: REPOSITORY,
  blob: `${REPOSITORY}/blob/abc`,
  run: `${REPOSITORY}/actions/runs/5/attempts/1`,
};
const COMMIT = 'b'.repeat(40);
const [RUN = {id: '', startedAt: '', seconds: 0, request: {}, tools: {}, notices: []}] =
  report().runs;

function compared(change: Partial<Compared> = {}, more: Partial<Report> = {}): Report {
  const database = {updatedAt: '2025-12-31T19:00:00Z'};
  const baseline = {madeAt: '2025-12-30T10:11:12.000Z', commit: COMMIT};
  return reportSchema.parse(
    report({
      images: [image({comparison: {...COMPARED, ...change}})],
      runs: [{...RUN, database, baseline}],
      ...more,
    }),
  );
}

/** As a reader sees it. */
function plain(text: string): string {
  return text
    .replaceAll('&#8203;', '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)));
}

const render = (told: Report): string => plain(renderComment(told, {links: LINKS}));

describe('the comment', () => {
  it('starts with the verdict, then the table: what fails first', () => {
    const images = [
      image({id: 'ok/linux/amd64'}),
      image({
        ...{id: 'x64/api/linux/arm64', platform: 'linux/arm64', verdict: 'fail'},
        ...{limits: {unpackedBytes: 100_000_000}, comparison: {state: 'new'}},
      }),
    ];
    const [head, , columns, , first, second] = render(report({verdict: 'fail', images})).split(
      '\n',
    );
    expect(head).toBe('## Plimsoll: over the line. 1 of 2 images failed.');
    expect(columns).toBe('| image | size | fixable | user, health, build |');
    expect(first).toBe(
      '| **x64/api**<br><sub>linux/<wbr>arm64</sub><br>**fail** | **120.0 MB of 100.0 MB**<br>new image<br><sub>download 40.0 MB</sub> | none | 10001<br><sub>health: declared</sub><br><sub>build: 4.2 s</sub> |',
    );
    expect(second).toContain('**ok**');
  });

  it('shows differences, and what is introduced and fixed', () => {
    const row = render(compared()).split('\n')[4];
    expect(row).toContain('<sub>+20.0 MB (+20.0 %)</sub>');
    expect(row).toContain('<sub>−10.0 MB (−20.0 %)</sub>');
    expect(row).toContain('<sub>1 introduced, 0 fixed</sub>');
  });

  it('does not say that nothing was introduced where nothing was compared', () => {
    const {findings: _, ...bare} = COMPARED;
    const images = [image({comparison: bare})];
    expect(render(report({images}))).toContain('<sub>not compared</sub>');
    expect(render(report())).not.toContain('introduced');
  });

  it('links violations to the lines of the commit; warnings are folded behind errors', () => {
    const place = {file: 'web/Dockerfile', startLine: 3, endLine: 5};
    const wasteful = {kind: 'apt lists', path: 'var/lib', bytes: 9, files: 1, made: {}, killed: {}};
    const waste = {
      ...{rule: 'waste', image: 'web/linux/amd64', level: 'warning' as const, message: ''},
      data: {wasteBytes: 9, share: 50, max: 10, biggest: wasteful},
    };
    const size = {
      ...{rule: 'size', image: 'web/linux/amd64', level: 'error' as const, place, message: ''},
      data: {bytes: 2_000_000, max: 1_000_000},
    };
    const text = render(report({violations: [waste, size]}));
    expect(text).toContain(
      '- **size** [<code>Dockerfile:3</code>](https://git.example/o/r/blob/abc/web/Dockerfile#L3-L5): The unpacked size is 2.0 MB',
    );
    expect(text).not.toContain('never used');
  });

  it('tells the lines of this change that bring the most, five at the most', () => {
    const [layer] = COMPARED.layers;
    if (layer === undefined) throw new Error('a comparison has layers');
    const layers = Array.from({length: 9}, (_, at) => ({
      ...{...layer, instruction: `RUN ${at}`},
      unpacked: {before: 0, after: 1_000_000 * (at + 1)},
    }));
    const [, grown = ''] = render(compared({layers})).split('**What grew**\n\n');
    const lines = (grown.split('\n\n')[0] ?? '').split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(
      '- **+9.0 MB** [<code>Dockerfile:4</code>](https://git.example/o/r/blob/abc/web/Dockerfile#L4) <code>RUN 8</code>',
    );
  });

  it('leads with this change; base image and drift are folded, with what they bring', () => {
    const findings = {
      ...{fixed: [], still: 0},
      new: (['this change', 'base image'] as const).map((cause, at) => ({
        ...{identity: `${at}`, id: `CVE-${at}`, package: 'zlib', severity: 'high' as const, cause},
      })),
    };
    const text = render(compared({findings}));
    const folded = text.indexOf('<details>');
    expect(text.indexOf('**What grew**')).toBeLessThan(folded);
    expect(
      text.indexOf('**Vulnerabilities introduced: 1**\n\n- CVE-0 (high) in zlib'),
    ).toBeGreaterThan(0);
    expect(text.indexOf('Vulnerabilities introduced')).toBeLessThan(folded);
    expect(text).toContain(
      '<details><summary>Not by this change: base image +3.0 MB, drift −1.0 MB</summary>',
    );
    expect(text).toContain('- base image brings CVE-1 (high) in zlib');
    expect(text).toContain('- drift, packages: 1 upgraded');
    expect(text).toContain('<details><summary>Packages: 1 removed, 1 upgraded</summary>');
    expect(text).toContain('<details><summary>Layers: 4 differ</summary>');
  });

  it('says nothing twice: a vulnerability that is a violation is not told again', () => {
    const violations = [vulnerability('CVE-2026-9', {package: 'next'})];
    const text = render(compared({}, {violations}));
    expect(text.match(/CVE-2026-9/g)).toHaveLength(1);
    expect(text).not.toContain('Vulnerabilities introduced');
  });

  it('counts the same vulnerabilities as it tells, and labels those that are excused', () => {
    const fresh = ['violation', 'waiver', 'trivyignore', 'vex', 'unfixed', 'drift'].map((id) => ({
      ...{identity: id, id, package: 'zlib', severity: 'high' as const},
      cause: id === 'drift' ? ('drift' as const) : ('this change' as const),
      ...(id === 'unfixed' ? {} : {fixed: '2'}),
    }));
    const excused = (['waiver', 'trivyignore', 'vex'] as const).map((by) =>
      finding(by, {identity: by, suppressed: {by}}),
    );
    const told = {...COMPARED, findings: {new: fresh, fixed: [], still: 0}};
    const images = [image({comparison: told, findings: excused})];
    const violations = [vulnerability('violation', {package: 'zlib'})];
    const text = render(reportSchema.parse(report({images, violations})));
    expect(text).toContain(
      '5 introduced (1 without a fix, 1 waived, 1 ignored, 1 excused by VEX), 0 fixed',
    );
    const [, list = ''] = text.split(
      '**Vulnerabilities introduced: 5, 1 of them a violation**\n\n',
    );
    expect(list.split('\n\n')[0]?.split('\n')).toEqual([
      '- waiver (high) in zlib (waived), fixed in 2',
      '- trivyignore (high) in zlib (ignored), fixed in 2',
      '- vex (high) in zlib (excused by VEX), fixed in 2',
      '- unfixed (high) in zlib, no fix yet',
    ]);
  });

  it('ends with baseline, age of the database and the run, then the marker', () => {
    const lines = render(compared()).split('\n');
    expect(lines.at(-3)).toBe(
      `<sub>baseline: commit [bbbbbbbbbbbb](${REPOSITORY}/commit/${COMMIT}) of 2025-12-30 10:11 UTC · vulnerability database 5 hours old · [this run](${LINKS.run})</sub>`,
    );
    expect(lines.at(-1)).toBe('<!-- plimsoll-comment -->');
  });

  it('says that there is no baseline, which is not "no change"', () => {
    expect(render(report())).toContain('no baseline yet: nothing is compared');
  });

  it('names every baseline of a joined report once', () => {
    const runs = ['a', 'a', 'c'].map((letter, at) => ({
      ...{...RUN, id: `run-${at}`},
      baseline: {madeAt: '2025-12-30T10:11:12.000Z', commit: letter.repeat(40)},
    }));
    const images = runs.map(({id: run}) => image({id: `${run}/linux/amd64`, run}));
    expect(render(report({runs, images})).match(/baseline: commit/g)).toHaveLength(2);
  });

  it('leaves out a run that built nothing: it has no baseline of its own', () => {
    const runs = [RUN, {...RUN, id: 'joining'}];
    expect(render(report({runs})).match(/no baseline yet/g)).toHaveLength(1);
    expect(render(report({runs, images: []}))).not.toContain('no baseline yet');
  });

  it('shows right under the table how the change loosens its own gate, and nowhere else', () => {
    const loosened = {
      ...{rule: 'loosening', level: 'warning' as const, message: 'never used by publishers'},
      data: {about: 'rules.size.max', images: ['web'], before: '500 MB', now: '900 MB'},
    };
    const text = render(report({violations: [vulnerability('CVE-1'), loosened]}));
    const told = 'rules.size.max (web) was 500 MB, and is 900 MB.';
    expect(text.split('\n\n').slice(2, 4)).toEqual([
      '**The policy lets more pass than the baseline’s**',
      `- ${told}`,
    ]);
    expect(text.split(told)).toHaveLength(2);
  });

  it('says whose word it is, where it is not this run’s', () => {
    const note = 'As reported by the fork’s own run.';
    const text = plain(renderComment(report(), {links: {}, note}));
    expect(text.split('\n')[2]).toBe(note);
  });

  it('says why an image is not there, and what only a warning lacks is left to the summary', () => {
    const reason = 'The build failed at Dockerfile:2.';
    const images = [image({state: 'not-built', verdict: 'unable', reason})];
    const outcomes = [
      {rule: 'build-time', image: 'x', level: 'warning', outcome: 'unable', reason: 'cached'},
    ] as const;
    const text = render(report({verdict: 'unable', images, outcomes: [...outcomes]}));
    expect(text).toContain(`**What could not be judged**\n\n- web/linux/amd64: ${reason}`);
    expect(text).not.toContain('cached');
  });

  it('of a run that ended before its verdict has the reason', () => {
    const error = {kind: 'user', message: 'There is no Dockerfile.'} as const;
    expect(render(report({verdict: 'unable', images: [], error})).split('\n')[0]).toBe(
      '## Plimsoll: unable to tell. There is no Dockerfile.',
    );
  });
});

it('the quiet one is one line', () => {
  expect(plain(renderQuietComment(report(), {links: LINKS, key: 'x64'}))).toMatch(
    /^Plimsoll \(x64\): within the line\. 1 image passed\. [^\n]*\n\n<!-- plimsoll-comment x64-[0-9a-f]{8} -->$/,
  );
});

describe('its limit', () => {
  const many = Array.from({length: 120}, (_, at) => ({
    ...image({id: `service-${at}/linux/amd64`, comparison: COMPARED}),
  }));

  it('is kept in characters and bytes, by leaving out what matters least', () => {
    const text = renderComment(report({images: many}), {links: LINKS});
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(text).toMatch(/Left out here, and to be found in the step summary: packages/);
    expect(text).toContain('70 more images are in the step summary.');
    expect(text).toContain('**What grew**');
    expect(text.split('\n').at(-1)).toBe('<!-- plimsoll-comment -->');
  });

  it('keeps the verdict and the marker, however small it is', () => {
    const text = renderComment(report({images: many}), {links: LINKS, limit: 120});
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(120);
    expect(text).toMatch(/^## Plimsoll: .*<!-- plimsoll-comment -->$/s);
  });

  it('is far away for the example’s two images', () => {
    const path = join(ROOT, '__tests__/fixtures/comment/report.json');
    const text = renderComment(reportSchema.parse(JSON.parse(readFileSync(path, 'utf8'))), {
      links: LINKS,
    });
    expect(text.length).toBeLessThan(COMMENT_LIMIT / 3);
    expect(text).not.toContain('Left out here');
    expect(text.match(/<summary>Warnings: /g)).toHaveLength(1);
  });
});
