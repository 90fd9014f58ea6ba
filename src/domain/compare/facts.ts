/** What differs between an image and its baseline, and whose doing each difference is: architecture.md section 5. */
import type {Severity} from '../findings/facts.ts';
import type {Line} from '../provenance/lines.ts';

/** First match wins. */
export const CAUSES = ['this change', 'base image', 'drift', 'unknown'] as const;
export type Cause = (typeof CAUSES)[number];

export const CHANGES = ['came', 'grew', 'shrank', 'went', 'replaced'] as const;
export type Change = (typeof CHANGES)[number];

/** What has no provenance may be of this change as well. */
export function isOfThisChange({cause}: {readonly cause: Cause}): boolean {
  return cause === 'this change' || cause === 'unknown';
}

/** Where a step stands, in the Dockerfile of its own time. */
export type StepLine = Partial<Line>;

/** Bytes before and after. */
export interface Difference {
  readonly before: number;
  readonly after: number;
}

/** One step's layers, or all layers of the base image. */
export interface LayerChange extends StepLine {
  readonly change: Change;
  readonly cause: Cause;
  readonly base: boolean;
  readonly unpacked: Difference;
  readonly download: Difference;
}

export interface CauseSum {
  readonly cause: Cause;
  /** Differences; negative for less. */
  readonly unpackedBytes: number;
  readonly downloadBytes: number;
}

export interface PathChange extends Difference {
  /** A path, or `NAME VERSION` of a package with all its files. */
  readonly name: string;
  readonly kind: 'file' | 'package';
  readonly change: Change;
  readonly cause: Cause;
}

export const PACKAGE_CHANGES = ['added', 'removed', 'upgraded', 'downgraded'] as const;

export interface PackageChange {
  readonly name: string;
  readonly purl?: string;
  readonly change: (typeof PACKAGE_CHANGES)[number];
  readonly before?: string;
  readonly after?: string;
  readonly cause: Cause;
}

export interface FindingChange {
  readonly identity: string;
  readonly id: string;
  readonly package: string;
  readonly severity: Severity;
  readonly fixed?: string;
  readonly cause: Cause;
}

export interface FindingChanges {
  readonly new: readonly FindingChange[];
  readonly fixed: readonly FindingChange[];
  readonly still: number;
}

/** A step that could have come from the cache and was run. */
export interface Miss extends StepLine {
  readonly reason: string;
  /** Steps that were run again only because this one was. */
  readonly followers: number;
}

export interface Comparison {
  readonly unpacked: Difference;
  readonly download: Difference;
  /** They sum to the differences of the totals, to the byte; those without a difference are left out. */
  readonly causes: readonly CauseSum[];
  /** Largest difference first. */
  readonly layers: readonly LayerChange[];
  /** What a base's reference led to, where it leads elsewhere now. */
  readonly bases: readonly {
    readonly reference: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Absent: one of the two lists is not there. */
  readonly paths?: readonly PathChange[];
  readonly packages?: readonly PackageChange[];
  /** Absent: the baseline could not be scanned again. */
  readonly findings?: FindingChanges;
  readonly misses: readonly Miss[];
  /** How many violations of each rule the baseline had; absent: not known. */
  readonly violations?: Readonly<Record<string, number>>;
  /** By rule that the baseline judged: identities of its violations; absent: not known. */
  readonly violated?: Readonly<Record<string, readonly string[]>>;
}

export function classifyChange(
  {before, after}: Difference,
  isThere: {before: boolean; after: boolean},
): Change {
  if (!isThere.before) return 'came';
  if (!isThere.after) return 'went';
  if (after === before) return 'replaced';
  return after > before ? 'grew' : 'shrank';
}

/** An image that the baseline did not have is new: nothing of it grew. */
export type Compared =
  {readonly state: 'new'} | {readonly state: 'compared'; readonly comparison: Comparison};
