/** Violations with their places, for summary and comment. Pure. */
import {problemsByImage, type ProblemTable} from '../report/image-problems.ts';
import type {Report} from '../report/schema.ts';
import type {Problem} from '../report/view.ts';
import {escapeMarkdown, table} from '../text/markdown.ts';
import {place, type PlaceOptions} from './place.ts';

const ROWS = 10;

/** What is wrong and what to change, image by image; as a table where the rule has one. */
export function renderViolations(report: Report, options: PlaceOptions): string {
  return problemsByImage(report)
    .map(({image, problems, tables}) => {
      const parts = [problemList(problems, options), ...tables.map((one) => rowsOf(one, options))];
      return [`### ${escapeMarkdown(image)}`, ...parts.filter((text) => text !== '')].join('\n\n');
    })
    .join('\n\n');
}

/** What is wrong, where, and what to change; errors first. */
function problemList(all: readonly Problem[], options: PlaceOptions): string {
  const lines = all.slice(0, ROWS).map((problem) => {
    const marks = [
      ...(problem.level === 'error' ? [] : ['warning']),
      ...(problem.isNew ? ['new'] : []),
    ];
    const rule = `**${escapeMarkdown(problem.rule)}**${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
    return `- ${rule} ${place(problem, options)}: ${escapeMarkdown(problem.message)} ${escapeMarkdown(problem.advice)}`;
  });
  return [...lines, ...moreOf(all.length)].join('\n');
}

function moreOf(count: number): readonly string[] {
  return count > ROWS ? [`- ${count - ROWS} more are in report.json.`] : [];
}

function rowsOf({head, rows}: ProblemTable, options: PlaceOptions): string {
  const shown = rows.slice(0, ROWS).map((row) => {
    const where = place(row.place ?? {}, options);
    return [...row.cells.map(escapeMarkdown), row.base ? `base image, ${where}` : where];
  });
  return [table([...head, 'where'], shown), ...moreOf(rows.length)].join('\n\n');
}
