/** A sentence for the reader that changes no verdict. */
export interface Notice {
  /** Who says it: `plan`, `build`, `scan`, a publisher's name, ... */
  readonly from: string;
  readonly message: string;
}
