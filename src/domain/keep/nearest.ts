/** The nearest commit that has kept a record. Pure. */
import type {ImageId} from '../image-id.ts';
import {recordPrefix} from './keys.ts';

export interface Ancestor {
  readonly commit: string;
  /** Commits between it and the base that was looked for. */
  readonly back: number;
}

/** The first of the commits under which a key is kept for any of the images. */
export function nearestKept(
  commits: readonly string[],
  {keys, images}: {readonly keys: readonly string[]; readonly images: readonly ImageId[]},
): Ancestor | undefined {
  const isKept = (commit: string): boolean =>
    images.some((image) => keys.some((key) => key.startsWith(recordPrefix(image, commit))));
  const back = commits.findIndex(isKept);
  const commit = commits[back];
  return commit === undefined ? undefined : {commit, back};
}
