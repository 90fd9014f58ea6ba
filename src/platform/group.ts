/** A child and all that it started: ended as one, and waited for no longer than its deadline allows. */
import type {RunResult} from '../deps.ts';

/** What was killed is gone by then; what has left the group may hold its streams for ever. */
const LEAVE_AFTER_SECONDS = 1;

export type Reason = Extract<RunResult['ended'], 'deadline' | 'aborted' | 'stopped'>;

export interface GroupOptions {
  readonly deadlineSeconds: number;
  readonly own: AbortSignal | undefined;
  readonly ofRun: AbortSignal;
  /** What a child that is ended has to end by itself. */
  readonly graceSeconds: number;
  /** Will be told who leads it. */
  readonly isLed: boolean;
}

export class Group {
  readonly #options: GroupOptions;
  readonly #signal: AbortSignal;
  readonly #over = Promise.withResolvers<undefined>();
  readonly #timers: NodeJS.Timeout[] = [];
  #leader: number | undefined;
  #reason: Reason | undefined;
  #isOver = false;

  constructor(options: GroupOptions) {
    const {own, ofRun, deadlineSeconds} = options;
    this.#options = options;
    this.#signal = AbortSignal.any([ofRun, ...(own === undefined ? [] : [own])]);
    this.#after(deadlineSeconds, () => {
      this.#terminate('deadline');
    });
    if (this.#signal.aborted) this.#onAbort();
    else this.#signal.addEventListener('abort', this.#onAbort, {once: true});
  }

  /** Why it has to end; undefined while it may go on. */
  get reason(): Reason | undefined {
    return this.#reason;
  }

  /** Waiting has no use any more. */
  get over(): Promise<undefined> {
    return this.#over.promise;
  }

  lead(pid: number | undefined): void {
    this.#leader = pid;
    // One that comes when nobody waits any more has nobody to end it later.
    if (this.#reason !== undefined) this.kill(this.#isOver ? 'SIGKILL' : 'SIGTERM');
  }

  /** Signals all of it; a group that is gone already is no error. */
  kill(signal: NodeJS.Signals): void {
    if (this.#leader === undefined) return;
    try {
      process.kill(-this.#leader, signal);
    } catch {
      // It has ended by itself.
    }
  }

  /** The leader has ended; where it had to, nothing of its group stays. */
  end(): void {
    this.#isOver = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#signal.removeEventListener('abort', this.#onAbort);
    if (this.#reason !== undefined) this.kill('SIGKILL');
  }

  /** What the run's end breaks off is no failure. */
  readonly #onAbort = (): void => {
    this.#terminate(this.#options.ofRun.aborted ? 'stopped' : 'aborted');
  };

  #terminate(reason: Reason): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    const {isLed} = this.#options;
    this.kill('SIGTERM');
    this.#after(isLed ? this.#options.graceSeconds : 0, () => {
      this.kill('SIGKILL');
      this.#after(isLed ? LEAVE_AFTER_SECONDS : 0, () => {
        this.#over.resolve(undefined);
      });
    });
  }

  #after(seconds: number, work: () => void): void {
    this.#timers.push(setTimeout(work, seconds * 1000));
  }
}
