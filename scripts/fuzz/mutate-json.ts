/**
 * Mutants of documents that mostly keep the shape that a schema asks for: a value is replaced by one that
 * stands under the same key elsewhere, a list gets longer or shorter, a text or a figure becomes an odd one.
 */
import {LARGEST, mutateCharacters, ODD} from './mutate.ts';
import {below, oneOf, someTimes, type Random} from './random.ts';

/** Stands for what is nested deeper than any stack likes. */
const DEEP = '(deep)';
const DEPTH = 20_000;
const NUMBERS = [0, 1, 2, 7, 1000, 2 ** 31, Number.MAX_SAFE_INTEGER];
const ODD_VALUES: readonly unknown[] = [
  ...[null, true, -1, 1.5, 1e308, [], {}, [null], {a: 1}, DEEP],
  ...ODD,
];

type Holder = Record<string, unknown>;

interface Place {
  readonly holder: Holder;
  readonly key: string;
  /** What its kin are called. */
  readonly name: string;
}

/** Values by the key that they stand under. */
export type Kin = ReadonlyMap<string, readonly unknown[]>;

export function kinOf(documents: readonly unknown[]): Kin {
  const all = documents.flatMap((document) => placesIn(document, ''));
  const groups = Map.groupBy(all, ({name}) => name);
  return new Map(
    [...groups].map(([name, places]) => [name, places.map(({holder, key}) => holder[key])]),
  );
}

export function mutateJson<T>(document: T, kin: Kin, random: Random): T {
  const root: Holder = {document: structuredClone(document)};
  for (let left = someTimes(random); left > 0; left -= 1) {
    const places = placesIn(root['document'], '');
    if (places.length > 0) mutateAt(oneOf(places, random), kin, random);
  }
  return root['document'] as T;
}

/** As it is written down, with what is nested too deeply for `JSON.stringify`. */
export function textOf(document: unknown): string {
  const text = JSON.stringify(document);
  return text.replaceAll(`"${DEEP}"`, () => '['.repeat(DEPTH) + ']'.repeat(DEPTH));
}

/** A whole document to another one, where it is one. */
export function mutatorOf(
  seeds: readonly Buffer[],
  repair: (document: unknown, random: Random) => void = () => undefined,
): (seed: Buffer, random: Random) => Buffer {
  const kin = kinOf(seeds.map((seed): unknown => JSON.parse(seed.toString())));
  return (seed, random) => {
    const document: unknown = mutateJson(JSON.parse(seed.toString()), kin, random);
    repair(document, random);
    const text = textOf(document);
    return Buffer.from(random() < 0.97 ? text : mutateCharacters(text, random)).subarray(
      0,
      10 * LARGEST,
    );
  };
}

function placesIn(value: unknown, name: string): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => {
    const own = Array.isArray(value) ? `${name}[]` : key;
    return [{holder, key, name: own}, ...placesIn(holder[key], own)];
  });
}

function mutateAt({holder, key, name}: Place, kin: Kin, random: Random): void {
  const kind = random();
  const value = holder[key];
  if (Array.isArray(holder) && kind < 0.4) resize(holder, Number(key), random);
  else if (kind < 0.06 && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else if (kind < 0.1) set(holder, oneOf(ODD, random), value);
  else if (kind < 0.16) set(holder, key, oneOf(ODD_VALUES, random));
  else if (kind < 0.55) set(holder, key, otherThan(value, random));
  else set(holder, key, structuredClone(oneOf(kin.get(name) ?? [value], random)));
}

function resize(list: unknown[], at: number, random: Random): void {
  const kind = random();
  const item = list[at];
  if (kind < 0.4) list.splice(at, 1);
  else if (kind < 0.95) list.push(structuredClone(item));
  else {
    const room = LARGEST / (JSON.stringify(item).length + 1);
    list.push(...Array.from({length: below(Math.min(room, 3000), random)}, () => item));
  }
}

/** Of its own kind, so that a schema without a pattern takes it. */
function otherThan(value: unknown, random: Random): unknown {
  if (typeof value === 'string') return mutateCharacters(value, random).slice(0, LARGEST / 4);
  if (typeof value === 'number') return random() < 0.5 ? oneOf(NUMBERS, random) : value + 1;
  return typeof value === 'boolean' ? !value : value;
}

/** `__proto__` is a name as any other. */
function set(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    ...{value, configurable: true, enumerable: true, writable: true},
  });
}
