/** The report as Markdown that a reviewer reads in a minute. Pure. */
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import {excusedLines, judgementScopeLines} from '../../domain/report/verdict-notes.ts';
import {originLine} from '../../domain/report/origin.ts';
import {contradictions} from '../../domain/report/runtime-overrides.ts';
import {
  enforceText,
  headline,
  buildText,
  IMAGE_COLUMNS,
  imageRow,
  unables,
  waived,
} from '../../domain/report/view.ts';
import {scanningLines} from '../../domain/report/scanning.ts';
import {fit, part, type TextPart} from '../../domain/text/fit-parts.ts';
import {bullets, escapeMarkdown, folded, folding, table} from '../../domain/text/markdown.ts';
import {renderBanners, renderUncompared} from '../../domain/markdown/banners.ts';
import {renderViolations} from '../../domain/markdown/violations.ts';
import type {PlaceOptions} from '../../domain/markdown/place.ts';
import {renderChanges, renderSizes} from './changes.ts';
import {renderBytes, renderContext, renderWaste} from './contents.ts';

export interface SummaryOptions extends PlaceOptions {
  /** Bytes of UTF-8. */
  readonly limit: number;
  /** One sentence under the verdict: whose word the report is, where it is not this run's. */
  readonly note?: string;
}

export function renderSummary(report: Report, options: SummaryOptions): string {
  const parts: readonly (TextPart | undefined)[] = [
    part('headline', headlineOf(report, options), Number.POSITIVE_INFINITY),
    part('what was not compared', renderUncompared(report), 99),
    part('loosenings', renderBanners(report), 95),
    part('notice of enforce', enforceText(report), 90),
    part('images', imagesTable(report), 100),
    part('comparison with the baseline', renderSizes(report), 75),
    part('violations', renderViolations(report, options), 80),
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

function notLookedAt({images}: Report): string {
  const lines = images.flatMap((image) => image.notLookedAt.map((text) => `${image.id}: ${text}`));
  return folding('What nobody looked at', bullets(lines));
}

function judgedLines(report: Report): readonly string[] {
  return [...judgementScopeLines(report), ...excusedLines(report)];
}

function headlineOf(report: Report, {note}: SummaryOptions): string {
  const line = `## ${escapeMarkdown(headline(report))}`;
  return note === undefined ? line : `${line}\n\n${escapeMarkdown(note)}`;
}

function imagesTable(report: Report): string {
  if (report.images.length === 0) return '';
  const rows = table(
    IMAGE_COLUMNS,
    report.images.map((image) => imageRow(image).map(escapeMarkdown)),
  );
  return [rows, buildText(report)].filter((part) => part !== '').join('\n\n');
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
