import type {RuleOptions} from './rule.ts';
import type {SecretRule} from './secret-rules.ts';
import type {VexStatement} from './vex.ts';
import type {RuleId} from './rules/index.ts';

/** An accepted violation. Absent keys match anything. */
export interface Waiver {
  readonly rule: RuleId;
  readonly image?: string;
  readonly id?: string;
  readonly package?: string;
  /** A glob over paths in the image. */
  readonly path?: string;
  /** Instead of a violation: a part that was not judged, as its sentence names it. */
  readonly unjudged?: string;
  readonly reason: string;
  /** `YYYY-MM-DD`; the waiver holds through this day, UTC. */
  readonly expires: string;
  /** Where it stands, for notices: a file, or `input policy`. */
  readonly source: {readonly file: string; readonly line: number};
}

/** A line of `.trivyignore` or an entry of `.trivyignore.yaml`. */
export interface Ignore {
  readonly id: string;
  /** Relative to the repository's root. */
  readonly file: string;
  readonly line: number;
  /** Absent: both, as a line of `.trivyignore` does not say. */
  readonly kind?: 'vulnerability' | 'secret';
  /** Globs over paths in the image; one must match. */
  readonly paths?: readonly string[];
  /** Package URLs, with or without version and qualifiers; one must match. */
  readonly purls?: readonly string[];
  readonly statement?: string;
  /** `YYYY-MM-DD`; holds before this day as Trivy does. */
  readonly expires?: string;
}

/** Complete options of every rule. */
export type RuleSettings = Readonly<Record<RuleId, RuleOptions>>;

/** The effective policy: defaults, file, inline policy and inputs merged. */
export interface Policy {
  readonly rules: RuleSettings;
  /** By image name: what differs there, already merged over `rules`. */
  readonly images: ReadonlyMap<string, RuleSettings>;
  readonly waivers: readonly Waiver[];
  readonly ignores: readonly Ignore[];
  readonly vex: readonly VexStatement[];
  /** Looked for beside the scanner's own; absent: none. */
  readonly secretRules?: readonly SecretRule[];
  /** Only some of the images were asked for: what is not needed here may be for another one. */
  readonly isPart?: true;
}

/** The rules as they hold for one image. */
export function rulesFor(policy: Policy, image: string): RuleSettings {
  return policy.images.get(image) ?? policy.rules;
}
