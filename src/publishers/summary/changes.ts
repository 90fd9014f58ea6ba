/** What changed against the baseline: this change first, base image and drift after it. Pure. */
import {
  causesText,
  changedLayers,
  toComparedImage,
  findingsText,
  missesText,
  othersText,
  pathText,
  packagesText,
  SIZE_COLUMNS,
  sizeRows,
  type ComparedImage,
} from '../../domain/report/changes.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import {code, escapeMarkdown, folded, table} from '../../domain/text/markdown.ts';
import {formatDifference} from '../../domain/text/units.ts';
import {baselineText} from '../../domain/report/origin.ts';
import {findingsTable, layersTable, packagesTable} from '../../domain/markdown/changes.ts';
import type {PlaceOptions} from '../../domain/markdown/place.ts';

const ROWS = 10;

/** Before and after, for all images. */
export function renderSizes(report: Report): string {
  const rows = sizeRows(report);
  const [run] = report.runs;
  if (rows.length === 0) return '';
  return [
    `Against the baseline of ${escapeMarkdown(baselineText(run?.baseline))}:`,
    table(
      SIZE_COLUMNS,
      rows.map((row) => row.map(escapeMarkdown)),
    ),
  ].join('\n\n');
}

export function renderChanges(image: ReportImage, options: PlaceOptions): string {
  const compared = toComparedImage(image);
  const misses = missesText(image);
  if (compared === undefined || (compared.layers.length === 0 && misses.length === 0)) return '';
  const parts = [
    sentences(compared),
    layersTable(changedLayers(compared, ROWS), options),
    pathsTable(compared),
    packagesTable((compared.packages ?? []).filter(({cause}) => cause === 'this change')),
    findingsTable(compared.findings?.new ?? []),
    misses.length === 0
      ? ''
      : [
          'Not from the cache:',
          ...misses.slice(0, ROWS).map((line) => `- ${escapeMarkdown(line)}`),
        ].join('\n'),
  ];
  return folded(
    `What changed: ${escapeMarkdown(image.id)} (${causesText(compared)})`,
    parts.filter((part) => part !== '').join('\n\n'),
  );
}

function sentences(compared: ComparedImage): string {
  const packages = packagesText(compared.packages ?? []);
  return [
    ...othersText(compared).map((text) => `- ${escapeMarkdown(text)}`),
    ...(packages === undefined ? [] : [`- packages: ${packages}`]),
    `- ${findingsText(compared)}`,
  ].join('\n');
}

function pathsTable({paths = []}: ComparedImage): string {
  if (paths.length === 0) return '';
  const isMixed = new Set(paths.map(({cause}) => cause)).size > 1;
  const rows = paths
    .slice(0, ROWS)
    .map(({name, kind, before, after, change, cause}) => [
      formatDifference(after - before),
      `${change}${kind === 'package' ? ', package' : ''}`,
      code(pathText({name, kind})),
      ...(isMixed ? [cause] : []),
    ]);
  const head = ['difference', 'what', 'file or package', ...(isMixed ? ['cause'] : [])];
  return table(head, rows);
}
