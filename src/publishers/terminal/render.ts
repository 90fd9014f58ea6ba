/** The report as text for a terminal. Pure. */
import {styleText} from 'node:util';
import {defined} from '../../domain/defined.ts';
import type {TableRow} from '../../domain/policy/violation-format.ts';
import {problemsByImage} from '../../domain/report/image-problems.ts';
import type {Report} from '../../domain/report/schema.ts';
import {
  banners,
  excusedLines,
  judgementScopeLines,
  uncomparedLines,
} from '../../domain/report/verdict-notes.ts';
import {originLine} from '../../domain/report/origin.ts';
import {contradictions} from '../../domain/report/runtime-overrides.ts';
import {
  biggestLayers,
  headline,
  buildText,
  IMAGE_COLUMNS,
  imageRow,
  unables,
  waived,
  whoseText,
  type Problem,
} from '../../domain/report/view.ts';
import {placeText} from '../../domain/text/place.ts';
import {plainLine} from '../../domain/text/plain-text.ts';
import {formatBytes} from '../../domain/text/units.ts';
import {changeBlocks} from './changes.ts';
import {grid, list} from './lines.ts';

export interface TerminalOptions {
  readonly colours: boolean;
  /** Where the whole report is; undefined where it is nowhere. */
  readonly folder: string | undefined;
  /** What `--keep` left: one layout per image. */
  readonly kept: readonly {readonly image: string; readonly path: string}[];
}

const ROWS = 10;
const LAYERS = 5;
const COLOURS = {pass: 'green', fail: 'red', unable: 'yellow'} as const;

export function renderTerminal(report: Report, options: TerminalOptions): string {
  const paint = (style: 'bold' | 'dim' | 'green' | 'red' | 'yellow', text: string): string =>
    options.colours ? styleText(style, text, {validateStream: false}) : text;
  const blocks = [
    paint('bold', paint(COLOURS[report.verdict], plainLine(headline(report)))),
    uncomparedLines(report).map(plainLine).join('\n'),
    ...banners(report).map(({title, lines}) => list(title, lines)),
    report.runs.some((run) => run.request['enforce'] === 'false')
      ? 'Rules are reported and not enforced (--enforce=false).'
      : '',
    report.images.length === 0 ? '' : grid([IMAGE_COLUMNS, ...report.images.map(imageRow)]),
    buildText(report),
    ...changeBlocks(report),
    ...problemBlocks(report),
    list('Could not be judged', unables(report)),
    list('Compose overrides', contradictions(report)),
    list('How it was judged', [...judgementScopeLines(report), ...excusedLines(report)]),
    list('Waived', waived(report)),
    list(
      'Last output of the failing step',
      report.runs.flatMap((run) => run.failure?.output ?? []),
    ),
    list('Notices', noticesOf(report)),
    list(
      'What nobody looked at',
      report.images.flatMap(({id, notLookedAt}) => notLookedAt.map((text) => `${id}: ${text}`)),
    ),
    ...insideBlocks(report),
    list(
      'Image layouts, kept until you remove them',
      options.kept.map(({image, path}) => `${image}  ${path}`),
    ),
    paint('dim', plainLine(originLine(report))),
    ...placeLines(options).map((line) => paint('dim', line)),
  ];
  return `\n${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function noticesOf({runs}: Report): readonly string[] {
  return runs.flatMap(({notices}) => notices.map(({from, message}) => `${from}: ${message}`));
}

function placeLines({folder}: TerminalOptions): readonly string[] {
  return folder === undefined ? [] : [`The whole report: ${plainLine(folder)}`];
}

/** Where the bytes are, and which of them nobody sees. */
function insideBlocks({images}: Report): readonly string[] {
  return [
    ...images.map((image) =>
      list(`Biggest layers of ${image.id}`, biggestLayers(image, LAYERS).map(layerLine)),
    ),
    ...images.map((image) =>
      list(
        `Wasted in ${image.id}: ${formatBytes(image.wasteBytes ?? 0)}`,
        (image.waste ?? []).slice(0, LAYERS).map(wasteLine),
      ),
    ),
  ];
}

function problemBlocks(report: Report): readonly string[] {
  return problemsByImage(report).map(({image, problems, tables}) => {
    const groups = [
      problems.map(problemLines),
      ...tables.map(({rule, rows}) => rows.map((row) => rowLines(rule, row))),
    ];
    const more = groups.reduce((sum, {length}) => sum + Math.max(0, length - ROWS), 0);
    return list(image, [
      ...groups.flatMap((group) => group.slice(0, ROWS).flat()),
      ...moreOf(more),
    ]);
  });
}

function moreOf(count: number): readonly string[] {
  return count > 0 ? [`${count} more are in report.json.`] : [];
}

function rowLines(rule: string, {level, line, detail, base, place}: TableRow): readonly string[] {
  return [
    `${level === 'error' ? 'error  ' : 'warning'} ${rule}  ${placeText(place ?? {})}: ${line}${base ? ' (base image)' : ''}`,
    `        ${detail}`,
  ];
}

function problemLines(problem: Problem): readonly string[] {
  const where = placeText(problem);
  return [
    `${problem.level === 'error' ? 'error  ' : 'warning'} ${problem.rule}${problem.isNew ? ' (new)' : ''}${where === '' ? '' : `  ${where}`}: ${problem.message}`,
    `        ${problem.advice}`,
  ];
}

function wasteLine(waste: NonNullable<Report['images'][number]['waste']>[number]): string {
  return `${formatBytes(waste.bytes).padStart(9)}  ${waste.kind}, /${waste.path}: by ${whoseText(waste.made)}, gone by ${whoseText(waste.killed)}`;
}

function layerLine(layer: {
  readonly unpackedBytes: number;
  readonly base?: boolean | undefined;
  readonly instruction?: string | undefined;
  readonly file?: string | undefined;
  readonly startLine?: number | undefined;
}): string {
  const place = placeText({
    ...defined({file: layer.file, startLine: layer.startLine}),
  });
  const whose = layer.base === undefined ? 'place unknown' : layer.base ? `base, ${place}` : place;
  return `${formatBytes(layer.unpackedBytes).padStart(9)}  ${whose}  ${(layer.instruction ?? '').slice(0, 70)}`;
}
