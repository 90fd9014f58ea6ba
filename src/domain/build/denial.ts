/** What a build policy would not have. Foreign text. */
export interface Denial {
  /** `docker-image://docker.io/library/nginx:latest` */
  readonly source: string;
  /** The policy's own words; there may be none. */
  readonly messages: readonly string[];
  /** Absent where buildx names none. */
  readonly target?: string;
}
