/** The lockfiles that the build of each image took from its contexts, read while the scanner works. */
import {join, relative} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import {usedPaths} from '../../domain/context/uses.ts';
import type {LockfileFormat} from '../../domain/findings/lockfiles/format.ts';
import type {Lockfile} from '../../domain/findings/lockfiles/finder.ts';
import {lockfileFormat, parsePins} from '../../domain/findings/lockfiles/index.ts';
import type {ImageId} from '../../domain/image-id.ts';
import {parseProvenance} from '../../domain/provenance/provenance.ts';
import {isKnown} from '../../domain/known.ts';
import {memoize} from '../../domain/memoize.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import {findListing, type Contexts, type Listing} from '../plan/contexts.ts';
import {readNamedText} from '../plan/named-files.ts';

const LARGEST = 4 * 1024 * 1024;
const DEEPEST = 12;
/** With more than these nobody can say that one alone pins a package. */
const MOST_FILES = 100;
const MOST_BYTES = 4 * LARGEST;

export type Lockfiles = ReadonlyMap<ImageId, readonly Lockfile[]>;

export interface LockfileRequest {
  readonly plan: Pick<Plan, 'images' | 'repository'>;
  readonly built: Pick<BuildFacts, 'provenance'>;
  readonly contexts: Contexts;
}

/** Nothing for an image without provenance: what it took is not known. Never rejects. */
export async function readLockfiles(
  ask: LockfileRequest,
  deps: Pick<Deps, 'files'>,
): Promise<Lockfiles> {
  const {images, repository} = ask.plan;
  // Platforms and targets share files.
  const read = memoize(
    (found: Found) => readOne(found, repository, deps),
    ({path}) => path,
  );
  const entries = await Promise.all(
    images.map(async (image) => [image.id, await lockfilesOf(image, ask, read)] as const),
  );
  return new Map(entries);
}

type Read = (found: Found) => Promise<Omit<Lockfile, 'takenBy'> | undefined>;

async function lockfilesOf(
  image: PlannedImage,
  ask: LockfileRequest,
  read: Read,
): Promise<readonly Lockfile[]> {
  const found = await Promise.all(
    (await takenFrom(image, ask)).map(async ({file, steps}) => {
      const lockfile = await read(file);
      return lockfile === undefined ? [] : [{...lockfile, takenBy: [...steps]}];
    }),
  );
  return found.flat();
}

interface Found {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  readonly format: LockfileFormat;
}

interface Taken {
  readonly file: Found;
  /** Ids. */
  readonly steps: Set<string>;
}

async function takenFrom(
  image: PlannedImage,
  {built, contexts}: LockfileRequest,
): Promise<readonly Taken[]> {
  const provenance = parseProvenance(built.provenance.get(image.id), {layers: []});
  const steps = isKnown(provenance) ? provenance.value.steps : [];
  const filesIn = memoize(
    async (context: string) => lockfilesIn(await findListing(image, context, contexts)),
    (context) => context,
  );
  const taken = new Map<string, Taken>();
  for (const {step, use} of steps.flatMap(({id, uses}) => uses.map((use) => ({step: id, use})))) {
    const files = await filesIn(use.context);
    for (const path of usedPaths([...files.keys()], use)) {
      const file = files.get(path);
      if (file === undefined) continue;
      const known = taken.get(file.path) ?? {file, steps: new Set()};
      taken.set(file.path, {...known, steps: known.steps.add(step)});
    }
  }
  const all = [...taken.values()];
  const bytes = all.reduce((sum, {file}) => sum + file.bytes, 0);
  return all.length > MOST_FILES || bytes > MOST_BYTES ? [] : all;
}

/** By path, relative to the context. */
function lockfilesIn(listing: Listing | undefined): ReadonlyMap<string, Found> {
  const {root = '', files = []} = listing ?? {};
  return new Map(
    files.flatMap(({path, bytes}) => {
      const format = lockfileFormat(path);
      if (format === undefined || bytes > LARGEST || path.split('/').length > DEEPEST) return [];
      return [[path, {path: join(root, path), bytes, format}]];
    }),
  );
}

/** Undefined for a file outside of the repository, or one that cannot be read. */
async function readOne(
  {path, format}: Found,
  repository: string,
  deps: Pick<Deps, 'files'>,
): ReturnType<Read> {
  const file = relative(repository, path);
  try {
    const naming = {
      bounds: {repository, allowed: []},
      by: 'repository',
      maxBytes: LARGEST,
    } as const;
    return {file, ...parsePins(format, await readNamedText(path, naming, deps))};
  } catch {
    return undefined;
  }
}
