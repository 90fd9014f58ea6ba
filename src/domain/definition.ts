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
