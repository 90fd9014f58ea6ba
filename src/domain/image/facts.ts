import type {Known} from '../known.ts';
import type {ContentFacts} from './contents.ts';
import type {Waste} from './waste.ts';

/** One layer as it lies in the layout. Bytes. */
export interface LayerFacts {
  /** Of the blob as it is stored (compressed). */
  readonly digest: string;
  /** Of the uncompressed tar. */
  readonly diffId: string;
  readonly downloadBytes: number;
  /** Sum of the logical sizes of the layer's regular entries; hard links count 0. */
  readonly unpackedBytes: number;
  readonly entries: number;
}

/**
 * Why the engine does not start the image: it knows no such user or group, an id is not between 0 and
 * 2147483647, or its /etc/passwd has a line of 64 KiB or more.
 */
export type UserRefusal = 'user' | 'group' | 'range' | 'file';

/** The user that the image starts as, resolved in the image's own final files. */
export interface UserFacts {
  /** As the config says it, nothing trimmed; empty when it says nothing. */
  readonly declared: string;
  readonly refused?: UserRefusal;
  /** Absent when the engine refuses to start it. */
  readonly uid?: number;
  readonly gid?: number;
  readonly isRoot: boolean;
  /** True when the declared user part is a number, also with a sign. */
  readonly numeric: boolean;
}

/** What the config declares; the test is foreign text. */
export interface HealthcheckFacts {
  readonly declared: boolean;
  /** `["CMD-SHELL", "..."]`; absent when none is declared. */
  readonly test?: readonly string[];
  /** Absent when none is declared. */
  readonly timing?: HealthTiming;
}

/** As far as the check says it; the engine has defaults for the rest. */
export interface HealthTiming {
  readonly startPeriodSeconds?: number;
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly retries?: number;
}

/** What the layout says of one image; no lines yet. */
export interface ImageFacts {
  readonly platform: string;
  /** Of the manifest in the layout. */
  readonly digest: string;
  readonly configDigest: string;
  readonly unpackedBytes: number;
  readonly downloadBytes: number;
  readonly layers: readonly LayerFacts[];
  readonly user: Known<UserFacts>;
  readonly healthcheck: HealthcheckFacts;
  /** Folders that the config declares as volumes, as it writes them; absent: none. */
  readonly volumes?: readonly string[];
  /** `NAME=value` lines of the config, to be masked; never shown. */
  readonly env: readonly string[];
  readonly contents: ContentFacts;
  /** Bytes that were brought in and are not in the final tree: with `inUseBytes` they make `unpackedBytes`. */
  readonly waste: readonly Waste[];
}

/** A layer with its doer. */
export interface AttributedLayer extends LayerFacts {
  /** Absent: place unknown (no provenance). */
  readonly base?: boolean;
  /** The step that made it, by its id in the build's provenance. */
  readonly step?: string;
  /** From the Dockerfile's own text, never from the expanded history. */
  readonly instruction?: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** The place of one layer, for findings and violations. */
export type LayerPlace = Pick<AttributedLayer, 'base' | 'file' | 'startLine' | 'endLine'>;
