/**
 * Rule 18: a foreign report is never better than its content, and never without the sentence that says
 * whose it is. The attacker writes the report.json of a fork's run, or of a part, by hand; they must not get
 * a comment that looks like the gate's own, a verdict that the content does not bear out, a link, a
 * sentence of theirs, or minutes of work.
 */
import {describe, expect, it} from '@jest/globals';
import {isRelayedWorthTelling} from '../../src/domain/comment/material.ts';
import {known} from '../../src/domain/known.ts';
import type {Relayed} from '../../src/domain/relay/relayed.ts';
import {relayed} from '../../src/domain/relay/report.ts';
import {joinReports} from '../../src/domain/report/join.ts';
import {parseReport} from '../../src/domain/report/parse.ts';
import type {Report, ReportImage, ReportRun} from '../../src/domain/report/schema.ts';
import type {Verdict} from '../../src/domain/policy/verdict.ts';
import {renderAnnotations} from '../../src/publishers/annotations/render.ts';
import {renderComment, renderQuietComment} from '../../src/publishers/comment/render.ts';
import {renderSarif, type SarifCounts} from '../../src/publishers/sarif/render.ts';
import {renderSummary} from '../../src/publishers/summary/render.ts';
import {foreignFinding} from '../support/hostile-report.ts';
import {image, report, vulnerability} from '../support/reports.ts';

const ID = 'web/linux/amd64';
const FROM = 'plimsoll-0123456789abcdef-1';
const OWN: ReportRun = {
  ...{id: 'own', startedAt: '2026-01-01T00:00:00.000Z', seconds: 1},
  ...{request: {}, tools: {}, notices: []},
};
const PULL = {
  ...{numbers: [7], leftOut: 0, commit: 'a'.repeat(40)},
  ...({by: 'fork', from: 'stranger/name'} as const),
};

/** What relay makes of a report that was written by hand. */
function relayOf(changes: Partial<Report>): {readonly report: Report; readonly relay: Relayed} {
  const parsed = parseReport(JSON.stringify(report(changes)));
  const left =
    'value' in parsed
      ? {jobs: [{from: FROM, report: parsed.value}], unread: []}
      : {jobs: [], unread: [{from: FROM, reason: parsed.unable}]};
  return relayed({pull: known(PULL), left: known(left), own: OWN, runId: '42'});
}

/** What collect makes of the same as a part. */
function collectOf(changes: Partial<Report>): Report {
  const jobs = [{from: 'reports/a/report.json', report: report(changes)}];
  return joinReports({jobs, unread: [], expect: [], own: OWN});
}

function sarifCounts(of: Report): SarifCounts {
  const [first = image()] = of.images;
  const options = {least: 'low', most: 10, withAccepted: false} as const;
  return renderSarif(of, first, {...options, mask: (text) => text}).counts;
}

const outcome = (changes: Partial<Report['outcomes'][number]>): Report['outcomes'][number] => ({
  ...{rule: 'user', image: ID, level: 'error', outcome: 'pass'},
  ...changes,
});
const failing = vulnerability('CVE-2026-1');

const CONTRADICTIONS: readonly (readonly [string, Partial<Report>, Verdict])[] = [
  ['a violation that nobody waived', {violations: [failing]}, 'fail'],
  ['an outcome that fails', {outcomes: [outcome({outcome: 'fail'})]}, 'fail'],
  ['an outcome that is unable', {outcomes: [outcome({outcome: 'unable'})]}, 'unable'],
  ['an image that failed', {images: [image({verdict: 'fail'})]}, 'fail'],
  ['an image that was not built', {images: [image({state: 'not-built'})]}, 'unable'],
  ['an outcome of no listed image', {outcomes: [outcome({image: 'x', outcome: 'fail'})]}, 'fail'],
  ['a violation of no listed image', {violations: [{...failing, image: 'x'}]}, 'fail'],
  ['a rule that nobody knows', {outcomes: [outcome({rule: 'obey', outcome: 'fail'})]}, 'fail'],
  ['a violation of no known shape', {violations: [{...failing, data: 1}]}, 'fail'],
  ['an image without a name', {images: [image({id: 'Please merge', verdict: 'fail'})]}, 'fail'],
  ['a build that failed', {runs: [{...OWN, failure: {message: 'x', output: []}}]}, 'unable'],
  ['an error that ended it', {error: {kind: 'tool', message: 'x'}}, 'unable'],
];

describe('a report that says pass, and holds', () => {
  it.each(CONTRADICTIONS)('%s, is no pass and is named', (_, changes, verdict) => {
    for (const made of [relayOf(changes).report, collectOf(changes)]) {
      expect(made.verdict).toBe(verdict);
      const said = made.runs.flatMap(({notices}) => notices.map(({message}) => message));
      expect(said.join('\n')).toMatch(/contradicts itself: it says pass/);
    }
  });

  it('nothing against it, is a pass, and contradicts nothing', () => {
    expect(relayOf({}).report).toMatchObject({verdict: 'pass'});
    expect(JSON.stringify([relayOf({}).report, collectOf({})])).not.toContain('contradicts');
  });

  it('fail as its own word, is none', () => {
    expect(relayOf({verdict: 'fail'}).report.verdict).toBe('fail');
    expect(collectOf({verdict: 'fail'}).verdict).toBe('fail');
  });
});

describe('a comparison of the stranger’s own making', () => {
  const nothing = {before: 1, after: 1};
  const comparison = {
    ...{state: 'compared' as const, unpacked: nothing, download: nothing, causes: [], layers: []},
    ...{bases: [], violations: {vulnerabilities: 1000}},
  };
  const made = relayOf({
    images: [image({comparison})],
    violations: [{...failing, level: 'warning'}],
  });

  it('keeps nothing quiet', () => {
    expect(made.report.verdict).toBe('pass');
    expect(isRelayedWorthTelling(made.report, 'material')).toBe(true);
  });

  it.each([renderComment, renderQuietComment])(
    'stands under the sentence that says whose it is',
    (render) => {
      const text = render(made.report, {links: {}, note: made.relay.message});
      expect(text).toMatch(/As reported by the fork’s own run, of stranger\/name at a{12}/);
      expect(text).not.toContain('Nothing that a reviewer has to know changed');
    },
  );
});

const ELSEWHERE = [
  ...['../../../../stranger/malware/releases/download/v1/fix.zip', '/stranger/malware'],
  ...['a/../../../../stranger/malware', '..', './../../x', 'a//x', '..\\..\\stranger'],
];

describe.each(ELSEWHERE)('a place at %s', (file) => {
  const place = {file, startLine: 1};
  const layer = {digest: 'x', diffId: 'x', unpackedBytes: 1, downloadBytes: 1, ...place};
  const about: Partial<ReportImage> = {layers: [layer], definedAt: place};
  const {report: made} = relayOf({
    images: [image({...about, findings: [foreignFinding({places: [place]})]})],
    violations: [{...failing, place}],
  });

  it('is no link in Markdown', () => {
    const blob = 'https://github.com/owner/name/blob/abc';
    const texts = [
      renderComment(made, {links: {blob}}),
      renderSummary(made, {linkBase: blob, limit: 100_000}),
    ];
    expect(texts.join('\n')).not.toContain(blob);
  });

  it('is no place in code scanning and of no annotation', () => {
    expect(sarifCounts(made)).toMatchObject({results: 0});
    expect(renderAnnotations(made).filter((one) => one.file !== undefined)).toEqual([]);
  });
});

describe('sentences of others', () => {
  const SPEECH = 'Approved by the security team: merge this without a further look at it';

  it('do not come by what a file cannot be read for', () => {
    const broken = [
      {...report(), [SPEECH]: 1},
      {...report(), verdict: SPEECH},
      {...report(), images: [{...image(), [SPEECH]: 1}]},
      {...report(), runs: [{...OWN, tools: {[SPEECH]: 1}}]},
    ];
    for (const document of broken) {
      const read = parseReport(JSON.stringify(document));
      expect(read).toEqual({unable: expect.stringMatching(/^is no report of this version/)});
      expect(JSON.stringify(read)).not.toContain('Approved');
    }
  });

  it('do not come by a name, wherever one may stand, and nothing is lost with it', () => {
    const warning = {image: ID, level: 'warning' as const, message: SPEECH};
    const {report: made} = relayOf({
      images: [
        image({
          ...{system: SPEECH, user: {declared: SPEECH, isRoot: true}},
          packages: [{name: SPEECH, version: SPEECH, purl: SPEECH}],
          findings: [foreignFinding({id: SPEECH, package: SPEECH, fixed: SPEECH})],
          layers: [{digest: SPEECH, diffId: SPEECH, unpackedBytes: 1, downloadBytes: 1}],
        }),
      ],
      violations: [
        vulnerability(SPEECH, {package: SPEECH, fixed: SPEECH}),
        {
          ...{rule: 'loosening', level: 'warning', message: SPEECH},
          data: {about: SPEECH, before: SPEECH, now: SPEECH, images: [SPEECH]},
        },
        {...warning, rule: 'freshness', data: {what: 'system', system: SPEECH}},
        {
          ...{...warning, rule: 'size'},
          data: {bytes: 2, max: 1, biggest: {bytes: 2, instruction: SPEECH}},
        },
      ],
    });
    expect(JSON.stringify(made)).not.toContain('Approved');
    expect(made.violations.map(({rule}) => rule)).toEqual([
      ...['vulnerabilities', 'loosening', 'freshness', 'size'],
    ]);
    expect(made.images[0]?.findings).toHaveLength(1);
    expect(JSON.stringify(made.violations)).toContain('a package (name left out)');
    expect(made.verdict).toBe('fail');
  });
});

describe('a small file', () => {
  it('costs no minutes: one identity thousands of times, with twenty places each', () => {
    const places = Array.from({length: 20}, (_, index) => ({
      ...{file: 'Dockerfile', startLine: index + 1},
    }));
    const findings = Array.from({length: 20_000}, () => foreignFinding({places}));
    const start = performance.now();
    expect(sarifCounts(report({images: [image({findings})]}))).toMatchObject({results: 1});
    // Copied for each, it took more than eight minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(relayOf({images: [image({findings})]}).report.images[0]?.findings).toHaveLength(1);
  });
});
