/** What the build contexts of an image send. */
import {dirname, join, relative} from 'node:path';
import type {Deps} from '../../deps.ts';
import {
  contextFacts,
  linkedOnce,
  type ContextFacts,
  type ContextFile,
  type NamedContext,
} from '../../domain/context/context-facts.ts';
import {sentPathFilter} from '../../domain/context/sent-path-filter.ts';
import type {SentPaths} from '../../domain/provenance/sent-paths.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import type {Contexts, Listing} from '../plan/contexts.ts';

export interface ContextRequest {
  readonly image: Pick<PlannedImage, 'contextPath' | 'dockerfilePath' | 'namedContexts'>;
  /** What the build asks for; undefined: it is not known, and all is meant. */
  readonly sentPaths: SentPaths | undefined;
  readonly contexts: Contexts;
  /** Absolute: what places are relative to. */
  readonly repository: string;
  /** Absolute: where the report goes; absent: to a temporary folder. */
  readonly reportFolder?: string | undefined;
}

/** `unable` for a context that is not on this disk: nothing is said of it. */
export async function readContext(
  ask: ContextRequest,
  deps: Pick<Deps, 'files'>,
): Promise<Known<ContextFacts>> {
  const {contextPath, dockerfilePath, namedContexts} = ask.image;
  if (contextPath === undefined) return unable('The build context is not on this disk.');
  const listing = await ask.contexts({root: contextPath, dockerfile: dockerfilePath});
  if (!isKnown(listing)) return listing;
  const main = await sentOf('context', listing.value, {ask, deps});
  const named = await Promise.all(
    Object.entries(namedContexts).map(async ([name, root]) => {
      const found = await ask.contexts({root});
      return isKnown(found) ? [await sentOf(name, found.value, {ask, deps})] : [];
    }),
  );
  return known(factsOf(main, named.flat(), ask));
}

interface Sent {
  readonly name: string;
  readonly listing: Listing;
  readonly files: readonly ContextFile[];
  readonly isSent: (path: string) => boolean;
}

async function sentOf(
  name: string,
  listing: Listing,
  {
    ask: {sentPaths: sends},
    deps,
  }: {readonly ask: ContextRequest; readonly deps: Pick<Deps, 'files'>},
): Promise<Sent> {
  if (sends !== undefined && !sends.has(name))
    return {name, listing, files: [], isSent: () => false};
  const asked = sends?.get(name);
  const links = asked === undefined ? [] : await linksOf(listing, deps);
  const isSent = sentPathFilter(asked, new Map(links));
  return {name, listing, isSent, files: linkedOnce(listing.files.filter(({path}) => isSent(path)))};
}

/** One that is gone meanwhile leads nowhere. */
async function linksOf(
  {root, links}: Listing,
  {files}: Pick<Deps, 'files'>,
): Promise<readonly (readonly [string, string])[]> {
  const read = links.map(async (path) => {
    try {
      return [[path, await files.readLink(join(root, path))] as const];
    } catch {
      return [];
    }
  });
  return (await Promise.all(read)).flat();
}

function factsOf(main: Sent, named: readonly Sent[], ask: ContextRequest): ContextFacts {
  const {root, found, ignore} = main.listing;
  const report = relative(root, ask.reportFolder ?? dirname(root));
  const isInside = report !== '' && !report.startsWith('..');
  const isSent = isInside && !ignore.ignores(report) && main.isSent(report);
  const inside = (path: string): string => relative(ask.repository, path);
  const all = [main, ...named].flatMap(({listing}) => linkedOnce(listing.files));
  const sent = [main, ...named].flatMap(({files}) => files);
  return contextFacts(main.files, {
    ...(found.path === undefined ? {} : {ignoreFile: inside(found.path)}),
    ...(isSent ? {reportFolder: report} : {}),
    ...(all.length === sent.length ? {} : {folder: {bytes: bytesOf(all), files: all.length}}),
    unused: found.unused.map(({file, reason}) => ({file: inside(file), reason})),
    named: named.map(({name, listing, files}): NamedContext => ({
      name,
      files,
      path: relative(ask.repository, listing.root) || '.',
    })),
  });
}

function bytesOf(files: readonly ContextFile[]): number {
  return files.reduce((sum, {bytes}) => sum + bytes, 0);
}
