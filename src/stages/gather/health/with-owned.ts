import type {Deps, Owned} from '../../../deps.ts';

/** All is registered before it is made, and gone as soon as it is not needed: what came last goes first. */
export async function withOwned<T>(
  things: readonly Owned[],
  {cleanup}: Pick<Deps, 'cleanup'>,
  work: () => Promise<T>,
): Promise<T> {
  for (const thing of things) cleanup.own(thing);
  try {
    return await work();
  } finally {
    for (const thing of things.toReversed()) await cleanup.remove(thing);
  }
}
