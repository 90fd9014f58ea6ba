import type {ImageFacts} from '../../domain/image/facts.ts';
import type {Tree} from '../../domain/image/tree.ts';
import type {Known} from '../../domain/known.ts';
import type {Layout} from '../../domain/layout.ts';
import type {SecretRule} from '../../domain/policy/secret-rules.ts';
import type {VexDocument} from '../../domain/policy/vex.ts';
import type {Scanning} from '../../clients/trivy.ts';
import type {Database} from './database.ts';
import type {Supply} from './supply.ts';

export interface ScanCall {
  readonly layout: Layout;
  /** The folder that Trivy is given: the layout, or the same image with plain layers. */
  readonly scannable: string;
  /** For what only our own look inside knows: files, archives, environment. */
  readonly facts: Known<ImageFacts>;
  /** Its final files; absent where it could not be read. */
  readonly tree?: Tree | undefined;
  readonly supply: Supply;
  /** Files that earlier runs may have left, and that later ones get; absent: none. */
  readonly kept?: KeptScan | undefined;
  readonly vex: readonly VexDocument[];
  /** Of the repository; absent: none. */
  readonly secretRules?: readonly SecretRule[] | undefined;
  readonly deadlineSeconds?: number;
}

export interface KeptScan {
  /** What an earlier run has left; absent: nothing. */
  readonly before?: KeptScanFiles | undefined;
  /** What later ones get; absent: nothing. */
  readonly after?: KeptScanFiles | undefined;
}

export interface KeptScanFiles {
  /** What the scanner saw in layers. */
  readonly analyses: string;
  /** Its whole report. */
  readonly answer: string;
}

export interface Ran {
  readonly scanning: Scanning;
  /** Its folder, with the analyses that it has left. */
  readonly cache: string;
  /** Undefined: the scanner met no archive of Java. */
  readonly java: Known<Database> | undefined;
  /** Why there was no vulnerability database; absent: there was one. */
  readonly withoutDatabase?: string;
}
