export interface Loosening {
  /** `rules.size.max`, `a waiver for CVE-2026-1`. */
  readonly about: string;
  /** Names; absent: all of them. */
  readonly images?: readonly string[];
  readonly before: string;
  readonly now: string;
  /** The base's policy judged this run, and this holds from the merge on; absent: it holds now. */
  readonly when?: 'merged';
}
