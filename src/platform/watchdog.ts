/**
 * The deadline and the signals hold whatever computes (threats.md rule 16). A timer, and node's handler of a
 * signal, have their turn only when the main thread pauses; what never pauses has neither. A small thread
 * beside it looks whether the main one still does:
 *
 * - For a few seconds not: SIGINT and SIGTERM get back what they mean to every program, and end the process
 *   at once. What the run owns is removed by the post step, as after a hard kill.
 * - Not after the deadline either: the computation is broken off where it is (V8's own termination, by the
 *   inspector, which interrupts loops and expressions). The main thread then reports and cleans up in order.
 * - Still not (a native function that does not look up): one sentence, and the process is killed.
 *
 * Where a timer's own callback computes, breaking it off makes node abort: it ends, but reports nothing. Foreign
 * text is read in async functions and in listeners of streams, which go on in order.
 *
 * A worker for the whole run would be ended more simply, but has no terminal, no signals and no exit status.
 */
import {Worker} from 'node:worker_threads';
import type {Watchdog} from '../deps-services.ts';
import {ToolError} from '../errors.ts';

const BEAT_MS = 250;

export interface StuckLimits {
  /** Seconds without a pause, after which a signal ends the process at once. */
  readonly signals: number;
  /** The same, after which what goes on behind the deadline is broken off, and then killed. */
  readonly deadline: number;
}

const STUCK_LIMITS: StuckLimits = {signals: 3, deadline: 5};

/** @param arm listens to the signals again */
export function liveWatchdog(arm: () => void, limits: StuckLimits = STUCK_LIMITS): Watchdog {
  const {promise: stuck, reject} = Promise.withResolvers<never>();
  // Nobody may be waiting when it happens.
  stuck.catch(() => undefined);
  return {
    stuck,
    start: (deadlineSeconds) => {
      // [0] counts the pauses of the main thread; [1] how often it was broken off.
      const shared = new Int32Array(new SharedArrayBuffer(8));
      const words = `the ${deadlineSeconds} seconds of timeout are over, and a computation that makes no pause went on behind them; it was ended. The input timeout allows more`;
      const workerData = {shared, deadlineSeconds, patience: limits, beatMs: BEAT_MS, words};
      const worker = new Worker(`(${watch.toString()})()`, {eval: true, workerData, env: {}});
      // Without it the run goes on, as unguarded as a program that has none.
      worker.on('error', () => undefined);
      worker.unref();
      setInterval(() => {
        Atomics.add(shared, 0, 1);
        if (process.listenerCount('SIGTERM') === 0) arm();
        if (Atomics.load(shared, 1) > 0)
          reject(new ToolError('plimsoll', `The run was ended: ${words}.`));
      }, BEAT_MS).unref();
    },
  };
}

/** Runs in the thread beside, from its text alone: it can name nothing of this module. */
function watch(): void {
  interface Given {
    readonly shared: Int32Array;
    readonly deadlineSeconds: number;
    readonly patience: StuckLimits;
    readonly beatMs: number;
    readonly words: string;
  }
  const threads = process.getBuiltinModule('node:worker_threads');
  const {Session} = process.getBuiltinModule('node:inspector');
  const {writeSync} = process.getBuiltinModule('node:fs');
  const {shared, deadlineSeconds, patience: limits, beatMs, words} = threads.workerData as Given;
  const tell = (method: string, params: object): void => {
    const session = new Session();
    session.connectToMainThread();
    session.post(method, params, () => {
      session.disconnect();
    });
  };
  const beatsIn = (seconds: number): number => Math.ceil((seconds * 1000) / beatMs);
  const mute = "for (const name of ['SIGINT', 'SIGTERM']) process.removeAllListeners(name)";
  let [seen, silent, ticks] = [0, 0, 0];
  // Its own ticks are counted, not the time: a machine that slept was not computing.
  setInterval(() => {
    ticks += 1;
    const now = Atomics.load(shared, 0);
    silent = now === seen ? silent + 1 : 0;
    seen = now;
    if (silent === beatsIn(limits.signals)) tell('Runtime.evaluate', {expression: mute});
    if (ticks < beatsIn(deadlineSeconds) || silent < beatsIn(limits.deadline)) return;
    if (silent % beatsIn(limits.deadline) !== 0) return;
    if (silent < 2 * beatsIn(limits.deadline)) {
      Atomics.add(shared, 1, 1);
      tell('Runtime.terminateExecution', {});
      return;
    }
    writeSync(2, `plimsoll: ${words}.\n`);
    process.kill(process.pid, 'SIGKILL');
  }, beatMs);
}
