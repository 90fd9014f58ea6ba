/** The reports that other jobs have left on this disk. Foreign, until they are parsed. */
import {basename, dirname, relative, resolve} from 'node:path';
import type {Deps} from '../../deps.ts';
import {listFiles} from '../../clients/git.ts';
import {newestAttempts} from '../../domain/report/artifact.ts';
import {isKnown} from '../../domain/known.ts';
import type {Notice} from '../../domain/notice.ts';
import type {JobReport, Unread} from '../../domain/report/join.ts';
import {withoutSuperseded} from '../../domain/report/superseded.ts';
import type {Report} from '../../domain/report/schema.ts';
import {currentJob, strangeness} from '../../domain/report/job.ts';
import {LARGEST_REPORT, parseReport} from '../../domain/report/parse.ts';
import {errorMessage, UserError} from '../../errors.ts';
import {readNamedText} from '../plan/named-files.ts';

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
export async function findReports(
  asked: readonly string[],
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<FoundReports> {
  const places = asked.length === 0 ? USUAL : asked;
  const found = new Set<string>();
  for (const place of places) for (const file of await filesOf(place, deps)) found.add(file);
  const {files, notices} = await untracked([...found].toSorted(), deps);
  refuseCount(files.length, places);
  const {cwd} = deps.workflow;
  const read = await Promise.all(
    files.map(async (file) => ({file, one: await readOne(file, relative(cwd, file), deps)})),
  );
  const unread = read.flatMap(({one}) => ('reason' in one ? [one] : []));
  const whole = read.flatMap(({file, one}) => ('report' in one ? [{file, one}] : []));
  const newest = newestAttempts(whole, ({file}) => basename(dirname(file)));
  const jobs = withoutSuperseded(newest.map(({one}) => one));
  const older = whole.length - jobs.length;
  return {
    jobs,
    unread,
    notices: [...notices, ...(older === 0 ? [] : [notice(olderWords(older))])],
  };
}

function notice(message: string): Notice {
  return {from: 'collect', message};
}

/** What the repository has committed is no part that a job of this run has left. */
async function untracked(
  files: readonly string[],
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<{readonly files: readonly string[]; readonly notices: readonly Notice[]}> {
  const {cwd, invocation} = deps.workflow;
  if (invocation !== 'action')
    return {files, notices: [notice('It was not asked which workflow run the reports are of.')]};
  const tracked = await listFiles(deps, cwd);
  const known = new Set(isKnown(tracked) ? tracked.value.map((path) => resolve(cwd, path)) : []);
  const own = files.filter((file) => !known.has(file));
  const count = files.length - own.length;
  const words = `git tracks ${count} of the reports that were found: they are no parts of this run, and were passed over.`;
  return {files: own, notices: count === 0 ? [] : [notice(words)]};
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
async function filesOf(
  place: string,
  {files, workflow}: Pick<Deps, 'files' | 'workflow'>,
): Promise<readonly string[]> {
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
  {files, workflow}: Pick<Deps, 'files' | 'workflow'>,
): Promise<JobReport | Unread> {
  try {
    if ((await files.stat(path))?.kind !== 'file') return {from, reason: 'it is no plain file.'};
    const naming = {
      bounds: {repository: workflow.cwd, allowed: []},
      by: 'user',
      maxBytes: LARGEST_REPORT,
    } as const;
    const report = parseReport(await readNamedText(path, naming, {files}));
    if (!isKnown(report)) return {from, reason: `this file ${report.unable}`};
    const strange =
      workflow.invocation === 'action' ? strangenessOf(report.value, workflow.env) : undefined;
    return strange === undefined
      ? {from, report: report.value}
      : {from, reason: `it is no part of this workflow run: ${strange}.`};
  } catch (error) {
    return {from, reason: `it cannot be read: ${errorMessage(error)}`};
  }
}

/** Every run of it, where there are several. */
function strangenessOf({runs}: Report, env: Deps['workflow']['env']): string | undefined {
  const {workflow: own} = currentJob(env);
  const all = runs.length === 0 ? [undefined] : runs.map(({workflow}) => workflow);
  return all.map((part) => strangeness(part, own)).find((words) => words !== undefined);
}
