/** The reports that other jobs have left on this disk. Foreign, until they are parsed. */
import {basename, dirname, relative, resolve} from 'node:path';
import type {Deps} from '../deps.ts';
import {newestAttempts} from '../domain/artifact.ts';
import {isKnown} from '../domain/known.ts';
import type {Notice} from '../domain/plan.ts';
import type {JobReport, Unread} from '../domain/report/join.ts';
import {LARGEST_REPORT, parseReport} from '../domain/report/parse.ts';
import {messageOf, UserError} from '../errors.ts';
import {readNamedText} from './named.ts';

/** What download-artifact leaves in the workspace: a folder for each artifact, or what is in a single one. */
const USUAL = ['plimsoll-*', 'report.json'];
const NAME = 'report.json';
const MOST = 200;

export interface FoundReports {
  readonly jobs: readonly JobReport[];
  readonly unread: readonly Unread[];
  readonly notices: readonly Notice[];
}

/**
 * @param asked folders, files or patterns, relative to where the run was started; none: the usual ones
 * @throws {UserError} when there is none, or there are too many
 */
export async function findReports(asked: readonly string[], deps: Deps): Promise<FoundReports> {
  const places = asked.length === 0 ? USUAL : asked;
  const found = new Set<string>();
  for (const place of places) for (const file of await filesOf(place, deps)) found.add(file);
  const files = [...found].toSorted();
  refuseCount(files.length, places);
  const newest = newestAttempts(files, (file) => basename(dirname(file)));
  const {cwd} = deps.workflow;
  const read = await Promise.all(newest.map((file) => readOne(file, relative(cwd, file), deps)));
  const older = files.length - newest.length;
  return {
    jobs: read.flatMap((one) => ('report' in one ? [one] : [])),
    unread: read.flatMap((one) => ('reason' in one ? [one] : [])),
    notices: older === 0 ? [] : [{from: 'collect', message: olderWords(older)}],
  };
}

function olderWords(count: number): string {
  return `${count} ${count === 1 ? 'report is' : 'reports are'} of an earlier attempt of the same job; the last one counts.`;
}

function refuseCount(count: number, places: readonly string[]): void {
  const where = `(input reports: ${places.join(', ')})`;
  if (count === 0)
    throw new UserError(
      `There is no report to collect ${where}. Download them before, by actions/download-artifact with the pattern plimsoll-*, and let each job leave one: a key of its own, or artifact: always.`,
    );
  if (count > MOST)
    throw new UserError(
      `There are ${count} reports to collect ${where}; at most ${MOST} are taken.`,
    );
}

/** A file, every report in a folder, or what a pattern finds of both. */
async function filesOf(place: string, {files, workflow}: Deps): Promise<readonly string[]> {
  const path = resolve(workflow.cwd, place);
  const isThere = (await files.stat(path)) !== undefined;
  const matches = isThere ? [path] : await files.glob(place, workflow.cwd);
  const all = matches.map(async (match) => {
    const {kind} = (await files.stat(match)) ?? {};
    if (kind === 'file') return [match];
    return kind === 'folder' ? files.glob(`**/${NAME}`, match) : [];
  });
  return (await Promise.all(all)).flat();
}

async function readOne(
  path: string,
  from: string,
  {files, workflow}: Deps,
): Promise<JobReport | Unread> {
  try {
    if ((await files.stat(path))?.kind !== 'file') return {from, reason: 'it is no plain file.'};
    const naming = {
      bounds: {repository: workflow.cwd, allowed: []},
      by: 'user',
      maxBytes: LARGEST_REPORT,
    } as const;
    const report = parseReport(await readNamedText(path, naming, {files}));
    return isKnown(report)
      ? {from, report: report.value}
      : {from, reason: `this file ${report.unable}`};
  } catch (error) {
    return {from, reason: `it cannot be read: ${messageOf(error)}`};
  }
}
