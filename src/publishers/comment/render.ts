/** The report as the one comment on a pull request, read in a minute. Pure. */
import {commentMarker} from '../../domain/comment/marker.ts';
import {madeByLine, type MadeBy} from '../../domain/comment/made-by.ts';
import type {Links} from '../../domain/github/links.ts';
import {isOfBanner} from '../../domain/report/verdict-notes.ts';
import type {Report, Violation} from '../../domain/report/schema.ts';
import {enforceText, headline, unables} from '../../domain/report/view.ts';
import {fit, part} from '../../domain/text/fit-parts.ts';
import {bullets, escapeMarkdown, folding} from '../../domain/text/markdown.ts';
import {renderBanners, renderUncompared} from '../../domain/markdown/banners.ts';
import type {PlaceOptions} from '../../domain/markdown/place.ts';
import {renderViolations} from '../../domain/markdown/violations.ts';
import {renderFixed, renderIntroduced} from './findings.ts';
import {renderGrowth, renderLayers, renderOthers, renderPackages} from './growth.ts';
import {renderOrigin} from './origin.ts';
import {renderImages} from './table.ts';

/** GitHub takes so many characters, and may count bytes: these are bytes. */
export const COMMENT_LIMIT = 65_536;

export interface CommentOptions {
  /** The input `key`: there is one comment for each. */
  readonly key?: string | undefined;
  readonly links: Links;
  /** One sentence under the verdict: whose word the report is, where it is not this run's. */
  readonly note?: string;
  /** The run that judged; absent: a comment that says of none. */
  readonly madeBy?: MadeBy | undefined;
  readonly limit?: number;
}

/** All that a reviewer has to know, the most important first, with the hidden marker as its last line. */
export function renderComment(report: Report, options: CommentOptions): string {
  const {links, note = ''} = options;
  const places = links.blob === undefined ? {} : {linkBase: links.blob};
  const parts = [
    part('verdict', headlineOf(report, options), Number.POSITIVE_INFINITY),
    part('note', escapeMarkdown(note), Number.POSITIVE_INFINITY),
    part('what was not compared', renderUncompared(report), 99),
    part('images', renderImages(report), 100),
    part('notice of enforce', enforceText(report), 95),
    part('loosenings', renderBanners(report), 98),
    part('what could not be judged', renderUnables(report), 85),
    part('violations', renderOpen(report, places), 80),
    part('what grew', renderGrowth(report, places), 75),
    part('vulnerabilities introduced', renderIntroduced(report), 78),
    part('vulnerabilities fixed', renderFixed(report), 35),
    part('base image and drift', renderOthers(report), 50),
    part('warnings', renderWarnings(report, places), 45),
    part('packages', renderPackages(report), 30),
    part('layers', renderLayers(report, places), 40),
    part('origin', renderOrigin(report, links), 90),
  ].filter((one) => one !== undefined);
  return marked(options, (limit) =>
    fit(
      parts,
      limit,
      (names) => `Left out here, and to be found in the step summary: ${names.join(', ')}.`,
    ),
  );
}

/** One line that stays the same while nothing changes. */
export function renderQuietComment(report: Report, options: CommentOptions): string {
  const {key, note = ''} = options;
  const nothing = note === '' ? ' Nothing that a reviewer has to know changed.' : '';
  const parts = [
    part('verdict', escapeMarkdown(`${headline(report, key)}${nothing}`), 1),
    part('note', escapeMarkdown(note), 1),
  ].filter((one) => one !== undefined);
  return marked(options, (limit) => fit(parts, limit, () => ''));
}

function marked(
  {key, madeBy, limit = COMMENT_LIMIT}: CommentOptions,
  render: (limit: number) => string,
): string {
  const line = madeBy === undefined ? '' : `${madeByLine(madeBy)}\n`;
  const end = `\n\n${line}${commentMarker(key)}`;
  return `${render(limit - end.length)}${end}`;
}

/** An error's own words can be long. */
function headlineOf(report: Report, {key}: CommentOptions): string {
  return `## ${escapeMarkdown(headline(report, key).slice(0, 1000))}`;
}

/** Of what decides; what a warning lacks is in the step summary. */
function renderUnables(report: Report): string {
  const outcomes = report.outcomes.filter(({level}) => level === 'error');
  const lines = bullets(unables({...report, outcomes}));
  return lines === '' ? '' : `**What could not be judged**\n\n${lines}`;
}

/** Errors; warnings where there is nothing worse. */
function renderOpen(report: Report, places: PlaceOptions): string {
  const hasErrors = of(report, 'error').violations.length > 0;
  return renderViolations(of(report, hasErrors ? 'error' : 'warning'), places);
}

function renderWarnings(report: Report, places: PlaceOptions): string {
  const warnings = of(report, 'warning');
  if (of(report, 'error').violations.length === 0) return '';
  return folding(`Warnings: ${warnings.violations.length}`, renderViolations(warnings, places));
}

function of(report: Report, wanted: Violation['level']): Report {
  const violations = report.violations.filter(
    (one) => !isOfBanner(one) && one.level === wanted && one.waived === undefined,
  );
  return {...report, violations};
}
