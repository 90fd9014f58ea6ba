/** What changed against the baseline, for a terminal. Pure. */
import {baselineText} from '../../domain/report/origin.ts';
import {
  causesText,
  changedLayers,
  toComparedImage,
  findingsText,
  missesText,
  othersText,
  packagesText,
  pathText,
  SIZE_COLUMNS,
  sizeRows,
} from '../../domain/report/changes.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import {placeText} from '../../domain/text/place.ts';
import {plainLine} from '../../domain/text/plain-text.ts';
import {formatDifference} from '../../domain/text/units.ts';
import {grid, list} from './lines.ts';

const ROWS = 5;

/** Blocks of lines; none without a baseline. */
export function changeBlocks(report: Report): readonly string[] {
  const rows = sizeRows(report);
  if (rows.length === 0) return [];
  const title = `Against the baseline of ${baselineText(report.runs[0]?.baseline)}`;
  return [
    [plainLine(title), grid([SIZE_COLUMNS, ...rows])].join('\n'),
    ...report.images.map((image) => list(`What changed in ${image.id}`, linesOf(image))),
  ];
}

function linesOf(image: ReportImage): readonly string[] {
  const compared = toComparedImage(image);
  if (compared === undefined) return [];
  const packages = packagesText(compared.packages ?? []);
  return [
    causesText(compared),
    ...changedLayers(compared, ROWS).map(({unpacked, base, place, instruction}) =>
      [
        formatDifference(unpacked.after - unpacked.before).padStart(10),
        placeText(place ?? {}),
        base ? 'base image' : (instruction ?? '').slice(0, 70),
      ].join('  '),
    ),
    ...(compared.paths ?? [])
      .slice(0, ROWS)
      .map(
        ({name, kind, before, after, change}) =>
          `${formatDifference(after - before).padStart(10)}  ${change}  ${pathText({name, kind})}`,
      ),
    ...othersText(compared),
    ...(packages === undefined ? [] : [`packages: ${packages}`]),
    findingsText(compared),
    ...missesText(image)
      .slice(0, ROWS)
      .map((text) => `not from the cache: ${text}`),
  ];
}
