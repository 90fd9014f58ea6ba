/** What the report folder is called as an artifact, and which attempt of a job counts. Pure. */
import {createHash} from 'node:crypto';

/** Others' artifacts begin otherwise. */
export const ARTIFACT_PREFIX = 'plimsoll-';

const NAME = /^plimsoll-([0-9a-f]{16})-([1-9]\d{0,5})$/;

export interface ArtifactParts {
  /** Of all images: key, name and platform. */
  readonly images: readonly string[];
  /** The input: a run that ended before it knew its images still has it. */
  readonly key: string | undefined;
  readonly attempt: string;
}

/** The same in every attempt of a job, and another one in every job that builds something else. */
export function artifactName({images, key, attempt}: ArtifactParts): string {
  const text = JSON.stringify([key ?? '', ...images.toSorted()]);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `${ARTIFACT_PREFIX}${hash}-${attempt}`;
}

export interface ArtifactOf {
  readonly hash: string;
  readonly attempt: number;
}

/** Undefined for what is not called so. */
export function parseArtifactName(name: string): ArtifactOf | undefined {
  const [, hash, attempt] = NAME.exec(name) ?? [];
  return hash === undefined ? undefined : {hash, attempt: Number(attempt)};
}

/** Of several attempts of one job the last; what is called otherwise stays. */
export function newestAttempts<T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const last = new Map<string, number>();
  const parsed = all.map((one) => ({one, of: parseArtifactName(nameOf(one))}));
  for (const {of} of parsed)
    if (of !== undefined) last.set(of.hash, Math.max(of.attempt, last.get(of.hash) ?? 0));
  return parsed
    .filter(({of}) => of === undefined || of.attempt === last.get(of.hash))
    .map(({one}) => one);
}
