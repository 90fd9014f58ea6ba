export interface StepCount {
  readonly steps: number;
  readonly cachedSteps: number;
  /** Of its contexts, to the builder. */
  readonly transferredBytes: number;
  /** Of the longest chain of steps that lead to it, those that it shares with other images too. */
  readonly seconds: number;
}
