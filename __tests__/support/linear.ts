/** Measures how the time of a function grows with what it is given. */

/** One expression or loop over foreign text or lists. */
export interface Row {
  readonly name: string;
  /** An input of about so many characters, which would make a backtracking expression begin anew. */
  readonly pump: (characters: number) => unknown;
  readonly run: (input: never) => unknown;
}

export const again = (piece: string, characters: number): string =>
  piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);

/** Below this nothing is told from noise: a collection of garbage on a busy machine takes as long. */
const FLOOR_MS = 30;
const TRIES = 4;
const SIZES = [9_900, 99_000, 990_000] as const;
export const MOST_GROWTH = 15;
/** From here on the next size would take too long for a test: what grows tenfold is told by the sizes before. */
const LONG_MS = 600;

/** Milliseconds on the processor: others on the machine do not count. */
export function processorMs(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const {user, system} = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** Milliseconds for each size: the best of some tries, as far as they are needed. */
export function timesOf({pump, run}: Row): readonly number[] {
  let times: number[] = [];
  for (const size of SIZES) {
    const input = pump(size) as never;
    const most = Math.max(times.at(-1) ?? Infinity, FLOOR_MS) * MOST_GROWTH;
    let best = Infinity;
    for (let tries = 0; tries < TRIES && best > (tries === 0 ? 0 : most); tries += 1) {
      best = Math.min(
        best,
        processorMs(() => run(input)),
      );
    }
    times = [...times, best];
    if (best > most || best > LONG_MS) break;
  }
  return times;
}

/** Undefined for what is linear. */
export function complaint(row: Row): string | undefined {
  const times = timesOf(row);
  const words = `${row.name}: ${times.map((time) => `${time.toFixed(1)} ms`).join(', ')}`;
  const isSteep = times.some(
    (time, at) => at > 0 && time > Math.max(times[at - 1] ?? 0, FLOOR_MS) * MOST_GROWTH,
  );
  return isSteep ? words : undefined;
}
