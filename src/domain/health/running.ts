/** What became of an image that was started and awaited. Lines are foreign text. */
export type RunningHealth =
  /** It has no check that could fail, so there is nothing to wait for. */
  | {readonly status: 'not-started'}
  | {readonly status: 'healthy'; readonly seconds: number}
  /** `starting`: its check never answered at all. */
  | ({
      readonly status: 'unhealthy' | 'starting';
      /** The image does not have the program that its check calls. */
      readonly isCheckMissing: boolean;
    } & Unwell)
  | ({
      readonly status: 'exited';
      readonly exitCode: number;
      /** The engine killed it for its use of memory. */
      readonly outOfMemory: boolean;
    } & Unwell);

interface Unwell {
  readonly seconds: number;
  /** The last lines that the failing check said. */
  readonly check: readonly string[];
  /** The last lines that the container said. */
  readonly output: readonly string[];
}

/** What an image gets that it does not bring itself; nothing else (threats.md rule 12). */
export interface RunningOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Absolute folders in the image that it may write to. */
  readonly writable: readonly string[];
}
