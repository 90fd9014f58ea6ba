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
  #rest = '';

  constructor(onLine: ((line: string) => void) | undefined) {
    this.#onLine = onLine;
  }

  add(chunk: Buffer): void {
    if (this.#onLine === undefined) return;
    const parts = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = parts.pop() ?? '';
    for (const line of parts) this.#onLine(line.replace(/\r$/, ''));
    if (this.#rest.length > LONGEST_LINE) {
      this.#onLine(this.#rest);
      this.#rest = '';
    }
  }

  end(): void {
    if (this.#onLine !== undefined && this.#rest !== '') this.#onLine(this.#rest);
    this.#rest = '';
  }
}
