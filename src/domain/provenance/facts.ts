/** What provenance tells of an image. */
import type {SentPaths} from './sent-paths.ts';
import type {StepPlace} from './step-place.ts';
import type {BuildStep} from './steps.ts';

/** One image layer and the step that made it, from provenance (facts.md, "Owner of a layer"). */
export interface LayerOwner {
  /** Position in the manifest, from 0. */
  readonly index: number;
  /** True when the layer came with the image that a FROM line names. */
  readonly base: boolean;
  /** `stepN` of the provenance; for base layers the source step. */
  readonly step: string;
  /** Identical instructions of several stages are one step: all their places. Empty: not told. */
  readonly places: readonly StepPlace[];
}

/** A Dockerfile's text as BuildKit read it. */
export interface ProvenanceDockerfile {
  readonly name: string;
  readonly text: string;
}

/** What provenance tells of one image, before it meets the layers. */
export interface ProvenanceFacts {
  /** One for each layer, in the manifest's order; undefined where provenance leaves it open. */
  readonly owners: readonly (LayerOwner | undefined)[];
  /** More than one when a named context is another target of the definition. */
  readonly dockerfiles: readonly ProvenanceDockerfile[];
  /** Which of them is the image's own, as far as provenance tells. */
  readonly mainDockerfile?: number;
  /** What of its contexts the build asks for. */
  readonly sentPaths: SentPaths;
  /** No image lies below its own layers, however the Dockerfile says it. */
  readonly fromScratch: boolean;
  /** The stage that was asked for; absent: the last one. */
  readonly target?: string;
  /** Build arguments, for names of stages; never shown, never kept. */
  readonly args: ReadonlyMap<string, string>;
  /** Everything that was done for the image, in order. */
  readonly steps: readonly BuildStep[];
}
