/** What a run was made with, in one line. Pure. */
import {formatBytes, formatMoment, formatSeconds} from '../text/units.ts';
import type {Report} from './schema.ts';

/** Tools, builder and the database's age, in one line. */
export function originLine(report: Report): string {
  const [run] = report.runs;
  if (run === undefined) return '';
  const {builder, buildCache, database} = run;
  const tools = Object.entries(run.tools).map(([name, version]) =>
    name === 'trivy' ? `trivy ${version}${scannerWords(run)}` : `${name} ${version}`,
  );
  return [
    ...tools,
    ...(builder === undefined
      ? []
      : [
          `builder ${builder.name} (${builder.driver}${builder.buildkit === undefined ? '' : `, BuildKit ${builder.buildkit}`})`,
        ]),
    ...(buildCache === undefined ? [] : [cacheWords(buildCache)]),
    ...(database?.updatedAt === undefined
      ? []
      : [`vulnerability database of ${formatMoment(database.updatedAt)}`]),
  ].join(', ');
}

/** `2026-11-24 22:39 UTC, commit 1a2b…, 3 commits before the base`. */
export function baselineText(baseline: Report['runs'][number]['baseline']): string {
  if (baseline === undefined) return '';
  const {madeAt, commit, commitsBack: back = 0} = baseline;
  return [
    formatMoment(madeAt),
    ...(commit === undefined ? [] : [`commit ${commit}`]),
    ...(back === 0 ? [] : [`${back} ${back === 1 ? 'commit' : 'commits'} before the base`]),
  ].join(', ');
}

/** ` (verified, confined with at most 2 GB of memory)`. */
function scannerWords({scanner}: Report['runs'][number]): string {
  if (scanner === undefined) return '';
  const {verified, confined, memoryBytes} = scanner;
  const memory =
    memoryBytes === undefined ? '' : ` with at most ${formatBytes(memoryBytes)} of memory`;
  return ` (${verified ? 'verified' : 'not verified'}, ${confined ? `confined${memory}` : 'not confined'})`;
}

/** `build cache gha (taken in 0.2 s, left in 3.1 s)`. */
function cacheWords({
  kind,
  importSeconds,
  exportSeconds,
}: NonNullable<Report['runs'][number]['buildCache']>): string {
  const left = exportSeconds === undefined ? '' : `, left in ${formatSeconds(exportSeconds)}`;
  return `build cache ${kind} (taken in ${formatSeconds(importSeconds)}${left})`;
}
