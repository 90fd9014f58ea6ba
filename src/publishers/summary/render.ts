/** The report as Markdown that a reviewer reads in a minute. Pure. */
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import {excusedLines, looseningLines, stanceLines} from '../../domain/report/held.ts';
import {originLine} from '../../domain/report/origin.ts';
import {
  contradictions,
  headline,
  IMAGE_COLUMNS,
  imageRow,
  problems,
  unables,
  waived,
  type Problem,
} from '../../domain/report/view.ts';
import {scanningLines} from '../../domain/report/scanning.ts';
import {
  advisoriesText,
  vulnerablePackages,
  type VulnerablePackage,
} from '../../domain/report/vulnerable.ts';
import {fit, type Part} from '../../domain/text/fit.ts';
import {escapeMarkdown, folded, table} from '../../domain/text/markdown.ts';
import {renderChanges, renderSizes} from './changes.ts';
import {renderBytes, renderContext, renderWaste} from './inside.ts';
import {place, type SummaryOptions} from './place.ts';

export type {SummaryOptions} from './place.ts';

const ROWS = 10;

export function renderSummary(report: Report, options: SummaryOptions): string {
  const parts: readonly (Part | undefined)[] = [
    part('headline', `## ${escapeMarkdown(headline(report))}`, Number.POSITIVE_INFINITY),
    part('loosenings', looseningsOf(report), 95),
    part('notice of enforce', enforceLine(report), 90),
    part('images', imagesTable(report), 100),
    part('comparison with the baseline', renderSizes(report), 75),
    part('violations', violationsOf(report, options), 80),
    part('what could not be judged', bullets(unables(report)), 85),
    part('last output of the failing step', outputOf(report), 84),
    part('what compose overrides', bullets(contradictions(report)), 70),
    part('how it was judged', folding('How it was judged', bullets(judgedLines(report))), 41),
    part('waived', folding('Waived', bullets(waived(report))), 40),
    part('code scanning', folding('Code scanning', bullets(scanningLines(report))), 42),
    part('notices', folding('Notices', bullets(noticesOf(report))), 50),
    ...report.images.map((image) =>
      part(`changes of ${image.id}`, renderChanges(image, options), 38),
    ),
    ...report.images.map((image) => part(`bytes of ${image.id}`, renderBytes(image, options), 30)),
    ...report.images.map((image) => part(`context of ${image.id}`, renderContext(image), 25)),
    ...report.images.map((image) => part(`waste of ${image.id}`, renderWaste(image, options), 35)),
    ...report.images.map((image) => part(`packages of ${image.id}`, packagesOf(image), 20)),
    part('what nobody looked at', notLookedAt(report), 45),
    part('tools', `<sub>${escapeMarkdown(originLine(report))}</sub>`, 60),
  ];
  const there = parts.filter((one) => one !== undefined);
  return fit(
    there,
    options.limit,
    (names) =>
      `Left out here, and to be found in report.json: ${names.map(escapeMarkdown).join(', ')}.`,
  );
}

function part(name: string, text: string, priority: number): Part | undefined {
  return text === '' ? undefined : {name, text, priority};
}

function folding(title: string, body: string): string {
  return body === '' ? '' : folded(title, body);
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n');
}

function looseningsOf(report: Report): string {
  const lines = looseningLines(report);
  return lines.length === 0
    ? ''
    : `**The policy lets more pass than the baseline’s:**\n\n${bullets(lines)}`;
}

function notLookedAt({images}: Report): string {
  const lines = images.flatMap((image) => image.notLookedAt.map((text) => `${image.id}: ${text}`));
  return folding('What nobody looked at', bullets(lines));
}

function judgedLines(report: Report): readonly string[] {
  return [...stanceLines(report), ...excusedLines(report)];
}

function enforceLine(report: Report): string {
  const off = report.runs.some((run) => run.request['enforce'] === 'false');
  return off ? 'Rules are reported and not enforced (`enforce: false`).' : '';
}

function imagesTable(report: Report): string {
  if (report.images.length === 0) return '';
  return table(
    IMAGE_COLUMNS,
    report.images.map((image) => imageRow(image).map(escapeMarkdown)),
  );
}

function violationsOf(report: Report, options: SummaryOptions): string {
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
function problemList(all: readonly Problem[], options: SummaryOptions): string {
  const lines = all.slice(0, ROWS).map((problem) => {
    const rule = `**${escapeMarkdown(problem.rule)}**${problem.level === 'error' ? '' : ' (warning)'}`;
    return `- ${rule} ${place(problem, options)}: ${escapeMarkdown(problem.message)} ${escapeMarkdown(problem.mend)}`;
  });
  return [...lines, ...moreOf(all.length)].join('\n');
}

function moreOf(count: number): readonly string[] {
  return count > ROWS ? [`- ${count - ROWS} more are in report.json.`] : [];
}

function packageTable(all: readonly VulnerablePackage[], options: SummaryOptions): string {
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

/** In a code element, so that nothing in it is Markdown. */
function outputOf(report: Report): string {
  const lines = report.runs.flatMap((run) => run.failure?.output ?? []);
  if (lines.length === 0) return '';
  return folded(
    'Last output of the failing step',
    `<pre>${lines.map(escapeMarkdown).join('<br>')}</pre>`,
  );
}

function noticesOf(report: Report): readonly string[] {
  return report.runs.flatMap((run) =>
    run.notices.map((notice) => `${notice.from}: ${notice.message}`),
  );
}

/** By kind of package, as package URLs tell it. */
function packagesOf(image: ReportImage): string {
  if (image.packages === undefined || image.packages.length === 0) return '';
  const kinds = new Map<string, number>();
  for (const {purl} of image.packages) {
    const kind = /^pkg:([a-z]+)\//.exec(purl ?? '')?.[1] ?? 'other';
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const rows = [...kinds]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => [escapeMarkdown(kind), String(count)]);
  const system = image.system === undefined ? '' : `System: ${escapeMarkdown(image.system)}\n\n`;
  return folded(
    `Packages of ${escapeMarkdown(image.id)}`,
    `${system}${table(['kind', 'packages'], rows)}`,
  );
}
