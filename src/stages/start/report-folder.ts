/** Where the report goes, and that it goes nowhere else: a repository may hold links of any name. */
import {basename, dirname, join} from 'node:path';
import {findRoot} from '../../clients/git.ts';
import {z} from 'zod';
import type {Deps} from '../../deps.ts';
import {isInside, nameIn} from '../../domain/inside.ts';
import {LARGEST_REPORT} from '../../domain/report/parse.ts';
import {RECORD_NAME} from '../../domain/record/schema.ts';
import {errorMessage, ToolError} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';

const REPORT_NAME = 'report.json';

/** Absolute; undefined under Actions without `report-dir`: a temporary folder. */
export function askedReportFolder(
  inputs: Inputs | undefined,
  deps: Pick<Deps, 'workflow'>,
): string | undefined {
  if (inputs?.reportDir !== undefined) return inputs.reportDir;
  if (deps.workflow.invocation === 'action') return undefined;
  return usualFolder(inputs, deps);
}

function usualFolder(inputs: Inputs | undefined, deps: Pick<Deps, 'workflow'>): string {
  return join(inputs?.workdir ?? deps.workflow.cwd, '.plimsoll');
}

/** What an earlier run has left there; anything else of that name is somebody's own. */
const earlierSchema = z.looseObject({tool: z.looseObject({name: z.literal('plimsoll')})});

/**
 * At the start: a run that is killed leaves no report, and so none of an earlier run may stand for it. Its
 * record stays, for this run may be compared with it. Why one cannot be removed is said where this one's is
 * written.
 */
export async function removeEarlierReport(
  inputs: Inputs,
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<void> {
  const {files} = deps;
  const asked = askedReportFolder(inputs, deps);
  if (asked === undefined) return;
  const path = join(asked, REPORT_NAME);
  try {
    if ((await files.stat(path))?.kind !== 'file') return;
    if ((await findLink(asked, inputs, deps)) !== undefined) return;
    const named = {name: REPORT_NAME, within: [asked], maxBytes: LARGEST_REPORT};
    const document: unknown = JSON.parse(
      new TextDecoder().decode(await files.readNamed(path, named)),
    );
    if (earlierSchema.safeParse(document).success) await files.remove(path);
  } catch {
    // Not to be read, no JSON, or not to be removed.
  }
}

export interface ReportFolder {
  readonly folder: string;
  /** Why it is not the one that was asked for. */
  readonly refused?: string;
}

/**
 * What the repository made of the asked folder is not written through, and one without room holds no whole
 * report: a temporary one takes its place.
 */
export async function openReportFolder(
  inputs: Inputs | undefined,
  {bytes, deps}: {readonly bytes: number; readonly deps: Deps},
): Promise<ReportFolder> {
  const asked = askedReportFolder(inputs, deps);
  if (asked === undefined) return spareFolder(inputs, deps);
  const link = await findLink(asked, inputs, deps);
  if (link === undefined && inputs?.reportDir === undefined)
    await deps.files.makeOwnFolder(asked).catch(() => undefined);
  const why =
    link === undefined
      ? await unwritable(asked, bytes, deps)
      : `${link} is a link that the repository may have made; remove it`;
  if (why === undefined) return {folder: asked};
  const {folder, refused: alsoRefused} = await spareFolder(inputs, deps);
  const also = alsoRefused === undefined ? '' : ` ${alsoRefused}`;
  const refused = `The report is not written to ${asked}: ${why}, or name another folder with the input report-dir.${also}`;
  return {folder, refused};
}

/** A temporary one, which a job takes with it; where there is no room for such, the usual one of a laptop. @throws for a link there */
async function spareFolder(
  inputs: Inputs | undefined,
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<ReportFolder> {
  try {
    const isAction = deps.workflow.invocation === 'action';
    return {
      folder: isAction
        ? await deps.files.makeTemporary('plimsoll-report', 'job')
        : await deps.files.makeLasting('plimsoll-report'),
    };
  } catch (error) {
    const folder = usualFolder(inputs, deps);
    if ((await findLink(folder, inputs, deps)) !== undefined) throw error;
    return {folder, refused: errorMessage(error)};
  }
}

/** An earlier run's verdict does not stay where this one's belongs. Undefined: there is room for it. */
async function unwritable(
  folder: string,
  bytes: number,
  {files, runId}: Pick<Deps, 'files' | 'runId'>,
): Promise<string | undefined> {
  const probe = join(folder, `.probe-${runId}`);
  try {
    for (const name of [REPORT_NAME, RECORD_NAME]) await files.remove(join(folder, name));
    await files.write(probe, new Uint8Array(bytes));
    await files.remove(probe);
    return undefined;
  } catch (error) {
    const left = await files.stat(join(folder, REPORT_NAME)).catch(() => undefined);
    const stale = left === undefined ? '' : ` (the ${REPORT_NAME} in it is an earlier run’s)`;
    const cause = error instanceof ToolError ? (error.cause ?? error) : error;
    return `it cannot be written there (${errorMessage(cause)})${stale}; make room or give the right to write`;
  }
}

/** A link below the work tree: on the way to the folder, or where something is written in it. */
async function findLink(
  asked: string,
  inputs: Inputs | undefined,
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<string | undefined> {
  const {cwd} = deps.workflow;
  const workdir = inputs?.workdir ?? cwd;
  const roots = [(await findRoot(deps, workdir)).root, workdir, cwd];
  const [root] = roots
    .filter((path) => path !== '/' && isInside(asked, path))
    .toSorted((a, b) => a.length - b.length);
  if (root === undefined) return undefined;
  const isLink = async (path: string): Promise<boolean> =>
    (await deps.files.stat(path))?.kind === 'link';
  for (let path = asked; path !== root; path = dirname(path))
    if (await isLink(path)) return nameIn(root, path);
  // Files are replaced by name, and a link among them with them; a folder would be gone through.
  for (const name of await deps.files.list(asked)) {
    const path = join(asked, basename(name));
    if (await isLink(path)) return nameIn(root, path);
  }
  return undefined;
}
