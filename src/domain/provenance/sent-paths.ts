/** What of its folders a build asks for, as BuildKit's frontend has worked it out. Pure. */
import {z} from 'zod';
import type {Predicate} from './schema.ts';

/** By context (`context`, or the name of a named one): paths and patterns; undefined for all of it. */
export type SentPaths = ReadonlyMap<string, readonly string[] | undefined>;

const localSchema = z.object({
  identifier: z.templateLiteral(['local://', z.string()]),
  attrs: z
    .looseObject({
      'local.followpaths': z.string().optional(),
      'local.includepattern': z.string().optional(),
    })
    .nullish(),
});
const pathsSchema = z.array(z.string());

/** A context that is not in it is not asked for at all. */
export function parseSentPaths({steps}: Pick<Predicate, 'steps'>): SentPaths {
  const sends = new Map<string, readonly string[] | undefined>();
  for (const step of steps) {
    const local = localSchema.safeParse(step.op?.Op?.['source']).data;
    if (local === undefined) continue;
    const name = local.identifier.slice('local://'.length);
    const found = pathsOf(
      local.attrs?.['local.followpaths'],
      local.attrs?.['local.includepattern'],
    );
    const before = sends.has(name) ? sends.get(name) : [];
    // Where any step asks for the whole, the whole.
    const both = found === undefined || before === undefined ? undefined : [...before, ...found];
    sends.set(name, both);
  }
  return sends;
}

function pathsOf(
  follow: string | undefined,
  include: string | undefined,
): readonly string[] | undefined {
  const all = [follow, include].flatMap((text) => (text === undefined ? [] : [text]));
  const lists = all.map((text) => parsed(text));
  const paths = lists.flatMap((list) => list ?? []);
  return paths.length === 0 || lists.includes(undefined) ? undefined : paths;
}

function parsed(text: string): readonly string[] | undefined {
  try {
    return pathsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
