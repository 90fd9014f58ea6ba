import type {Deps, RunResult} from '../../deps.ts';
import type {Progress} from '../../domain/build/progress.ts';
import type {Layout} from '../../domain/layout.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import type {Inputs} from '../../inputs.ts';
import type {Builder} from '../builder/index.ts';
import type {BlobCache} from '../cache/blob-cache.ts';
import type {BuildCache} from './cache.ts';

export interface BuildCall {
  readonly plan: Plan;
  readonly inputs: Inputs;
  readonly builder: Builder;
  readonly cache: BuildCache;
  /** Of earlier builds on this machine. */
  readonly blobs: BlobCache;
  readonly deps: Deps;
  /** Called once for each image, as soon as it can be looked at. */
  readonly onLayout: (layout: Layout) => void;
}
export interface Output {
  readonly target: string;
  readonly images: readonly PlannedImage[];
  readonly folder: string;
  /** Names of blobs that were put there beforehand. */
  readonly preseeded: readonly string[];
}
export interface Batch {
  readonly outputs: readonly Output[];
  /** Of its bakes: a second one where BuildKit had lost the first. */
  readonly bakes: readonly Progress[];
  /** Of all its bakes. */
  readonly seconds: number;
  /** Of the last bake. */
  readonly result: RunResult;
}
