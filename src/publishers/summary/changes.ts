/** What changed against the baseline: this change first, base image and drift after it. Pure. */
import {
  causesText,
  changedLayers,
  comparedOf,
  findingsText,
  missesText,
  othersText,
  packagesFirst,
  pathText,
  packagesText,
  SIZE_COLUMNS,
  sizeRows,
  type ComparedImage,
} from '../../domain/report/changes.ts';
import {placeText} from '../../domain/report/view.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import {code, escapeMarkdown, folded, table} from '../../domain/text/markdown.ts';
import {formatBytes, formatDifference} from '../../domain/text/units.ts';
import {baselineText} from '../../domain/report/origin.ts';
import {place, type SummaryOptions} from './place.ts';

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

export function renderChanges(image: ReportImage, options: SummaryOptions): string {
  const compared = comparedOf(image);
  const misses = missesText(image);
  if (compared === undefined || (compared.layers.length === 0 && misses.length === 0)) return '';
  const parts = [
    sentences(compared),
    layersTable(compared, options),
    pathsTable(compared),
    packagesTable(compared),
    findingsTable(compared),
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
  const packages = packagesText(compared);
  return [
    ...othersText(compared).map((text) => `- ${escapeMarkdown(text)}`),
    ...(packages === undefined ? [] : [`- packages: ${packages}`]),
    `- ${findingsText(compared)}`,
  ].join('\n');
}

function layersTable(compared: ComparedImage, options: SummaryOptions): string {
  const layers = changedLayers(compared, ROWS);
  if (layers.length === 0) return '';
  const rows = layers.map(({unpacked, base, change, place: at, instruction}) => [
    formatDifference(unpacked.after - unpacked.before),
    `${formatBytes(unpacked.before)} → ${formatBytes(unpacked.after)}`,
    base ? `base image ${change}` : change,
    change === 'went' ? code(placeText(at ?? {}).replace(/^.*\//, '')) : place(at ?? {}, options),
    instruction === undefined ? '' : code(instruction.slice(0, 120)),
  ]);
  return table(['difference', 'unpacked', 'what', 'where', 'instruction'], rows);
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

function packagesTable({packages = []}: ComparedImage): string {
  const changed = packagesFirst(packages.filter(({cause}) => cause === 'this change'));
  if (changed.length === 0) return '';
  const rows = changed
    .slice(0, ROWS)
    .map(({name, change, before, after}) => [
      change,
      escapeMarkdown(name),
      escapeMarkdown([before, after].filter((version) => version !== undefined).join(' → ')),
    ]);
  return table(['package', 'name', 'version'], rows);
}

function findingsTable({findings}: ComparedImage): string {
  if (findings === undefined || findings.new.length === 0) return '';
  const rows = findings.new
    .slice(0, ROWS)
    .map(({id, package: about, severity, fixed, cause}) => [
      escapeMarkdown(id),
      severity,
      escapeMarkdown(about),
      escapeMarkdown(fixed ?? 'no fix yet'),
      cause,
    ]);
  return table(['new vulnerability', 'severity', 'package', 'fixed in', 'cause'], rows);
}
