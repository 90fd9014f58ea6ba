/** The steps of each image with their input hashes: what they take from the context is read and hashed. */
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {pipeline} from 'node:stream/promises';
import type {Deps} from '../deps.ts';
import {hashOf, hashSteps, useKey, type ContextContent} from '../domain/compare/input-hash.ts';
import {contentOf, usedPaths} from '../domain/context/uses.ts';
import type {AttributedImage} from '../domain/examined.ts';
import type {ImageId} from '../domain/image-id.ts';
import type {ContextUse} from '../domain/image/steps.ts';
import {isKnown, mapKnown, type Known} from '../domain/known.ts';
import type {StepWithHash} from '../domain/record/make.ts';
import type {Contexts, Listing} from './contexts.ts';
import {turns} from './turns.ts';

const CHUNK = 1024 * 1024;
const AT_ONCE = 8;
const EXECUTABLE = 0o111;

/** By image; `unable` where the build left no provenance. */
export async function readSteps(
  images: readonly AttributedImage[],
  contexts: Contexts,
  deps: Deps,
): Promise<ReadonlyMap<ImageId, Known<readonly StepWithHash[]>>> {
  const marks = new Map<string, Promise<string>>();
  const entries = await Promise.all(
    images.map(async (image) => {
      const contents = isKnown(image.steps)
        ? await readUses(image, {contexts, marks, deps})
        : new Map<string, ContextContent>();
      const hashed = mapKnown(image.steps, (steps) =>
        hashSteps(steps, contents).map((hash, index) => ({...steps[index], hash})),
      );
      return [image.image.id, hashed as Known<readonly StepWithHash[]>] as const;
    }),
  );
  return new Map(entries);
}

interface Reading {
  readonly contexts: Contexts;
  /** By absolute path: targets share files. */
  readonly marks: Map<string, Promise<string>>;
  readonly deps: Deps;
}

async function readUses(
  image: AttributedImage,
  reading: Reading,
): Promise<ReadonlyMap<string, ContextContent>> {
  const uses = isKnown(image.steps) ? image.steps.value.flatMap((step) => step.uses) : [];
  const unique = new Map(uses.map((use) => [useKey(use), use]));
  const contents = new Map<string, ContextContent>();
  for (const [key, use] of unique) {
    const listing = await listingOf(image, use, reading.contexts);
    const content = listing === undefined ? undefined : await readUse(use, listing, reading);
    if (content !== undefined) contents.set(key, content);
  }
  return contents;
}

async function listingOf(
  {image}: AttributedImage,
  {context}: ContextUse,
  contexts: Contexts,
): Promise<Listing | undefined> {
  const isMain = context === 'context';
  const root = isMain ? image.contextPath : image.namedContexts[context];
  if (root === undefined) return undefined;
  const listing = await contexts({root, ...(isMain && {dockerfile: image.dockerfilePath})});
  return isKnown(listing) ? listing.value : undefined;
}

/** Undefined when a file of it cannot be read: nothing is known of the whole then. */
async function readUse(
  use: ContextUse,
  {root, files, links}: Listing,
  {marks, deps}: Reading,
): Promise<ContextContent | undefined> {
  const paths = usedPaths([...files.map(({path}) => path), ...links], use);
  try {
    const takeTurn = turns(AT_ONCE);
    const found = await Promise.all(
      paths.map((path) =>
        takeTurn(async () => {
          const absolute = join(root, path);
          const mark = marks.get(absolute) ?? markOf(absolute, deps);
          marks.set(absolute, mark);
          return [path, await mark] as const;
        }),
      ),
    );
    return contentOf(found);
  } catch {
    return undefined;
  }
}

/** Whether it can be run, and what it holds; where a link leads. Times and owners count for nothing. */
async function markOf(path: string, deps: Deps): Promise<string> {
  const stat = await deps.files.stat(path);
  if (stat?.kind === 'link') return hashOf(['link', await deps.files.readLink(path)]);
  const hash = createHash('sha256');
  await pipeline(deps.files.stream(path, CHUNK), hash, {signal: deps.signal});
  const isExecutable = ((stat?.mode ?? 0) & EXECUTABLE) !== 0;
  return hashOf([isExecutable, hash.digest('hex')]);
}
