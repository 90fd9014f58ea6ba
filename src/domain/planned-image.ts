import type {Place} from '../errors.ts';
import type {ImageId} from './image-id.ts';
import type {BuiltFrom} from './built-from.ts';

/** One image that the run is about: a target on one platform. */
export interface PlannedImage {
  readonly id: ImageId;
  readonly name: string;
  /** The bake target that builds it; several platforms share one. */
  readonly target: string;
  readonly platform: string;
  /** As the definition says them; absent: none. */
  readonly tags?: readonly string[];
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
/** Never a value of an environment variable. */
export type ComposeOverride =
  | {readonly key: 'user'; readonly value: string}
  | {readonly key: 'healthcheck'; readonly value: 'disabled' | 'replaced'};
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
