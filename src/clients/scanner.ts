/** Where Trivy runs, seen from its calls: a container, or a bare process. */
import type {DatabaseKind} from '../domain/registry/databases.ts';

/** In a cache folder its files lie in a folder named by the kind. */
export interface SharedDatabase {
  readonly kind: Pick<DatabaseKind, 'folder' | 'files'>;
  /** Absolute. */
  readonly folder: string;
}

export interface ScannerPaths {
  /** What is looked at; a path without `@` and `:`. */
  readonly input: string;
  /** The one folder that can be written. */
  readonly cache: string;
}

export interface ScannerCall {
  /** The arguments, of the paths as Trivy sees them. */
  readonly args: (at: ScannerPaths) => readonly string[];
  /** Absolute: a file or folder of ours. */
  readonly input: string;
  /** Absolute: a folder of this call alone, which Trivy locks; the databases are put into it. */
  readonly cache: string;
  /** Shared by all calls, and only read. */
  readonly databases: readonly SharedDatabase[];
  /** Names of files that are wanted of the cache folder afterwards. */
  readonly outputs: readonly string[];
  readonly deadlineSeconds: number;
}

export interface ScannerRun {
  /** What Trivy knew the input by: it repeats it in its report. */
  readonly input: string;
  /** How it ended badly, in words without a full stop; undefined when it ended well. */
  readonly failure?: string;
  /** True when the engine could not even start it there: another way may do. */
  readonly notStarted?: boolean;
  /** What it printed as its log. */
  readonly log: string;
}

export interface Scanner {
  /** A path on this machine. */
  readonly program: string;
  run(call: ScannerCall): Promise<ScannerRun>;
}
