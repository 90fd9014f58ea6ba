/** What a Dockerfile says of itself. Lines count from 1. */
export interface DockerfileInstruction {
  /** Upper case: `FROM`, `USER`, ... */
  readonly keyword: string;
  /** The instruction's own text, as committed, on one line. */
  readonly text: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Position of its stage, from 0; -1 before the first FROM. */
  readonly stage: number;
}

export interface DockerfileFacts {
  /** Relative to the repository's root; absent for a Dockerfile that is not a file (inline, remote). */
  readonly file?: string;
  readonly instructions: readonly DockerfileInstruction[];
  /** Positions of the stages that lead to the built one (FROM, COPY --from, RUN --mount=from), built one last. */
  readonly usedStages: readonly number[];
}
