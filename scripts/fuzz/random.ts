/** Chance that can be had again: the same number gives the same choices. */

/** From 0 up to, and without, 1. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, and without, `end`. */
export function below(end: number, random: Random): number {
  return Math.floor(random() * end);
}

/** @throws where there is nothing to choose from */
export function oneOf<T>(all: readonly T[], random: Random): T {
  const found = all[below(all.length, random)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
}

/** One to three times, mostly once: what is changed often gets past no parser. */
export function someTimes(random: Random): number {
  const kind = random();
  return kind < 0.65 ? 1 : kind < 0.9 ? 2 : 3;
}
