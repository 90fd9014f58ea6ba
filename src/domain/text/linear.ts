/**
 * Matching in time that grows with the pattern's length times the text's, and no faster: patterns and
 * texts are a stranger's, and a regular expression that backtracks can be kept busy for hours.
 */

export type Test = (character: string) => boolean;

export type Item =
  | {readonly kind: 'one'; readonly test: Test}
  /** None or more. */
  | {readonly kind: 'many'; readonly test: Test}
  | {readonly kind: 'some'; readonly test: Test; readonly least: number; readonly most: number}
  | {readonly kind: 'either'; readonly choices: readonly (readonly Item[])[]}
  /** Between two characters; undefined is the text's begin or end. */
  | {
      readonly kind: 'place';
      readonly test: (before: string | undefined, after: string | undefined) => boolean;
    };

export const literal = (expected: string): Item => ({
  kind: 'one',
  test: (character) => character === expected,
});

/** @param text its characters, from `Array.from` */
export function matchesWhole(items: readonly Item[], text: readonly string[]): boolean {
  const start = new Uint8Array(text.length + 1);
  start[0] = 1;
  return advance(items, start, text)[text.length] === 1;
}

/** Which places of the text can be reached when the items are read from the places given. */
function advance(items: readonly Item[], from: Uint8Array, text: readonly string[]): Uint8Array {
  return items.reduce((places, item) => step(item, places, text), from);
}

function step(item: Item, from: Uint8Array, text: readonly string[]): Uint8Array {
  if (item.kind === 'either') return either(item.choices, from, text);
  if (item.kind === 'place')
    return from.map((reached, at) => (reached === 1 && item.test(text[at - 1], text[at]) ? 1 : 0));
  if (item.kind === 'some') return some(item, from, text);
  const to = item.kind === 'many' ? from.slice() : new Uint8Array(from.length);
  const source = item.kind === 'many' ? to : from;
  for (let at = 0; at < text.length; at += 1)
    if (source[at] === 1 && item.test(text[at] ?? '')) to[at + 1] = 1;
  return to;
}

function either(
  choices: readonly (readonly Item[])[],
  from: Uint8Array,
  text: readonly string[],
): Uint8Array {
  const to = new Uint8Array(from.length);
  for (const choice of choices) {
    const reached = advance(choice, from, text);
    for (let at = 0; at < to.length; at += 1) if (reached[at] === 1) to[at] = 1;
  }
  return to;
}

/** Counted, not written out: `a{1000}` costs what `a` does. */
function some(
  {test, least, most}: Extract<Item, {kind: 'some'}>,
  from: Uint8Array,
  text: readonly string[],
): Uint8Array {
  const to = new Uint8Array(from.length);
  const reachedBefore = new Uint32Array(from.length + 1);
  let run = 0;
  for (let at = 0; at < from.length; at += 1) {
    reachedBefore[at + 1] = (reachedBefore[at] ?? 0) + (from[at] ?? 0);
    run = at > 0 && test(text[at - 1] ?? '') ? run + 1 : 0;
    const longest = Math.min(most, run);
    if (longest < least) continue;
    const begins = (reachedBefore[at - least + 1] ?? 0) - (reachedBefore[at - longest] ?? 0);
    if (begins > 0) to[at] = 1;
  }
  return to;
}
