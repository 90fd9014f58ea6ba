/** The log of a run that is being ended: what it breaks off itself is no failure to be read of. Pure. */
import type {Deps, Log, Section} from '../deps.ts';
import {RUN_OVER} from '../errors.ts';

/** The same log, in which nothing is blamed for the run's own end. */
export function endedLog({log, signal}: Pick<Deps, 'log' | 'signal'>): Log {
  const isTold = (text: string): boolean => !signal.aborted || !text.includes(RUN_OVER);
  const quiet = <T extends Pick<Section, 'line' | 'untrusted'>>(to: T): T => ({
    ...to,
    line: (text: string) => {
      if (isTold(text)) to.line(text);
    },
    untrusted: (text: string) => {
      if (isTold(text)) to.untrusted(text);
    },
  });
  return {
    ...quiet(log),
    live: (title) => quiet(log.live(title)),
    task: (title) => quiet(log.task(title)),
  };
}
