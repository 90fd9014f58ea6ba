/** Violations with their places, for summary and comment. Pure. */
import type {Report} from '../../domain/report/schema.ts';
import {problems, type Problem} from '../../domain/report/view.ts';
import {
  advisoriesText,
  vulnerablePackages,
  type VulnerablePackage,
} from '../../domain/report/vulnerable.ts';
import {escapeMarkdown, table} from '../../domain/text/markdown.ts';
import {place, type PlaceOptions} from './place.ts';

const ROWS = 10;

/** What is wrong and what to change, image by image; vulnerable packages as a table. */
export function renderViolations(report: Report, options: PlaceOptions): string {
  const all = problems(report);
  const packages = vulnerablePackages(report);
  const images = [...new Set(all.map((problem) => problem.image))];
  return images
    .map((image) => {
      const own = all.filter(
        (problem) => problem.image === image && problem.rule !== 'vulnerabilities',
      );
      const vulnerable = packages.filter((one) => one.image === image);
      const parts = [problemList(own, options), packageTable(vulnerable, options)];
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

function packageTable(all: readonly VulnerablePackage[], options: PlaceOptions): string {
  if (all.length === 0) return '';
  const rows = all
    .slice(0, ROWS)
    .map((one) => [
      `${escapeMarkdown(one.package)} ${escapeMarkdown(one.installed)}`,
      one.fixed === undefined ? 'no fix yet' : escapeMarkdown(one.fixed),
      escapeMarkdown(advisoriesText(one)),
      one.base ? `base image, ${place(one.place ?? {}, options)}` : place(one.place ?? {}, options),
    ]);
  const more = moreOf(all.length).join('');
  return `${table(['vulnerable', 'upgrade to', 'advisories', 'where'], rows)}${more === '' ? '' : `\n\n${more}`}`;
}
