/** Has mutants tried in a worker: what hangs, or takes all memory, ends with it. */
import {Worker} from 'node:worker_threads';
import {z} from 'zod';

const answerSchema = z.object({
  id: z.number(),
  passed: z.boolean().optional(),
  error: z.string().optional(),
});
const MEMORY_MB = 2048;
const ASKED_EVERY_MS = 100;
/** As many times as long by the clock: what waits for nothing takes no time of a processor. */
const PATIENCE = 12;

export interface Answer {
  /** Past the first parser. */
  readonly passed: boolean;
  /** Of a processor's time. */
  readonly ms: number;
  /** Why it is a find; absent: it is none. */
  readonly found?: string;
}

export interface AskerOptions {
  /** Whose `TARGETS` are asked. */
  readonly module: URL;
  readonly longestMs: number;
  /** Where the worker makes its temporary folders. */
  readonly scratch: string;
}

export class Asker {
  readonly #options: AskerOptions;
  #worker: Promise<Worker>;
  #asked = 0;

  constructor(options: AskerOptions) {
    this.#options = options;
    this.#worker = start(options);
  }

  /** Slow is what takes too long twice: the first time, code may still have been made ready to run. */
  async ask(target: string, mutant: Buffer): Promise<Answer> {
    const first = await this.#askOnce(target, mutant);
    return first === 'slow' ? this.#askAgain(target, mutant) : first;
  }

  async end(): Promise<void> {
    await (await this.#worker).terminate();
  }

  async #askAgain(target: string, mutant: Buffer): Promise<Answer> {
    const {longestMs} = this.#options;
    const again = await this.#askOnce(target, mutant);
    if (again !== 'slow') return again;
    const found = `it takes more than ${longestMs / 1000} s, and did so again in a fresh worker`;
    return {passed: false, ms: longestMs, found};
  }

  /** Only this worker's answer to this question counts; one that is ended can say what it likes. */
  async #askOnce(target: string, mutant: Buffer): Promise<Answer | 'slow'> {
    const worker = await this.#worker;
    const id = (this.#asked += 1);
    const {longestMs} = this.#options;
    const [begin, started] = [processorMs(), performance.now()];
    const answer = await new Promise<Answer | 'slow'>((resolve) => {
      const timer = setInterval(() => {
        const waited = performance.now() - started;
        if (processorMs() - begin > longestMs || waited > PATIENCE * longestMs) settle('slow');
      }, ASKED_EVERY_MS);
      function settle(given: Omit<Answer, 'ms'> | 'slow'): void {
        clearInterval(timer);
        worker.off('message', hear);
        worker.off('error', die);
        resolve(given === 'slow' ? given : {...given, ms: processorMs() - begin});
      }
      function hear(message: unknown): void {
        const {id: answered, passed, error} = answerSchema.parse(message);
        if (answered !== id) return;
        settle({passed: passed ?? false, ...(error === undefined ? {} : {found: error})});
      }
      function die(error: unknown): void {
        settle({passed: false, found: `the worker died of it: ${String(error)}`});
      }
      worker.on('message', hear);
      worker.on('error', die);
      worker.postMessage({id, target, mutant});
    });
    if (answer === 'slow' || answer.found !== undefined) {
      await worker.terminate();
      this.#worker = start(this.#options);
    }
    return answer;
  }
}

/** Of this process, whose one other thread waits meanwhile: a busy machine makes nothing slow. */
function processorMs(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

function start({module, scratch}: AskerOptions): Promise<Worker> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: {module: module.href},
    env: {...process.env, TMPDIR: scratch},
    resourceLimits: {maxOldGenerationSizeMb: MEMORY_MB},
  });
  return new Promise((resolve, reject) => {
    // Stays: an error that comes while nothing is asked must not end the parent.
    worker.on('error', reject);
    worker.once('message', () => {
      resolve(worker);
    });
  });
}
