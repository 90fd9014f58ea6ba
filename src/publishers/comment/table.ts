/** One row an image: narrow, so that a phone shows it whole. Pure. */
import {toComparedImage, differenceText, type ComparedImage} from '../../domain/report/changes.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import type {Verdict} from '../../domain/policy/verdict.ts';
import {imageCells} from '../../domain/report/view.ts';
import {breakable, escapeMarkdown, table} from '../../domain/text/markdown.ts';
import {shortened} from '../../domain/text/plain-text.ts';
import {introducedIn} from './findings.ts';

/** What needs a look first. */
const ORDER: readonly Verdict[] = ['fail', 'unable', 'pass'];
const ROWS = 50;

const HEAD = ['image', 'size', 'fixable', 'user, health, build'] as const;

/** Those that fail first; empty without images. */
export function renderImages({images}: Report): string {
  if (images.length === 0) return '';
  const sorted = ORDER.flatMap((verdict) => images.filter((image) => image.verdict === verdict));
  const rows = sorted
    .slice(0, ROWS)
    .map((image) => [nameCell(image), sizeCell(image), fixableCell(image), startCell(image)]);
  const more = images.length - rows.length;
  return `${table(HEAD, rows)}${more === 0 ? '' : `\n\n${more} more images are in the step summary.`}`;
}

function lines(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('<br>');
}

/** A number and its unit stay together. */
function small(text: string): string {
  return `<sub>${text.replaceAll(/(?<=\d) (?=[kMGT]?B\b|%|s\b)/g, '&nbsp;')}</sub>`;
}

/** `web`, `linux/amd64`, `fail`; a `key` is part of the name. */
function nameCell({id, platform, verdict}: ReportImage): string {
  const end = `/${platform}`;
  const name = id.endsWith(end) ? id.slice(0, -end.length) : id;
  return lines([
    `**${breakable(shortened(name))}**`,
    small(shortened(platform).split('/').map(breakable).join('/<wbr>')),
    verdict === 'pass' ? verdict : `**${verdict}**`,
  ]);
}

function sizeCell(image: ReportImage): string {
  const {unpacked, download} = imageCells(image);
  const compared = toComparedImage(image);
  return lines([
    `**${unpacked}**`,
    compared === undefined ? newText(image) : differenceCell(compared.unpacked),
    small(`download ${download}`),
    compared === undefined ? undefined : differenceCell(compared.download),
  ]);
}

function differenceCell(difference: ComparedImage['unpacked']): string {
  return small(escapeMarkdown(differenceText(difference)));
}

function newText({comparison}: ReportImage): string | undefined {
  return comparison?.state === 'new' ? 'new image' : undefined;
}

function fixableCell(image: ReportImage): string {
  return lines([imageCells(image).fixable, changedFindings(image)]);
}

/** `3 introduced (1 waived), 0 fixed`. */
function changedFindings(image: ReportImage): string | undefined {
  const compared = toComparedImage(image);
  if (compared === undefined) return undefined;
  if (compared.findings === undefined) return small('not compared');
  const introduced = introducedIn(image);
  const excused = Map.groupBy(
    introduced.flatMap((one) => one.excused ?? []),
    (words) => words,
  );
  const unfixed = introduced.filter(({fixed}) => fixed === undefined).length;
  const words = [
    ...(unfixed === 0 ? [] : [`${unfixed} without a fix`]),
    ...[...excused].map(([how, all]) => `${all.length} ${how}`),
  ].join(', ');
  return small(
    `${introduced.length} introduced${words === '' ? '' : ` (${words})`}, ${compared.findings.fixed.length} fixed`,
  );
}

function startCell(image: ReportImage): string {
  const {user, health, build} = imageCells(image);
  return lines([
    breakable(shortened(user)),
    small(`health: ${escapeMarkdown(health)}`),
    small(`build: ${build}`),
  ]);
}
