/** The verdict that a report's own content bears out: a file that says better is not believed. Pure. */
import {worst} from '../policy/verdict.ts';
import type {Report, ReportImage} from './schema.ts';
import type {Verdict} from '../policy/verdict.ts';

export interface RecomputedVerdicts {
  /** Never better than its own word, its images', what is said of the run, and how its runs ended. */
  readonly verdict: Verdict;
  /** Of each of its images, in their order. */
  readonly images: readonly Verdict[];
}

export function recomputeVerdicts(report: Report): RecomputedVerdicts {
  const said = saidBy(report);
  const images = report.images.map((image) =>
    worst([image.verdict, ...stateOf(image), ...(said.get(image.id) ?? [])]),
  );
  const isBroken =
    report.error !== undefined || report.runs.some(({failure}) => failure !== undefined);
  const all = new Set([...said.values()].flat());
  return {
    images,
    verdict: worst([report.verdict, ...(isBroken ? (['unable'] as const) : []), ...images, ...all]),
  };
}

function stateOf({state}: ReportImage): readonly Verdict[] {
  return state === 'built' ? [] : ['unable'];
}

/** By image, or of the whole run: outcomes of level error, and violations of it that nobody waived. */
function saidBy({outcomes, violations}: Report): ReadonlyMap<string | undefined, Verdict[]> {
  const said = [
    ...outcomes.map(({image, level, outcome}) => ({image, level, outcome})),
    ...violations
      .filter(({waived}) => waived === undefined)
      .map(({image, level}) => ({image, level, outcome: 'fail' as const})),
  ].filter(({level}) => level === 'error');
  const groups = Map.groupBy(said, ({image}) => image);
  return new Map(
    [...groups].map(([image, all]) => [image, [...new Set(all.map(({outcome}) => outcome))]]),
  );
}

/** Undefined where the file says what it holds; else the contradiction, in words that can follow a colon. */
export function verdictContradiction(report: Report): string | undefined {
  const {verdict} = recomputeVerdicts(report);
  return verdict === report.verdict
    ? undefined
    : `it says ${report.verdict}, and what it holds is ${verdict}; it counts as ${verdict}`;
}
