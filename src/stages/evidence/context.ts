/** What the build contexts of an image send. */
import {dirname, relative} from 'node:path';
import {contextFacts, type ContextFacts, type NamedContext} from '../../domain/context/context.ts';
import {isKnown, mapKnown, unable, type Known} from '../../domain/known.ts';
import type {PlannedImage} from '../../domain/plan.ts';
import type {Contexts, Listing} from '../contexts.ts';

export interface ContextAsk {
  readonly image: Pick<PlannedImage, 'contextPath' | 'dockerfilePath' | 'namedContexts'>;
  readonly contexts: Contexts;
  /** Absolute: what places are relative to. */
  readonly repository: string;
  /** Absolute: where the report goes; absent: to a temporary folder. */
  readonly reportFolder?: string | undefined;
}

/** `unable` for a context that is not on this disk: nothing is said of it. */
export async function readContext(ask: ContextAsk): Promise<Known<ContextFacts>> {
  const {contextPath, dockerfilePath, namedContexts} = ask.image;
  if (contextPath === undefined) return unable('The build context is not on this disk.');
  const listing = await ask.contexts({root: contextPath, dockerfile: dockerfilePath});
  const named = await Promise.all(
    Object.entries(namedContexts).map(async ([name, root]) => {
      const found = await ask.contexts({root});
      return isKnown(found) ? [namedFacts(name, found.value, ask)] : [];
    }),
  );
  return mapKnown(listing, (found) => factsOf(found, named.flat(), ask));
}

function factsOf(
  {root, found, ignore, files}: Listing,
  named: readonly NamedContext[],
  ask: ContextAsk,
): ContextFacts {
  const report = relative(root, ask.reportFolder ?? dirname(root));
  const isSent = report !== '' && !report.startsWith('..') && !ignore.ignores(report);
  const inside = (path: string): string => relative(ask.repository, path);
  return contextFacts(files, {
    ...(found.path === undefined ? {} : {ignoreFile: inside(found.path)}),
    ...(isSent ? {reportFolder: report} : {}),
    unused: found.unused.map(({file, reason}) => ({file: inside(file), reason})),
    named,
  });
}

function namedFacts(name: string, {root, files}: Listing, ask: ContextAsk): NamedContext {
  return {name, path: relative(ask.repository, root) || '.', files};
}
