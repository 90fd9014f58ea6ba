/** The last line: what the figures are held against, how old the database is, and where there is more. Pure. */
import {ageInDays, ageText} from '../../domain/findings/database-age.ts';
import type {Links} from '../../domain/github/links.ts';
import type {Report, ReportRun} from '../../domain/report/schema.ts';
import {escapeMarkdown} from '../../domain/text/markdown.ts';
import {formatMoment} from '../../domain/text/units.ts';

const SHORT_COMMIT = 12;
/** A matrix of jobs mostly has one baseline and one database. */
const NAMED = 3;

/** In small letters. A run that only joins others' reports has neither baseline nor database. */
export function renderOrigin({runs, images}: Report, links: Links): string {
  const builders = runs.filter(({id}) =>
    images.some(({run, state}) => run === id && state === 'built'),
  );
  const parts = [
    ...distinct(builders.map((run) => baselineText(run, links))),
    ...distinct(builders.flatMap(databaseText)),
    links.run === undefined ? undefined : `[this run](${links.run})`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, NAMED);
}

function baselineText({baseline}: ReportRun, {repository}: Links): string {
  if (baseline === undefined) return 'no baseline yet: nothing is compared';
  const {commit, madeAt} = baseline;
  const moment = escapeMarkdown(formatMoment(madeAt));
  if (commit === undefined) return `baseline of ${moment}`;
  const short = escapeMarkdown(commit.slice(0, SHORT_COMMIT));
  const isCommit = /^[0-9a-f]{40,64}$/.test(commit);
  const link =
    repository === undefined || !isCommit ? short : `[${short}](${repository}/commit/${commit})`;
  return `baseline: commit ${link} of ${moment}`;
}

function databaseText({database, startedAt}: ReportRun): readonly string[] {
  const days = ageInDays({updatedAt: database?.updatedAt}, new Date(startedAt));
  return days === undefined || Number.isNaN(days)
    ? []
    : [`vulnerability database ${ageText(days)} old`];
}
