/** The nearest commit that has kept a record. Pure. */
import type {ImageId} from '../image-id.ts';
import {recordPrefix, runPrefix} from './keys.ts';

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
  return nearest(commits, (commit) =>
    images.some((image) => keys.some((key) => key.startsWith(recordPrefix(image, commit)))),
  );
}

/** The first of the commits under which a run has kept what it was about. */
export function nearestRun(
  commits: readonly string[],
  keys: readonly string[],
): Ancestor | undefined {
  return nearest(commits, (commit) => keys.some((key) => key.startsWith(runPrefix(commit))));
}

function nearest(
  commits: readonly string[],
  isKept: (commit: string) => boolean,
): Ancestor | undefined {
  const back = commits.findIndex(isKept);
  const commit = commits[back];
  return commit === undefined ? undefined : {commit, back};
}
