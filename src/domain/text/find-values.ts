/** Where values stand in a text: one pass, however many values there are. Pure. */

export interface Found {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly value: string;
}

/** A value is looked for by its beginning; what is shorter cannot be found. */
export const BEGINNING = 8;

/** What a line or a limit cuts off is found too, when that much of it is left. */
const LEAST_OF_A_CUT = 12;

const CUTS = ['', '\n', '\r', '…'];

export class ValueIndex {
  readonly #byBeginning: ReadonlyMap<string, readonly string[]>;
  /** Of one length, so that whole values of any length and likeness take one pass. */
  readonly #beginnings: RegExp;

  constructor(values: Iterable<string>) {
    const long = [...values].filter(({length}) => length >= BEGINNING);
    this.#byBeginning = Map.groupBy(long, (value) => value.slice(0, BEGINNING));
    const all = [...this.#byBeginning.keys()].toSorted();
    this.#beginnings = new RegExp(all.map(literally).join('|'), 'g');
  }

  /** In the order of their starts; some overlap. A value is not looked for inside of itself. */
  *find(text: string): Generator<Found, void> {
    if (this.#byBeginning.size === 0) return;
    const ends = new Map<string, number>();
    this.#beginnings.lastIndex = 0;
    for (;;) {
      const match = this.#beginnings.exec(text);
      if (match === null) return;
      const start = match.index;
      for (const value of this.#byBeginning.get(match[0]) ?? []) {
        if ((ends.get(value) ?? 0) > start) continue;
        const length = commonLength(text, start, value);
        if (length < value.length && !isCut(text, start, length)) continue;
        ends.set(value, start + length);
        yield {start, end: start + length, value};
      }
      this.#beginnings.lastIndex = start + 1;
    }
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function commonLength(text: string, start: number, value: string): number {
  let length = BEGINNING;
  while (length < value.length && text.charCodeAt(start + length) === value.charCodeAt(length))
    length += 1;
  return length;
}

function isCut(text: string, start: number, length: number): boolean {
  return length >= LEAST_OF_A_CUT && CUTS.includes(text.charAt(start + length));
}
