/** The build context as it is on disk: what the ignore file lets through. */
import {basename, dirname, join, relative} from 'node:path';
import type {Deps} from '../../deps.ts';
import {
  contextFacts,
  parseIgnore,
  type ContextFacts,
  type ContextFile,
  type Ignore,
} from '../../domain/context/context.ts';
import {known, unable, type Known} from '../../domain/known.ts';
import type {PlannedImage} from '../../domain/plan.ts';
import {messageOf} from '../../errors.ts';

const LARGEST_IGNORE = 1024 * 1024;
const MOST_FILES = 1_000_000;

export interface ContextAsk {
  readonly image: Pick<PlannedImage, 'contextPath' | 'dockerfilePath'>;
  /** Absolute: what places are relative to. */
  readonly repository: string;
  /** Absolute: where the report goes; absent: to a temporary folder. */
  readonly reportFolder?: string | undefined;
}

/** `unable` for a context that is not on this disk: nothing is said of it. */
export async function readContext(ask: ContextAsk, deps: Deps): Promise<Known<ContextFacts>> {
  const {contextPath, dockerfilePath} = ask.image;
  if (contextPath === undefined) return unable('The build context is not on this disk.');
  try {
    const found = await findIgnore(contextPath, dockerfilePath, deps);
    const files: ContextFile[] = [];
    const ignore = parseIgnore(found.text);
    await walk({root: contextPath, ignore, files}, '', deps);
    const report = relative(contextPath, ask.reportFolder ?? dirname(contextPath));
    const isSent = report !== '' && !report.startsWith('..') && !ignore.ignores(report);
    const inside = (path: string): string => relative(ask.repository, path);
    return known(
      contextFacts(files, {
        ...(found.path === undefined ? {} : {ignoreFile: inside(found.path)}),
        ...(isSent ? {reportFolder: report} : {}),
        unused: found.unused.map(({file, reason}) => ({file: inside(file), reason})),
      }),
    );
  } catch (error) {
    return unable(`The build context could not be looked through: ${messageOf(error)}.`);
  }
}

interface FoundIgnore {
  readonly path?: string;
  readonly text?: string;
  readonly unused: readonly {readonly file: string; readonly reason: string}[];
}

/** `<Dockerfile>.dockerignore` goes before `.dockerignore` of the context (design.md section 6). */
async function findIgnore(
  context: string,
  dockerfile: string | undefined,
  deps: Deps,
): Promise<FoundIgnore> {
  const isThere = async (path: string): Promise<boolean> =>
    (await deps.files.stat(path)) !== undefined;
  const general = join(context, '.dockerignore');
  const special = dockerfile === undefined ? undefined : `${dockerfile}.dockerignore`;
  const isSpecial = special !== undefined && (await isThere(special));
  const path = isSpecial ? special : (await isThere(general)) ? general : undefined;
  const beside = dockerfile === undefined ? undefined : join(dirname(dockerfile), '.dockerignore');
  const others: (readonly [string | undefined, string])[] = [
    [isSpecial ? general : undefined, `${basename(special ?? '')} goes before it`],
    [beside === general ? undefined : beside, 'Docker looks for it at the root of the context'],
    [join(context, 'dockerignore'), 'its name has no dot'],
    [join(context, '.dockerignore.txt'), 'its name ends in .txt'],
  ];
  const unused = await Promise.all(
    others.map(async ([file, reason]) =>
      file !== undefined && (await isThere(file)) ? [{file, reason}] : [],
    ),
  );
  return {
    ...(path === undefined ? {} : {path, text: await deps.files.readText(path, LARGEST_IGNORE)}),
    unused: unused.flat(),
  };
}

interface Walk {
  readonly root: string;
  readonly ignore: Ignore;
  readonly files: ContextFile[];
}

async function walk(at: Walk, folder: string, deps: Deps): Promise<void> {
  const names = await deps.files.list(join(at.root, folder));
  for (const name of names) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const isIgnored = at.ignore.ignores(path);
    if (isIgnored && at.ignore.isFinal) continue;
    const stat = await deps.files.stat(join(at.root, path));
    if (stat?.kind === 'folder') await walk(at, path, deps);
    else if (stat?.kind === 'file' && !isIgnored) at.files.push({path, bytes: stat.bytes});
    if (at.files.length > MOST_FILES) throw new Error(`it has more than ${MOST_FILES} files`);
  }
}
