/** A cache that is taken from and never answers: noticed, so that the build can go on without it. */
import type {Clock} from '../../deps.ts';
import {classifyStepEnd, ownWords} from '../../domain/build/step-end.ts';
import type {ProgressEvent, Step} from '../../domain/build/progress.ts';

const IMPORT = /^importing cache manifest/;
const LOOK_SECONDS = 0.25;
/** How BuildKit says that a layer is not what its cache has promised. */
const BAD_BLOB = /unexpected digest|failed precondition|failed to (?:load|copy|read)/i;

/** That is no cache's fault, and without it there is no more room. */
const NO_SPACE = /no space left on device/i;

export interface ImportWatch {
  readonly see: (event: ProgressEvent) => void;
  /** Aborted when an import has made no progress for that long. */
  readonly signal: AbortSignal;
  readonly end: () => void;
}

export function watchImport(patienceSeconds: number, clock: Clock): ImportWatch {
  const hanging = new AbortController();
  const ended = new AbortController();
  const importing = new Set<string>();
  let last = clock.seconds();
  void (async () => {
    while (!ended.signal.aborted) {
      await clock.sleep(LOOK_SECONDS, ended.signal);
      const isSilent = clock.seconds() - last > patienceSeconds;
      if (importing.size > 0 && isSilent) hanging.abort();
    }
  })();
  return {
    see: ({vertexes = []}) => {
      last = clock.seconds();
      for (const {digest, name, started, completed} of vertexes) {
        if (!IMPORT.test(name)) continue;
        if (completed !== undefined) importing.delete(digest);
        else if (started !== undefined) importing.add(digest);
      }
    },
    signal: hanging.signal,
    end: () => {
      ended.abort();
    },
  };
}

/** What the cache has spoiled: an import that failed, or a build that failed for what came of it. */
export function importTrouble(
  steps: readonly Step[],
  {isFailed}: {readonly isFailed: boolean},
): string | undefined {
  const failed = steps.filter(({error}) => error !== undefined);
  const imported = failed.find(({names}) => [...names].some((name) => IMPORT.test(name)));
  if (imported?.error !== undefined) return `could not be read (${imported.error})`;
  const blob = failed.find(
    ({error = ''}) =>
      classifyStepEnd(error) === 'engine' &&
      BAD_BLOB.test(ownWords(error)) &&
      !NO_SPACE.test(error),
  );
  return isFailed && blob?.error !== undefined
    ? `gave what it should not (${blob.error})`
    : undefined;
}
