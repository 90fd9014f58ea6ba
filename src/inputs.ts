/** What was asked, read once. Names and descriptions live in action.yml alone. */

/** The inputs that mirror a key of the policy; what is absent is the policy's business. */
export interface PolicyInputs {
  /** `500MB` for every image, or by image name. As written; policy/ parses sizes. */
  readonly maxSize?: {readonly all?: string; readonly images: ReadonlyMap<string, string>};
  readonly user?: string;
  readonly healthcheck?: string;
  readonly failOn?: string;
}

export interface Inputs {
  /** Absolute. */
  readonly workdir: string;
  /** As written, relative to `workdir`. */
  readonly files: readonly string[];
  readonly targets: readonly string[];
  readonly set: readonly string[];
  readonly allow: readonly string[];
  readonly noCache: boolean;
  readonly pull: boolean;
  /** Path as written; undefined: `.github/plimsoll.yml` where it is. */
  readonly config: string | undefined;
  /** The same YAML, inline. */
  readonly policy: string | undefined;
  readonly key: string | undefined;
  readonly mirrors: PolicyInputs;
  readonly enforce: boolean;
  /** For the whole run. */
  readonly timeoutSeconds: number;
  readonly trivyPath: string | undefined;
  /** In order of preference; empty: Trivy's own. */
  readonly dbRepositories: readonly string[];
  /** A folder that holds `db/trivy.db` (a Trivy cache folder); nothing is fetched then. */
  readonly dbPath: string | undefined;
  /** Absolute; undefined: a temporary folder under Actions, `.plimsoll` on a laptop. */
  readonly reportDir: string | undefined;
  /** Command only: report.json to standard output, nothing else there. */
  readonly json: boolean;
  /** Command only: keep the layouts after the run. */
  readonly keep: boolean;
  /** What was asked in so many words, by input name, for the report: an allow-list, no `set`, `policy`, tokens. */
  readonly request: Readonly<Record<string, string | boolean | readonly string[]>>;
}
