/** What must hold of every report that we make of somebody else's. */
import {known, type Known} from '../../../src/domain/known.ts';
import type {RelayedPull} from '../../../src/domain/relay/pull.ts';
import {worst} from '../../../src/domain/policy/verdict.ts';
import {recomputeVerdicts} from '../../../src/domain/report/recomputed-verdicts.ts';
import {parseReport} from '../../../src/domain/report/parse.ts';
import type {Report, ReportRun} from '../../../src/domain/report/schema.ts';
import type {Verdict} from '../../../src/domain/policy/verdict.ts';
import {renderAnnotations} from '../../../src/publishers/annotations/render.ts';
import {renderComment, renderQuietComment} from '../../../src/publishers/comment/render.ts';
import {reportText} from '../../../src/publishers/folder/render.ts';
import {renderSarif} from '../../../src/publishers/sarif/render.ts';
import {renderSummary} from '../../../src/publishers/summary/render.ts';
import {renderTerminal} from '../../../src/publishers/terminal/render.ts';
import {FalseAnswer} from '../target.ts';

export const OWN: ReportRun = {
  ...{id: 'own', startedAt: '2026-01-01T00:00:00.000Z', seconds: 1},
  ...{request: {}, tools: {}, notices: []},
};

/** @throws {FalseAnswer} where what we say is better than what stands in one of these */
export function expectNoBetter(said: Verdict, foreign: readonly Report[]): void {
  const evident = foreign.map((one) => recomputeVerdicts(one).verdict);
  const isBad = foreign.some(holdsAgainst);
  if (worst([said, ...evident]) !== said || (isBad && said === 'pass'))
    throw new FalseAnswer(
      `the verdict is ${said}, and what it is made of is ${[...evident, isBad ? 'bad' : 'good'].join(', ')}`,
    );
}

/** By a second look, which shares nothing with the one of the gate. */
function holdsAgainst({verdict, error, runs, images, outcomes, violations}: Report): boolean {
  return (
    verdict !== 'pass' ||
    error !== undefined ||
    runs.some((run) => run.failure !== undefined) ||
    images.some((image) => image.verdict !== 'pass' || image.state !== 'built') ||
    outcomes.some(({level, outcome}) => level === 'error' && outcome !== 'pass') ||
    violations.some(({level, waived}) => level === 'error' && waived === undefined)
  );
}

/** Every publisher's own words of it; @throws {FalseAnswer} where our own report is none any more */
export function expectPublishable(report: Report): void {
  const read = parseReport(reportText(report));
  if (!('value' in read)) throw new FalseAnswer(`our own report ${read.unable}`);
  const links = {blob: 'https://github.com/o/n/blob/x'};
  renderComment(report, {links, note: 'As reported by somebody.'});
  renderQuietComment(report, {links});
  renderSummary(report, {linkBase: links.blob, limit: 100_000});
  renderTerminal(report, {colours: true, folder: '/report', kept: []});
  renderAnnotations(report);
  for (const image of report.images.slice(0, 5)) {
    const mask = (text: string): string => text;
    renderSarif(report, image, {least: 'low', most: 5000, withAccepted: true, mask});
  }
}

export const PULL: Known<RelayedPull> = known({
  ...{numbers: [7], leftOut: 0, commit: 'a'.repeat(40), by: 'fork', from: 'stranger/name'},
});
