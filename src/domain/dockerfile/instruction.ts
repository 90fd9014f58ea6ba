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
