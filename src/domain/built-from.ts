/** What an image is built from, as far as its definition says it. Paths are relative to the root of the repository. */

/** What a Dockerfile is, as far as a definition says it; paths are relative to the root of the repository. */
export interface Recipe {
  /** Absent: it is written in the definition, or lies elsewhere. */
  readonly dockerfile?: string;
  /** Absent: the file's last. */
  readonly stage?: string;
  /** A folder, or the address of what is elsewhere. */
  readonly context?: string;
}

/** What the Dockerfile calls by a name. */
export interface NamedContext extends Recipe {
  readonly name: string;
  /** Another target; absent: a folder. */
  readonly target?: string;
}

export interface BuiltFrom extends Recipe {
  /** Its own, and those of the targets that it is built upon. */
  readonly contexts: readonly NamedContext[];
}
