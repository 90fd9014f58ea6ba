import {setTimeout as wait} from 'node:timers/promises';
import type {Clock} from '../deps.ts';

export const liveClock: Clock = {
  now: () => new Date(),
  seconds: () => performance.now() / 1000,
  sleep: async (seconds, signal) => {
    try {
      await wait(seconds * 1000, undefined, signal === undefined ? {} : {signal});
    } catch (error) {
      // An aborted pause is over: whoever waited looks at the signal next.
      if (signal?.aborted !== true) throw error;
    }
  },
};
