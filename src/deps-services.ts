/** What goes beyond this machine: the web, the job's cache service and the run's artifacts. Types only, as in `deps.ts`. */
import type {Readable} from 'node:stream';

export interface HttpRequest {
  /** `http:` or `https:`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  readonly json?: unknown;
  /** Until the last byte of the body is there. */
  readonly deadlineSeconds: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as they are stored there; its errors are in words too. Read it, or `destroy()` it. */
  readonly body: Readable;
}

export interface Http {
  /**
   * One GET, or POST, without a retry; a few redirects are followed, never from `https:` to `http:`, and
   * `authorization` goes to the first origin alone. Any status is an answer.
   * @throws with words that can follow a colon: no such host, no answer in time, a redirect loop
   */
  get(ask: HttpRequest): Promise<HttpResponse>;
}

export interface CacheRequest {
  readonly key: string;
  /** A folder; under the same place of the workspace on every runner. */
  readonly folder: string;
  readonly deadlineSeconds: number;
}

/** The job's cache service, for later runs of the repository. @throws in words that can follow a colon */
export interface Cache {
  /**
   * Fills the folder from the key, else from the newest key that begins as the first of the prefixes that
   * has one; gives that key, if there is one. At most nine prefixes.
   */
  restore(ask: CacheRequest & {readonly prefixes: readonly string[]}): Promise<string | undefined>;
  /** A key that is there already is no error. */
  save(ask: CacheRequest): Promise<'saved' | 'there'>;
}

export interface ArtifactUpload {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Names in the folder; they are called so in the artifact. */
  readonly files: readonly string[];
  readonly deadlineSeconds: number;
}

/** What the run leaves for other jobs and people. @throws in words that can follow a colon */
export interface Artifacts {
  /** A name that is there already is an error. */
  upload(ask: ArtifactUpload): Promise<void>;
}

/** Ends what computes without a pause, when its time is over. */
export interface Watchdog {
  readonly start: (deadlineSeconds: number) => void;
  /** Rejects when something was broken off: whoever waits for it would wait for ever. */
  readonly stuck: Promise<never>;
}
