/** The report as text for a terminal. Pure. */
import {styleText} from 'node:util';
import {defined} from '../../domain/defined.ts';
import type {Report} from '../../domain/report/schema.ts';
import {
  excusedLines,
  looseningLines,
  looseningsTitle,
  judgementScopeLines,
  uncomparedLines,
} from '../../domain/report/verdict-notes.ts';
import {originLine} from '../../domain/report/origin.ts';
import {contradictions} from '../../domain/report/contradictions.ts';
import {
  biggestLayers,
  headline,
  buildText,
  IMAGE_COLUMNS,
  imageRow,
  problems,
  unables,
  waived,
  whoseText,
  type Problem,
} from '../../domain/report/view.ts';
import {placeText} from '../../domain/text/place.ts';
import {plainLine} from '../../domain/text/plain-text.ts';
import {
  advisoriesText,
  vulnerablePackages,
  type VulnerablePackage,
} from '../../domain/report/vulnerable.ts';
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
    list(looseningsTitle(report), looseningLines(report)),
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
  const all = problems(report);
  const packages = vulnerablePackages(report);
  return [...new Set(all.map((problem) => problem.image))].map((image) => {
    const own = all.filter(
      (problem) => problem.image === image && problem.rule !== 'vulnerabilities',
    );
    const vulnerable = packages.filter((one) => one.image === image);
    return list(image, [
      ...own.slice(0, ROWS).flatMap(problemLines),
      ...vulnerable.slice(0, ROWS).flatMap(packageLines),
      ...moreOf(
        own.length +
          vulnerable.length -
          Math.min(own.length, ROWS) -
          Math.min(vulnerable.length, ROWS),
      ),
    ]);
  });
}

function moreOf(count: number): readonly string[] {
  return count > 0 ? [`${count} more are in report.json.`] : [];
}

function packageLines(one: VulnerablePackage): readonly string[] {
  const where = placeText(one.place ?? {});
  const advice = one.fixed === undefined ? 'no fix yet' : `upgrade to ${one.fixed}`;
  return [
    `${one.level === 'error' ? 'error  ' : 'warning'} vulnerabilities  ${where}: ${one.package} ${one.installed}, ${advice}${one.base ? ' (base image)' : ''}`,
    `        ${advisoriesText(one)}`,
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
