/** A file with holes: what is nothing but zeros takes no room on the disk. */
import {open, type FileHandle} from 'node:fs/promises';
import {Writable} from 'node:stream';

/** Whole blocks of every file system in use. */
const PIECE = 64 * 1024;
const ZEROS = Buffer.alloc(PIECE);

/** A new file in a folder that is there; one that exists is an error of the stream. */
export function sparseSink(path: string): Writable {
  let file: FileHandle | undefined;
  let at = 0;
  const write = async (chunk: Buffer): Promise<void> => {
    for (const {start, end} of filledRuns(chunk))
      await file?.write(chunk, start, end - start, at + start);
    at += chunk.length;
  };
  const close = async (): Promise<void> => {
    const open = file;
    file = undefined;
    await open?.close();
  };
  return new Writable({
    construct: (done) => {
      const opening = open(path, 'wx').then((opened) => (file = opened));
      settle(opening, done);
    },
    write: (chunk: Buffer, _, done) => {
      settle(write(chunk), done);
    },
    // The last hole is in the file's length alone.
    final: (done) => {
      settle(file?.truncate(at) ?? Promise.resolve(), done);
    },
    destroy: (error, done) => {
      close().then(
        () => {
          done(error);
        },
        (failure: unknown) => {
          done(error ?? (failure instanceof Error ? failure : new Error(String(failure))));
        },
      );
    },
  });
}

function settle(work: Promise<unknown>, done: (error?: Error | null) => void): void {
  work.then(() => {
    done();
  }, done);
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** What is not zero, in pieces that are written at once. */
function filledRuns(chunk: Buffer): readonly Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < chunk.length; start += PIECE) {
    const end = Math.min(start + PIECE, chunk.length);
    if (chunk.subarray(start, end).equals(ZEROS.subarray(0, end - start))) continue;
    const last = runs.at(-1);
    if (last?.end === start) runs[runs.length - 1] = {start: last.start, end};
    else runs.push({start, end});
  }
  return runs;
}
