/** Which file it is that BuildKit's client could not send: it says neither which nor of which target. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {mayBeUnsent, type Unsent} from '../../domain/build/unsent.ts';
import {parseIgnore, refusedLine, type Ignore} from '../../domain/context/ignore.ts';
import {nameIn} from '../../domain/inside.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import {hasCode} from '../../errors.ts';
import {findIgnore} from '../plan/contexts.ts';

type Images = Pick<Plan, 'images' | 'repository'>;

/** @param stderr of buildx */
export async function findUnsent(
  stderr: string,
  {images, repository}: Images,
  deps: Pick<Deps, 'files'>,
): Promise<Unsent | undefined> {
  for (const image of images) {
    const found =
      unreadable(image, stderr) ??
      (await inContext(image, {stderr, repository}, deps).catch(() => undefined));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What decodes to this is no UTF-8; a Dockerfile of UTF-16 is full of NULs. */
const NO_TEXT = /[\0\uFFFD]/;

function unreadable(
  {target, dockerfile: file, dockerfileText = ''}: PlannedImage,
  stderr: string,
): Unsent | undefined {
  if (!mayBeUnsent(stderr, 'dockerfile') || !NO_TEXT.test(dockerfileText)) return undefined;
  return {what: 'dockerfile', target, file: file ?? 'its Dockerfile'};
}

async function inContext(
  {target, contextPath: root, dockerfilePath: dockerfile}: PlannedImage,
  {stderr, repository}: {readonly stderr: string; readonly repository: string},
  deps: Pick<Deps, 'files'>,
): Promise<Unsent | undefined> {
  const what = (['ignore', 'name', 'path'] as const).find((one) => mayBeUnsent(stderr, one));
  if (root === undefined || what === undefined) return undefined;
  const found = await findIgnore({root, dockerfile}, deps);
  if (what === 'ignore') {
    const line = refusedLine(found.text ?? '');
    if (found.path === undefined || line === undefined) return undefined;
    return {what, target, file: nameIn(repository, found.path), line};
  }
  const path = await firstOdd({root, ignore: parseIgnore(found.text), what, files: deps.files}, '');
  return path === undefined ? undefined : {what, target, path};
}

interface Walk {
  readonly root: string;
  readonly ignore: Ignore;
  readonly what: 'name' | 'path';
  readonly files: Deps['files'];
}

async function firstOdd(walk: Walk, folder: string): Promise<string | undefined> {
  const {root, ignore, what, files} = walk;
  try {
    for (const name of await files.list(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (ignore.ignores(path)) continue;
      if (what === 'name' && name.includes('\uFFFD')) return path;
      const isFolder = (await files.stat(join(root, path)))?.kind === 'folder';
      const found = isFolder ? await firstOdd(walk, path) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  } catch (error) {
    if (what === 'path' && hasCode(error, 'ENAMETOOLONG')) return folder;
    throw error;
  }
}
