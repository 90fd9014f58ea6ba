/** What the steps of each image take from the build context, read and hashed while the scanner works. */
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import {
  hashJson,
  hashSteps,
  useKey,
  type ContextContent,
} from '../../domain/provenance/input-hash.ts';
import {hashContent, usedPaths} from '../../domain/context/uses.ts';
import type {AttributedImage} from '../../domain/examined/examined.ts';
import type {ImageId} from '../../domain/image-id.ts';
import {parseProvenance} from '../../domain/provenance/provenance.ts';
import type {ContextUse} from '../../domain/provenance/steps.ts';
import {isKnown, mapKnown, type Known} from '../../domain/known.ts';
import {memoize} from '../../domain/memoize.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import type {StepWithHash} from '../../domain/record/make.ts';
import {findListing, type Contexts, type Listing} from '../plan/contexts.ts';
import {limitConcurrency} from '../../domain/limit-concurrency.ts';

const AT_ONCE = 8;
const EXECUTABLE = 0o111;

/** By image, then by `useKey`; what is missing could not be looked at. */
export type ContextContents = ReadonlyMap<ImageId, ReadonlyMap<string, ContextContent>>;

/** Never rejects. */
export async function readContents(
  images: readonly PlannedImage[],
  {built, contexts}: {readonly built: Pick<BuildFacts, 'provenance'>; readonly contexts: Contexts},
  deps: Pick<Deps, 'files' | 'signal'>,
): Promise<ContextContents> {
  const takeTurn = limitConcurrency(AT_ONCE);
  // Targets share files.
  const mark = memoize(
    (file: ContextFile) => takeTurn(() => markOf(file, deps)),
    ({root, path}) => join(root, path),
  );
  const reading: ContentReader = {contexts, mark};
  const entries = await Promise.all(
    images.map(async (image) => {
      const provenance = parseProvenance(built.provenance.get(image.id), {layers: []});
      const uses = isKnown(provenance) ? provenance.value.steps.flatMap((step) => step.uses) : [];
      return [image.id, await readUses(image, uses, reading)] as const;
    }),
  );
  return new Map(entries);
}

/** `unable` where the build left no provenance. */
export function hashedSteps(
  {image, steps}: AttributedImage,
  contents: ContextContents,
): Known<readonly StepWithHash[]> {
  const own = contents.get(image.id) ?? new Map<string, ContextContent>();
  return mapKnown(steps, (all) => {
    const hashes = hashSteps(all, own);
    return all.flatMap((step, index) => {
      const hash = hashes[index];
      return hash === undefined ? [] : [{...step, hash}];
    });
  });
}

interface ContentReader {
  readonly contexts: Contexts;
  readonly mark: (file: ContextFile) => Promise<string>;
}

interface ContextFile {
  /** Absolute: of the context. */
  readonly root: string;
  /** Relative to the root. */
  readonly path: string;
}

async function readUses(
  image: PlannedImage,
  uses: readonly ContextUse[],
  reading: ContentReader,
): Promise<ReadonlyMap<string, ContextContent>> {
  const unique = new Map(uses.map((use) => [useKey(use), use]));
  const contents = new Map<string, ContextContent>();
  for (const [key, use] of unique) {
    const listing = await findListing(image, use.context, reading.contexts);
    const content = listing === undefined ? undefined : await readUse(use, listing, reading);
    if (content !== undefined) contents.set(key, content);
  }
  return contents;
}

/** Undefined when a file of it cannot be read: nothing is known of the whole then. */
async function readUse(
  use: ContextUse,
  {root, files, links}: Listing,
  {mark}: ContentReader,
): Promise<ContextContent | undefined> {
  const paths = usedPaths([...files.map(({path}) => path), ...links], use);
  try {
    return hashContent(
      await Promise.all(paths.map(async (path) => [path, await mark({root, path})] as const)),
    );
  } catch {
    return undefined;
  }
}

/** Whether it can be run, and what it holds; where a link leads. Times and owners count for nothing. */
async function markOf(
  {root, path}: ContextFile,
  {files, signal}: Pick<Deps, 'files' | 'signal'>,
): Promise<string> {
  signal.throwIfAborted();
  const place = join(root, path);
  const {kind, mode = 0, bytes: maxBytes = 0} = (await files.stat(place)) ?? {};
  if (kind === 'link') return hashJson(['link', await files.readLink(place)]);
  const hash = createHash('sha256');
  for await (const piece of files.streamNamed(place, {name: path, within: [root], maxBytes}))
    hash.update(piece);
  return hashJson([(mode & EXECUTABLE) !== 0, hash.digest('hex')]);
}
