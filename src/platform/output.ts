import {StringDecoder} from 'node:string_decoder';

/** Keeps the first `limit` bytes of a stream. */
export class OutputBuffer {
  readonly #limit: number;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  truncated = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(chunk: Buffer): void {
    const room = this.#limit - this.#bytes;
    if (chunk.length > room) this.truncated = true;
    if (room <= 0) return;
    const kept = chunk.subarray(0, room);
    this.#chunks.push(kept);
    this.#bytes += kept.length;
  }

  text(encoding: 'utf8' | 'latin1' = 'utf8'): string {
    return Buffer.concat(this.#chunks).toString(encoding);
  }
}

const LONGEST_LINE = 4 * 1024 * 1024;

/** Calls for each whole line; a line that never ends is given in pieces. */
export class LineSplitter {
  readonly #onLine: ((line: string) => void) | undefined;
  readonly #decoder = new StringDecoder('utf8');
  /** Of the line that has not ended, as they came: joining them for each chunk would be quadratic. */
  #rest: string[] = [];
  #length = 0;

  constructor(onLine: ((line: string) => void) | undefined) {
    this.#onLine = onLine;
  }

  add(chunk: Buffer): void {
    if (this.#onLine === undefined) return;
    const [first = '', ...others] = this.#decoder.write(chunk).split('\n');
    this.#keep(first);
    for (const line of others) {
      this.#give((whole) => (whole.endsWith('\r') ? whole.slice(0, -1) : whole));
      this.#keep(line);
    }
    if (this.#length > LONGEST_LINE) this.#give((whole) => whole);
  }

  end(): void {
    if (this.#length > 0) this.#give((whole) => whole);
  }

  #keep(piece: string): void {
    this.#rest.push(piece);
    this.#length += piece.length;
  }

  #give(change: (whole: string) => string): void {
    const whole = this.#rest.join('');
    this.#rest = [];
    this.#length = 0;
    this.#onLine?.(change(whole));
  }
}
