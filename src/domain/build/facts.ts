/** What a build tells about itself. Seconds and bytes; lines count from 1. */
import type {BuildCheck} from './checks.ts';
import type {Denial} from './denial.ts';
import type {Layout} from '../layout.ts';
import type {Sends} from '../provenance/sends.ts';
import type {BuildStep} from '../provenance/steps.ts';
import type {StepCount} from './step-count.ts';
import type {ImageId} from '../image-id.ts';
import type {Notice} from '../notice.ts';
import type {StepPlace} from '../provenance/step-place.ts';

/** Where a step stands in a Dockerfile. */
export interface SourcePlace {
  /** Relative to the repository's root; outside of it, the path as the definition wrote it. */
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** One vertex of the progress stream. */
export interface StepFacts {
  /** `[backend builder 2/5] RUN pip install`, as BuildKit names it. */
  readonly name: string;
  readonly digest: string;
  readonly seconds: number;
  readonly cached: boolean;
  readonly error?: string;
}

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
  readonly sends: Sends;
  /** No image lies below its own layers, however the Dockerfile says it. */
  readonly fromScratch: boolean;
  /** The stage that was asked for; absent: the last one. */
  readonly target?: string;
  /** Build arguments, for names of stages; never shown, never kept. */
  readonly args: ReadonlyMap<string, string>;
  /** Everything that was done for the image, in order. */
  readonly steps: readonly BuildStep[];
}

/** A failing step: which line, and its last output. Foreign text. */
export interface BuildFailure {
  /** One sentence: what failed, why, what to do. */
  readonly message: string;
  readonly step?: string;
  readonly place?: SourcePlace;
  /** Where a build policy ended it. */
  readonly denied?: Denial;
  /** The failing step's last lines. */
  readonly output: readonly string[];
}

/** Which builder it was. */
export interface BuilderFacts {
  readonly name: string;
  /** `docker`, `docker-container`, `remote`, ... */
  readonly driver: string;
  /** Version of BuildKit, where the builder tells. */
  readonly buildkit?: string;
}

/** What the one bake gave. */
export interface BuildFacts {
  /** Version of the client that ran it. */
  readonly buildx?: string;
  readonly seconds: number;
  /** Wall time of the bake without cache import and export and image export. */
  readonly buildSeconds: number;
  readonly exportSeconds: number;
  readonly importSeconds: number;
  /** Where steps of earlier builds came from (`gha`, `registry`, …); absent: nowhere. */
  readonly cacheKind?: string;
  readonly steps: readonly StepFacts[];
  /** By image: the steps that lead to it, where the stream or provenance tells. */
  readonly imageSteps: ReadonlyMap<ImageId, StepCount>;
  readonly builder?: BuilderFacts;
  /** The complete ones only; nothing of an unfinished image is here. */
  readonly layouts: readonly Layout[];
  readonly failure?: BuildFailure;
  /** By image: the provenance document as it came (foreign, unparsed), where there is one. */
  readonly provenance: ReadonlyMap<ImageId, unknown>;
  readonly notices: readonly Notice[];
  /** Of all Dockerfiles that were built. */
  readonly checks: readonly BuildCheck[];
  /** bake's own metadata file, as it came; absent when the bake failed. */
  readonly metadata?: unknown;
}
