import type {Buffer} from 'node:buffer';
import {StringDecoder} from 'node:string_decoder';
import {truncate} from './truncate.ts';

const LONGEST_LINE = 4 * 1024 * 1024;

/**
 * Calls for each whole line of a stream. What a line has beyond the longest is dropped: a piece that begins
 * in the middle of a secret could not be told from other text.
 */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  readonly #longest: number;
  readonly #decoder = new StringDecoder('utf8');
  /** Of the line that has not ended, as they came: joining them for each chunk would be quadratic. */
  #rest: string[] = [];
  #length = 0;
  #isCut = false;

  constructor(onLine: (line: string) => void, longest = LONGEST_LINE) {
    this.#onLine = onLine;
    this.#longest = longest;
  }

  add(chunk: Buffer): void {
    const [first = '', ...others] = this.#decoder.write(chunk).split('\n');
    this.#keep(first);
    for (const line of others) {
      if (!this.#isCut) this.#give((whole) => (whole.endsWith('\r') ? whole.slice(0, -1) : whole));
      this.#isCut = false;
      this.#keep(line);
    }
  }

  end(): void {
    if (this.#length > 0) this.#give((whole) => whole);
  }

  #keep(piece: string): void {
    if (this.#isCut) return;
    this.#rest.push(piece);
    this.#length += piece.length;
    if (this.#length <= this.#longest) return;
    this.#give((whole) => truncate(whole, this.#longest));
    this.#isCut = true;
  }

  #give(change: (whole: string) => string): void {
    const whole = this.#rest.join('');
    this.#rest = [];
    this.#length = 0;
    this.#onLine(change(whole));
  }
}
