import type {Definition} from '../definition.ts';
import type {Known} from '../known.ts';
import type {Notice} from '../notice.ts';
import type {PlannedImage} from '../planned-image.ts';
import type {Policy} from '../policy/policy.ts';
import type {VexDocument} from '../policy/vex.ts';

/** A checkout, and the commit that it is of. */
export interface Checkout {
  /** Absolute. */
  readonly root: string;
  readonly commit: string;
}

export interface Plan {
  /** Absolute: where docker runs, but for what reads the definition. */
  readonly workdir: string;
  /** Absolute: what places are relative to. */
  readonly repository: string;
  /** What is built belongs to it; `unable`: why none is known, in words that can follow a colon. */
  readonly checkout: Known<Checkout>;
  readonly definition: Definition;
  /** The definition as bake resolves it, as JSON: it may hold what must not be shown. */
  readonly resolved: string;
  /** Targets of which the definition itself says where their build cache is. */
  readonly cachedTargets: readonly string[];
  readonly images: readonly PlannedImage[];
  readonly policy: Policy;
  /** For the scanner, in the order of the policy. */
  readonly vex: readonly VexDocument[];
  /** Versions by name: docker, buildx. */
  readonly tools: Readonly<Record<string, string>>;
  /** Sentences for the report: what was found, what was passed over. */
  readonly notices: readonly Notice[];
}
