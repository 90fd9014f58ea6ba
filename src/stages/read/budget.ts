/** How many bytes the layers of one image may unpack to, all together. */
import {formatBytes} from '../../domain/text/units.ts';

/** What the input `max-unpacked` is by itself. */
export const MOST_UNPACKED = 20e9;

/** An image that is given up before it is read to its end. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

export class Budget {
  readonly #most: number;
  #used = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws {TooLarge} that names the layer */
  take(bytes: number, layer: string): void {
    this.#used += bytes;
    if (this.#used > this.#most)
      throw new TooLarge(
        `its layers unpack to more than ${formatBytes(this.#most)} (${this.#used} bytes when layer ${layer} was given up); the input max-unpacked allows more`,
      );
  }
}
