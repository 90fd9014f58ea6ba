/**
 * Matching in time that grows with the pattern's length times the text's, and no faster: patterns and
 * texts are a stranger's, and a regular expression that backtracks can be kept busy for hours.
 */

export type CharacterTest = (character: string) => boolean;

export type PatternItem =
  /** `character` is there when no other one passes. */
  | {readonly kind: 'one'; readonly test: CharacterTest; readonly character?: string}
  /** None or more. */
  | {readonly kind: 'many'; readonly test: CharacterTest}
  | {
      readonly kind: 'some';
      readonly test: CharacterTest;
      readonly least: number;
      readonly most: number;
    }
  /** Nothing, or any number of these characters and a slash. */
  | {readonly kind: 'folders'; readonly test: CharacterTest}
  | {readonly kind: 'either'; readonly choices: readonly (readonly PatternItem[])[]}
  /** Between two characters; undefined is the text's begin or end. */
  | {
      readonly kind: 'place';
      readonly test: (before: string | undefined, after: string | undefined) => boolean;
    };

/** Places between the text's characters, each once, ascending. */
type Places = readonly number[];

export const literal = (expected: string): PatternItem => ({
  kind: 'one',
  character: expected,
  test: (character) => character === expected,
});

/** @param text its characters, from `Array.from` */
export function matchesWhole(items: readonly PatternItem[], text: readonly string[]): boolean {
  return advance(items, [0], text).at(-1) === text.length;
}

/** Which places of the text can be reached when the items are read from the places given. */
function advance(items: readonly PatternItem[], from: Places, text: readonly string[]): Places {
  let places = from;
  for (const item of items) {
    if (places.length === 0) break;
    places = step(item, places, text);
  }
  return places;
}

function step(item: PatternItem, from: Places, text: readonly string[]): Places {
  switch (item.kind) {
    case 'one':
      return one(item.test, from, text);
    case 'many':
      return many(item.test, from, text);
    case 'some':
      return some(item, from, text);
    case 'folders':
      return folders(item.test, from, text);
    case 'place':
      return from.filter((at) => item.test(text[at - 1], text[at]));
    case 'either':
      return either(item.choices, from, text);
  }
}

function one(test: CharacterTest, from: Places, text: readonly string[]): Places {
  const to: number[] = [];
  for (const at of from) if (at < text.length && test(text[at] ?? '')) to.push(at + 1);
  return to;
}

function many(test: CharacterTest, from: Places, text: readonly string[]): Places {
  const to: number[] = [];
  let last = -1;
  for (const at of from) {
    if (at <= last) continue;
    to.push(at);
    for (last = at; last < text.length && test(text[last] ?? ''); last += 1) to.push(last + 1);
  }
  return to;
}

/** Counted, not written out: `a{1000}` costs what `a` does. */
function some(
  {test, least, most}: Extract<PatternItem, {kind: 'some'}>,
  from: Places,
  text: readonly string[],
): Places {
  const first = from[0] ?? 0;
  const last = Math.min(text.length, (from.at(-1) ?? 0) + most);
  const before = reachedBefore(from, last);
  const to: number[] = [];
  let run = 0;
  for (let at = first; at <= last; at += 1) {
    run = at > first && test(text[at - 1] ?? '') ? run + 1 : 0;
    const longest = Math.min(most, run);
    if (longest < least) continue;
    const begins = (before[at - least + 1 - first] ?? 0) - (before[at - longest - first] ?? 0);
    if (begins > 0) to.push(at);
  }
  return to;
}

/** How many of the places are under the first one, the next one, and so on. */
function reachedBefore(places: Places, last: number): readonly number[] {
  const first = places[0] ?? 0;
  const counts = [0];
  let count = 0;
  for (let at = first; at <= last; at += 1) {
    if (places[count] === at) count += 1;
    counts.push(count);
  }
  return counts;
}

function folders(test: CharacterTest, from: Places, text: readonly string[]): Places {
  const to: number[] = [];
  let [next, isOpen] = [0, false];
  for (let at = from[0] ?? 0; at <= text.length; at += 1) {
    const isBegin = from[next] === at;
    if (isBegin) next += 1;
    if (isBegin || (isOpen && text[at - 1] === '/')) to.push(at);
    isOpen = (isOpen || isBegin) && test(text[at] ?? '');
  }
  return to;
}

function either(
  choices: readonly (readonly PatternItem[])[],
  from: Places,
  text: readonly string[],
): Places {
  const to = new Set(choices.flatMap((choice) => advance(choice, from, text)));
  return [...to].sort((a, b) => a - b);
}
