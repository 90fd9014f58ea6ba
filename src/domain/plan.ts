import type {Place} from '../errors.ts';
import type {ImageId} from './image-id.ts';
import type {Known} from './known.ts';
import type {BuiltFrom} from './plan/target.ts';
import type {Policy} from './policy/policy.ts';
import type {VexDocument} from './policy/vex.ts';

/** One image that the run is about: a target on one platform. */
export interface PlannedImage {
  readonly id: ImageId;
  readonly name: string;
  /** The bake target that builds it; several platforms share one. */
  readonly target: string;
  readonly platform: string;
  /** Absolute path of the Dockerfile; absent for inline and remote ones. */
  readonly dockerfilePath?: string;
  /** The same, relative to the repository's root, for places. */
  readonly dockerfile?: string;
  /** Its Dockerfile, or where the bake or compose file names it; absent when neither is in the repository. */
  readonly definedAt?: Place;
  /** Text of the Dockerfile as it is on disk or inline; absent for remote ones. */
  readonly dockerfileText?: string;
  /** The last stage that is built (`target:`); absent means the file's last. */
  readonly stage?: string;
  /** Policies of the build's own; absent: there are none. */
  readonly buildPolicy?: PlannedBuildPolicy;
  /** Absolute path of the build context, when it is on this disk. */
  readonly contextPath?: string;
  /** Absolute paths of the named contexts that are folders on this disk, by name. */
  readonly namedContexts: Readonly<Record<string, string>>;
  /** As the definition says it. */
  readonly builtFrom?: BuiltFrom;
  /** What compose sets at run time, over the image (mentioned, never judged). */
  readonly overrides: readonly ComposeOverride[];
}

export interface BuildPolicyFile {
  /** Relative to the repository's root, where it lies in it. */
  readonly file: string;
  /** Of what it says: nobody but BuildKit reads it. */
  readonly hash: string;
}

export interface PlannedBuildPolicy {
  readonly files: readonly BuildPolicyFile[];
  /** A definition that seems to name some: a buildx that does not know them leaves them out. */
  readonly saidIn?: string;
}

/** Never a value of an environment variable. */
export type ComposeOverride =
  | {readonly key: 'user'; readonly value: string}
  | {readonly key: 'healthcheck'; readonly value: 'disabled' | 'replaced'};

/** The resolved definition that is given to bake. */
export interface Definition {
  readonly kind: 'bake' | 'compose' | 'dockerfile';
  /** Absolute: where bake runs, and its relative paths start; of compose files, the first one's. */
  readonly folder: string;
  /** Absolute paths, as given to `bake -f`. */
  readonly files: readonly string[];
  readonly targets: readonly string[];
  /** The user's own `--set` values. */
  readonly set: readonly string[];
  /** The user's own `--allow` values. */
  readonly allow: readonly string[];
}

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

/** A sentence for the reader that changes no verdict. */
export interface Notice {
  /** Who says it: `plan`, `build`, `scan`, a publisher's name, ... */
  readonly from: string;
  readonly message: string;
}
