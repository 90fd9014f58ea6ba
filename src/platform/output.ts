import type {ChildProcess} from 'node:child_process';
import type {RunOptions, RunResult} from '../deps.ts';
import {LineSplitter} from '../domain/text/line-splitter.ts';

const DEFAULT_OUTPUT_BYTES = 64 * 1024 * 1024;
const STREAMS = ['stdout', 'stderr'] as const;

/** Keeps the first `limit` bytes of a stream. */
class OutputBuffer {
  readonly #limit: number;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  truncated = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(chunk: Buffer): void {
    const room = this.#limit - this.#bytes;
    if (chunk.length > room) this.truncated = true;
    if (room <= 0) return;
    const kept = chunk.subarray(0, room);
    this.#chunks.push(kept);
    this.#bytes += kept.length;
  }

  text(encoding: 'utf8' | 'latin1' = 'utf8'): string {
    return Buffer.concat(this.#chunks).toString(encoding);
  }
}

/** What a child writes, bounded. */
export class Output {
  readonly #run: RunOptions;
  readonly #buffers: Readonly<Record<(typeof STREAMS)[number], OutputBuffer>>;
  readonly #lines: LineSplitter;
  #child: ChildProcess | undefined;

  constructor(run: RunOptions) {
    const limit = run.maxOutputBytes ?? DEFAULT_OUTPUT_BYTES;
    this.#run = run;
    this.#buffers = {stdout: new OutputBuffer(limit), stderr: new OutputBuffer(limit)};
    this.#lines = new LineSplitter(run.onStderrLine ?? (() => undefined));
  }

  readonly listeners = {
    stdout: (chunk: Buffer): void => {
      this.#buffers.stdout.add(chunk);
    },
    stderr: (chunk: Buffer): void => {
      this.#buffers.stderr.add(chunk);
      this.#lines.add(chunk);
    },
  };

  /** From now on @actions/exec hears nothing: it keeps a line without bound, and searches it anew for each piece. */
  take(child: ChildProcess): void {
    this.#child = child;
    for (const name of STREAMS) {
      child[name]?.removeAllListeners('data');
      child[name]?.on('data', this.listeners[name]);
    }
  }

  /** Whoever still holds the streams is not waited for. */
  end(): void {
    for (const name of STREAMS) this.#child?.[name]?.destroy();
    this.#lines.end();
  }

  result(): Pick<RunResult, 'stdout' | 'stderr' | 'truncated'> {
    const {stdout, stderr} = this.#buffers;
    return {
      stdout: stdout.text(this.#run.encoding),
      stderr: stderr.text(),
      truncated: stdout.truncated || stderr.truncated,
    };
  }
}
