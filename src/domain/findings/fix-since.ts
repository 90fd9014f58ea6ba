export interface FixSince {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The first record of the default branch with the fix, else the advisory itself. */
  readonly from: 'record' | 'advisory';
}
