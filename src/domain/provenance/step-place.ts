/** Where a step stands in one of the Dockerfiles that provenance holds. */
export interface StepPlace {
  /** Position in `ProvenanceFacts.dockerfiles`. */
  readonly dockerfile: number;
  readonly startLine: number;
  readonly endLine: number;
}
