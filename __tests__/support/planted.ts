/** Canaries of every class of characters in every place where a secret can enter a run. */
import {createHash} from 'node:crypto';
import {decoded} from './decoded.ts';

export interface Planted {
  readonly place: string;
  readonly kind: Kind;
  readonly value: string;
  /** None of these may be seen. */
  readonly needles: readonly string[];
}

function digits(seed: string, length: number): string {
  let all = '';
  for (let at = 0; all.length < length; at += 1)
    all += createHash('sha256').update(`${seed} ${at}`).digest('hex');
  return all.slice(0, length);
}

const NEEDLE = 16;
const LONG = 300;

/** What stands around the digits that are looked for. */
const KINDS = {
  plain: (id: string) => `npmAbC${id}xyZ01`,
  marks: (id: string) => `_-*<>&"'${id}'"&><*-_`,
  unicode: (id: string) => `pässwörd-日本-${id}-😀é`,
  escapes: (id: string) => `100%${id}%41\\n\\u0041\\x`,
  base64: (id: string) => `Zm9v+/${id}/+Ymf==`,
  lines: (id: string, other: string) => `first-${id}-a\nsecond-${other}-b\n`,
  long: () => '',
} as const satisfies Record<string, (id: string, other: string) => string>;

export type Kind = keyof typeof KINDS;

const ALL_KINDS = Object.keys(KINDS) as readonly Kind[];

/** One of each kind, or of some. */
export function plantedIn(place: string, but: readonly Kind[] = []): readonly Planted[] {
  return ALL_KINDS.filter((kind) => !but.includes(kind)).map((kind) => planted(place, kind));
}

export function planted(place: string, kind: Kind): Planted {
  const seed = `${place} ${kind}`;
  if (kind === 'long') {
    const value = digits(seed, LONG);
    return {place, kind, value, needles: value.match(/.{20}/g) ?? []};
  }
  const [id, other] = [digits(seed, NEEDLE), digits(`${seed} 2`, NEEDLE)];
  const value = KINDS[kind](id, other);
  return {place, kind, value, needles: [id, other].filter((one) => value.includes(one))};
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What a program prints that has a value and does not know that it is one. */
export const SPILLS: Readonly<Record<string, (value: string) => string>> = {
  raw: (value) => value,
  base64,
  'base64 behind a user': (value) => base64(`me:${value}:x`),
  'base64 for URLs': (value) => Buffer.from(`a${value}b`).toString('base64url'),
  hex: (value) => Buffer.from(value).toString('hex'),
  percent: encodeURIComponent,
  JSON: (value) => JSON.stringify(value),
};

export function spillOf(all: readonly Planted[]): string {
  return all
    .flatMap(({value}) => Object.values(SPILLS).map((spill) => `401 with ${spill(value)} here\n`))
    .join('');
}

/** Something that somebody else gets to read. */
export interface Output {
  /** `log`, `summary`, ...: what it is among outputs. */
  readonly kind: string;
  readonly name: string;
  readonly data: string | Uint8Array;
}

/** Which canaries can be seen where: `summary step-summary: build arg/long`. */
export function seenIn(outputs: readonly Output[], all: readonly Planted[]): readonly string[] {
  return outputs.flatMap(({kind, name, data}) => {
    const text = `${name}\n${decoded(data)}`;
    return all
      .filter(({needles}) => needles.some((needle) => text.includes(needle)))
      .map((one) => `${kind} ${name}: ${one.place}/${one.kind}`);
  });
}
