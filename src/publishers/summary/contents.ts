/** What is in an image: its biggest layers and files, what is wasted, tools left inside. Pure. */
import type {ReportImage} from '../../domain/report/schema.ts';
import {biggestLayers} from '../../domain/report/view.ts';
import {code, escapeMarkdown, folded, table} from '../../domain/text/markdown.ts';
import {shortened} from '../../domain/text/plain-text.ts';
import {formatBytes} from '../../domain/text/units.ts';
import {place, whose, type PlaceOptions} from '../../domain/markdown/place.ts';

const ROWS = 10;

export function renderBytes(image: ReportImage, options: PlaceOptions): string {
  const layers = biggestLayers(image, ROWS);
  if (layers.length === 0) return '';
  const rows = layers.map((layer) => [
    formatBytes(layer.unpackedBytes),
    formatBytes(layer.downloadBytes),
    layer.base === undefined ? 'not known' : layer.base ? 'base image' : 'own',
    place(layer, options),
    layer.instruction === undefined ? '' : code(layer.instruction.slice(0, 120)),
  ]);
  const parts = [
    table(['unpacked', 'download', 'whose', 'where', 'instruction'], rows),
    filesTable(image.biggest?.files ?? [], options),
    toolsTable(image, options),
  ];
  return folded(
    `Where the bytes are: ${escapeMarkdown(image.id)}`,
    parts.filter((part) => part !== '').join('\n\n'),
  );
}

function filesTable(
  shares: NonNullable<ReportImage['biggest']>['files'],
  options: PlaceOptions,
): string {
  if (shares.length === 0) return '';
  const rows = shares
    .slice(0, ROWS)
    .map((share) => [
      formatBytes(share.bytes),
      code(`/${shortened(share.path)}`),
      whose(share, options),
    ]);
  return table(['bytes', 'biggest files', 'brought by'], rows);
}

function toolsTable(image: ReportImage, options: PlaceOptions): string {
  const tools = image.tools ?? [];
  if (tools.length === 0) return '';
  const rows = tools
    .slice(0, ROWS)
    .map((tool) => [
      formatBytes(tool.bytes),
      tool.name === tool.kind ? tool.kind : `${escapeMarkdown(tool.name)} (${tool.kind})`,
      whose(tool, options),
    ]);
  return table(['bytes', 'tools left inside', 'brought by'], rows);
}

export function renderContext({id, context, build}: ReportImage): string {
  if (context === undefined || context.files === 0) return '';
  const rows = context.biggestFolders
    .slice(0, ROWS)
    .map(({path, bytes}) => [formatBytes(bytes), code(path)]);
  const {folder} = context;
  const rest =
    folder === undefined
      ? ''
      : `No step asks for the rest of the ${formatBytes(folder.bytes)} in ${folder.files} files that are there and not ignored.`;
  const named = context.named.map(
    ({name, path, bytes, files}) =>
      `- the named context ${code(name)} (${code(path)}): ${formatBytes(bytes)} in ${files} files`,
  );
  // BuildKit asks for what the steps copy, and keeps what it was sent before.
  const moved = build?.transferredBytes ?? 0;
  const parts = [
    `BuildKit moved ${formatBytes(moved)} of it for this build.`,
    rest,
    named.join('\n'),
    table(['bytes', 'folder'], rows),
  ];
  return folded(
    `What the context sends: ${escapeMarkdown(id)} (${formatBytes(context.bytes)} in ${context.files} files)`,
    parts.filter((part) => part !== '').join('\n\n'),
  );
}

export function renderWaste(image: ReportImage, options: PlaceOptions): string {
  const all = image.waste ?? [];
  if (all.length === 0) return '';
  const rows = all
    .slice(0, ROWS)
    .map((waste) => [
      formatBytes(waste.bytes),
      waste.kind,
      code(`/${shortened(waste.path)}`),
      whose(waste.made, options),
      whose(waste.killed, options),
    ]);
  return folded(
    `What is wasted: ${escapeMarkdown(image.id)} (${formatBytes(image.wasteBytes ?? 0)})`,
    table(['bytes', 'what', 'where', 'brought by', 'removed or overwritten by'], rows),
  );
}
