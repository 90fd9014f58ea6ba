/** Files that lie on the disk with other bytes than in the commit: attributes may say why. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {
  ATTRIBUTES,
  toConversion,
  parseAttributes,
  withLineFeeds,
  type Conversion,
} from '../../domain/git/attributes.ts';
import {isKnown, known, type Known} from '../../domain/known.ts';
import {RefusedFile} from '../../errors.ts';
import {runGit, type Git} from './run-git.ts';
import {hasPointer, isBlob, type WorkFile} from './blob.ts';

export type Suspect = Omit<WorkFile, 'root'>;

export interface Settled {
  readonly changed: readonly string[];
  readonly unknown: readonly {readonly path: string; readonly reason: string}[];
}

interface Of {
  readonly git: Git;
  readonly commit: string;
}

const LARGEST_TEXT = 64 * 1024 * 1024;

export async function settle(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  of: Of,
  suspects: readonly Suspect[],
): Promise<Settled> {
  const {root} = of.git;
  const changed: string[] = [];
  const unknown: {path: string; reason: string}[] = [];
  const rest: Suspect[] = [];
  // A pointer names the contents, whatever attributes say.
  for (const suspect of suspects)
    if (!(await hasPointer(deps, {root, ...suspect}))) rest.push(suspect);
  const found = await conversionsOf(deps, of, rest);
  for (const {path, sha} of rest) {
    const how = isKnown(found)
      ? found.value(path)
      : ({kind: 'unknown', reason: found.unable} as const);
    if (how.kind === 'unknown') unknown.push({path, reason: how.reason});
    else if (how.kind === 'none' || !(await hasLines(deps, {root, path, sha}, how.kind)))
      changed.push(path);
  }
  return {changed, unknown};
}

/** By the attributes of the commit, and not of the disk: an index of ours holds them. */
async function conversionsOf(
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
  {git, commit}: Of,
  suspects: readonly Suspect[],
): Promise<Known<(path: string) => Conversion>> {
  if (suspects.length === 0) return known(() => ({kind: 'none'}));
  const folder = await deps.files.makeTemporary('plimsoll-index', 'run');
  const index = join(folder, 'index');
  const filled = await runGit(deps, git, {args: ['read-tree', commit], index});
  if (!isKnown(filled)) return filled;
  const asked = await runGit(deps, git, {
    args: ['check-attr', '--cached', '-z', '--stdin', ...ATTRIBUTES],
    index,
    stdin: suspects.map(({path}) => `${path}\0`).join(''),
  });
  if (!isKnown(asked)) return asked;
  const attributes = parseAttributes(asked.value);
  const setting = await runGit(deps, git, {args: ['config', '--get', 'core.autocrlf']});
  const autocrlf = isKnown(setting) ? setting.value.trim() : '';
  return known((path) => toConversion(attributes.get(path) ?? new Map(), autocrlf));
}

/** One that is too large, or is read no more, is not known to be as it was. */
async function hasLines(
  {files}: Pick<Deps, 'files'>,
  {root, path, sha}: WorkFile,
  kind: 'lines' | 'text-lines',
): Promise<boolean> {
  const named = {name: path, within: [root], maxBytes: LARGEST_TEXT};
  try {
    const lines = withLineFeeds(await files.readNamed(join(root, path), named), kind);
    return lines !== undefined && isBlob(lines, sha);
  } catch (error) {
    if (error instanceof RefusedFile) return false;
    throw error;
  }
}
