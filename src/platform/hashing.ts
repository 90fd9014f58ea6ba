/** SHA-256 of large things on another thread: beside unpacking and walking an archive, not after it. */
import {createHash} from 'node:crypto';
import {Worker} from 'node:worker_threads';
import type {Hashing, Hashes} from '../deps.ts';

/** Pieces of one thing that may be on their way: more would fill the memory. */
const MOST_ON_THE_WAY = 8;
/** From here on another thread is worth its pains. */
const LARGE = 4 * 1024 * 1024;

/** To the thread: a piece of the thing `id`, or that there are no more of it. */
type Ask =
  | {readonly id: number; readonly piece: Uint8Array<ArrayBuffer>}
  | {readonly id: number; readonly piece?: undefined};

/** From the thread: a piece was hashed, or the digest of all. */
interface Answer {
  readonly id: number;
  readonly digest?: string;
}

/** One thread for all; it is started for the first large thing, and ends with the last. */
export function liveHashes(): Hashes {
  const listeners = new Map<number, Listener>();
  let worker: Worker | undefined;
  let next = 0;
  const thread = (): Worker => {
    worker ??= startWorker(listeners);
    return worker;
  };
  const close = (id: number): void => {
    listeners.delete(id);
    if (listeners.size > 0) return;
    void worker?.terminate();
    worker = undefined;
  };
  return {
    sha256: (bytes) => {
      if (bytes < LARGE) return ownHashing();
      next += 1;
      return remoteHashing({id: next, listeners, thread, close});
    },
  };
}

interface Listener {
  readonly onAnswer: (answer: Answer) => void;
  readonly onError: (error: Error) => void;
}

function startWorker(listeners: ReadonlyMap<number, Listener>): Worker {
  const worker = new Worker(`(${work.toString()})()`, {eval: true});
  worker.on('message', (answer: Answer) => listeners.get(answer.id)?.onAnswer(answer));
  worker.on('error', (error: Error) => {
    for (const {onError} of listeners.values()) onError(error);
  });
  return worker;
}

/** What the thread does; as text, so that it needs no file of its own: nothing outside of it is there. */
function work(): void {
  const {parentPort} = process.getBuiltinModule('node:worker_threads');
  const crypto = process.getBuiltinModule('node:crypto');
  const hashes = new Map<number, ReturnType<typeof createHash>>();
  parentPort?.on('message', ({id, piece}: Ask) => {
    const hash = hashes.get(id) ?? crypto.createHash('sha256');
    if (piece === undefined) {
      hashes.delete(id);
      parentPort.postMessage({id, digest: hash.digest('hex')});
      return;
    }
    hashes.set(id, hash.update(piece));
    // A collector that waits until hundreds of megabytes have gone by takes longer.
    piece.buffer.transfer(0);
    parentPort.postMessage({id});
  });
}

function ownHashing(): Hashing {
  const hash = createHash('sha256');
  return {
    take: (piece) => {
      hash.update(piece);
      return Promise.resolve();
    },
    digest: () => Promise.resolve(hash.digest('hex')),
    end: () => undefined,
  };
}

interface Remote {
  readonly id: number;
  readonly listeners: Map<number, Listener>;
  readonly thread: () => Worker;
  readonly close: (id: number) => void;
}

function remoteHashing({id, listeners, thread, close}: Remote): Hashing {
  let onTheWay = 0;
  let room = Promise.withResolvers<undefined>();
  const digest = Promise.withResolvers<string>();
  // Whoever takes no digest any more has no use for its error.
  void digest.promise.catch(() => undefined);
  listeners.set(id, {
    onAnswer: (answer) => {
      if (answer.digest !== undefined) {
        digest.resolve(answer.digest);
        return;
      }
      onTheWay -= 1;
      room.resolve(undefined);
      room = Promise.withResolvers();
    },
    onError: (error) => {
      digest.reject(error);
      room.resolve(undefined);
    },
  });
  return {
    take: (piece) => {
      onTheWay += 1;
      const given = alone(piece);
      thread().postMessage({id, piece: given} satisfies Ask, [given.buffer]);
      return onTheWay < MOST_ON_THE_WAY ? Promise.resolve() : room.promise;
    },
    digest: () => {
      thread().postMessage({id} satisfies Ask);
      return digest.promise;
    },
    end: () => {
      close(id);
    },
  };
}

/** In a buffer of its own, which can be given away whole; one that is full already is. */
function alone({buffer, byteOffset, byteLength}: Uint8Array): Uint8Array<ArrayBuffer> {
  const isFull = byteOffset + byteLength === buffer.byteLength;
  if (isFull && byteLength * 2 > buffer.byteLength && buffer instanceof ArrayBuffer)
    return new Uint8Array(buffer, byteOffset, byteLength);
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}
