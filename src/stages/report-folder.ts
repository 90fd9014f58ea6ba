/** Where the report goes, and that it goes nowhere else: a repository may hold links of any name. */
import {basename, dirname, join} from 'node:path';
import {findRoot} from '../clients/git.ts';
import type {Deps} from '../deps.ts';
import {isInside, nameIn} from '../domain/inside.ts';
import {RECORD_NAME} from '../domain/record/schema.ts';
import {messageOf} from '../errors.ts';
import type {Inputs} from '../inputs.ts';

const REPORT_NAME = 'report.json';

/** Absolute; undefined under Actions without `report-dir`: a temporary folder. */
export function askedReportFolder(inputs: Inputs | undefined, deps: Deps): string | undefined {
  if (inputs?.reportDir !== undefined) return inputs.reportDir;
  if (deps.workflow.door === 'action') return undefined;
  return join(inputs?.workdir ?? deps.workflow.cwd, '.plimsoll');
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
  if (asked === undefined)
    return {folder: await deps.files.makeTemporary('plimsoll-report', 'job')};
  const link = await findLink(asked, inputs, deps);
  if (link === undefined && inputs?.reportDir === undefined)
    await deps.files.makeOwnFolder(asked).catch(() => undefined);
  const why =
    link === undefined
      ? await unwritable(asked, bytes, deps)
      : `${link} is a link that the repository may have made; remove it`;
  if (why === undefined) return {folder: asked};
  const folder = await deps.files.makeTemporary('plimsoll-report', 'job');
  const refused = `The report is not written to ${asked}: ${why}, or name another folder with the input report-dir.`;
  return {folder, refused};
}

/** An earlier run's verdict does not stay where this one's belongs. Undefined: there is room for it. */
async function unwritable(
  folder: string,
  bytes: number,
  {files, runId}: Deps,
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
    return `it cannot be written there, ${messageOf(error)}${stale}; make room or give the right to write`;
  }
}

/** A link below the work tree: on the way to the folder, or where something is written in it. */
async function findLink(
  asked: string,
  inputs: Inputs | undefined,
  deps: Deps,
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
