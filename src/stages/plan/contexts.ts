/** Build contexts as they are on disk: what the ignore file lets through, each looked at once. */
import {basename, dirname, join} from 'node:path';
import {defined} from '../../domain/defined.ts';
import type {Deps} from '../../deps.ts';
import type {ContextFile} from '../../domain/context/context-facts.ts';
import {parseIgnore, type Ignore} from '../../domain/context/ignore.ts';
import type {ContextUse} from '../../domain/provenance/steps.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {memoize} from '../../domain/memoize.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import {ownProperty} from '../../domain/own-property.ts';
import {errorMessage, RefusedFile} from '../../errors.ts';

const LARGEST_IGNORE = 1024 * 1024;
const MOST_FILES = 1_000_000;

export interface FoundIgnore {
  readonly path?: string;
  readonly text?: string;
  readonly unused: readonly {readonly file: string; readonly reason: string}[];
}

export interface Listing {
  /** Absolute. */
  readonly root: string;
  readonly found: FoundIgnore;
  readonly ignore: Ignore;
  readonly files: readonly ContextFile[];
  /** Relative to the context. */
  readonly links: readonly string[];
}

export interface ContextPlace {
  /** Absolute. */
  readonly root: string;
  /** Absolute; a file beside it may be its ignore file. Absent for a named context. */
  readonly dockerfile?: string | undefined;
}

/** Lists a context; the second question for the same one waits for the first's answer. */
export type Contexts = (place: ContextPlace) => Promise<Known<Listing>>;

export function listContexts(deps: Pick<Deps, 'files'>): Contexts {
  return memoize(
    (place) => list(place, deps),
    ({root, dockerfile}) => JSON.stringify([root, dockerfile]),
  );
}

/** Of what a step takes from; undefined where it is not on this disk, or cannot be looked through. */
export async function findListing(
  {contextPath, dockerfilePath, namedContexts}: PlannedImage,
  context: ContextUse['context'],
  contexts: Contexts,
): Promise<Listing | undefined> {
  const isMain = context === 'context';
  const root = isMain ? contextPath : ownProperty(namedContexts, context);
  if (root === undefined) return undefined;
  const listing = await contexts({root, ...(isMain && {dockerfile: dockerfilePath})});
  return isKnown(listing) ? listing.value : undefined;
}

async function list(place: ContextPlace, deps: Pick<Deps, 'files'>): Promise<Known<Listing>> {
  try {
    const found = await findIgnore(place, deps);
    const at = {root: place.root, ignore: parseIgnore(found.text), files: [], links: []};
    await walk(at, '', deps);
    return known({...at, found});
  } catch (error) {
    return unable(`The build context could not be looked through: ${errorMessage(error)}.`);
  }
}

/** `<Dockerfile>.dockerignore` goes before `.dockerignore` of the context (architecture.md section 6). */
export async function findIgnore(
  {root, dockerfile}: ContextPlace,
  deps: Pick<Deps, 'files'>,
): Promise<FoundIgnore> {
  const isThere = async (path: string): Promise<boolean> =>
    (await deps.files.stat(path)) !== undefined;
  const general = join(root, '.dockerignore');
  const special = dockerfile === undefined ? undefined : `${dockerfile}.dockerignore`;
  const isSpecial = special !== undefined && (await isThere(special));
  const path = isSpecial ? special : (await isThere(general)) ? general : undefined;
  const text = path === undefined ? undefined : await readIgnore(path, root, deps);
  const beside = dockerfile === undefined ? undefined : join(dirname(dockerfile), '.dockerignore');
  const others: (readonly [string | undefined, string])[] = [
    [isSpecial ? general : undefined, `${basename(special ?? '')} goes before it`],
    [beside === general ? undefined : beside, 'Docker looks for it at the root of the context'],
    [join(root, 'dockerignore'), 'its name has no dot'],
    [join(root, '.dockerignore.txt'), 'its name ends in .txt'],
  ];
  const unused = await Promise.all(
    others.map(async ([file, reason]) =>
      file !== undefined && (await isThere(file)) ? [{file, reason}] : [],
    ),
  );
  return {
    ...(path === undefined || text === undefined ? {} : {path, text}),
    unused: [
      ...(path !== undefined && text === undefined ? [{file: path, reason: LEADS_OUT}] : []),
      ...unused.flat(),
    ],
  };
}

const LEADS_OUT = 'it is a link that leads out of its folder, and BuildKit does not follow it';

/** Undefined for a link that BuildKit does not follow. @throws {RefusedFile} for what is no file of text */
export async function readIgnore(
  path: string,
  root: string,
  {files}: Pick<Deps, 'files'>,
): Promise<string | undefined> {
  const named = {
    name: basename(path),
    maxBytes: LARGEST_IGNORE,
    within: [basename(path) === '.dockerignore' ? root : dirname(path)],
  };
  try {
    return new TextDecoder().decode(await files.readNamed(path, named));
  } catch (error) {
    if (error instanceof RefusedFile && ['outside', 'absent'].includes(error.refusal))
      return undefined;
    throw error;
  }
}

/** Before BuildKit reads them too, and waits for what never comes. @throws {RefusedFile} */
export async function holdIgnores(
  images: readonly Pick<PlannedImage, 'contextPath' | 'dockerfilePath' | 'namedContexts'>[],
  deps: Pick<Deps, 'files'>,
): Promise<void> {
  for (const {contextPath, dockerfilePath, namedContexts} of images) {
    const roots = [
      ...(contextPath === undefined ? [] : [contextPath]),
      ...Object.values(namedContexts),
    ];
    for (const root of roots) await readIgnore(join(root, '.dockerignore'), root, deps);
    if (dockerfilePath !== undefined)
      await readIgnore(`${dockerfilePath}.dockerignore`, dirname(dockerfilePath), deps);
  }
}

interface Walk {
  readonly root: string;
  readonly ignore: Ignore;
  readonly files: ContextFile[];
  readonly links: string[];
}

async function walk(at: Walk, folder: string, deps: Pick<Deps, 'files'>): Promise<void> {
  const names = await deps.files.list(join(at.root, folder));
  for (const name of names) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const isIgnored = at.ignore.ignores(path);
    if (isIgnored && at.ignore.isFinal) continue;
    const stat = await deps.files.stat(join(at.root, path));
    if (stat?.kind === 'folder') await walk(at, path, deps);
    else if (stat?.kind === 'file' && !isIgnored)
      at.files.push({
        path,
        bytes: stat.bytes,
        ...defined({linked: stat.linked}),
      });
    else if (stat?.kind === 'link' && !isIgnored) at.links.push(path);
    if (at.files.length > MOST_FILES) throw new Error(`it has more than ${MOST_FILES} files`);
  }
}
