/** Where the report goes, and that it goes nowhere else: a repository may hold links of any name. */
import {basename, dirname, join} from 'node:path';
import {findRoot} from '../clients/git.ts';
import type {Deps} from '../deps.ts';
import {isInside, nameIn} from '../domain/inside.ts';
import type {Inputs} from '../inputs.ts';

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

/** What the repository made of the asked folder is not written through: a temporary one takes its place. */
export async function openReportFolder(
  inputs: Inputs | undefined,
  deps: Deps,
): Promise<ReportFolder> {
  const asked = askedReportFolder(inputs, deps);
  const link = asked === undefined ? undefined : await findLink(asked, inputs, deps);
  if (asked !== undefined && link === undefined) return {folder: asked};
  const folder = await deps.files.makeTemporary('plimsoll-report', 'job');
  if (asked === undefined || link === undefined) return {folder};
  const refused = `The report is not written to ${asked}: ${link} is a link that the repository may have made; remove it, or name another folder with the input report-dir.`;
  return {folder, refused};
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
