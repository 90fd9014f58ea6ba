/** What a build tells about itself. Seconds and bytes; lines count from 1. */
import type {BuildCheck} from './checks.ts';
import type {Denial} from './denial.ts';
import type {Layout} from '../layout.ts';
import type {StepCount} from './step-count.ts';
import type {ImageId} from '../image-id.ts';
import type {Notice} from '../notice.ts';

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
