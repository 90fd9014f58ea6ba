/** Runs a task when its turn has come. */
export type LimitedRunner = <T>(task: () => Promise<T>) => Promise<T>;

/** At most so many tasks at a time, in the order in which they were asked for. */
export function limitConcurrency(most: number): LimitedRunner {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
