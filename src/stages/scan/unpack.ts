/** A tar archive onto the disk as it comes: files of given names, in one folder, and nothing else. */
import {join} from 'node:path';
import {Writable} from 'node:stream';
import type {Deps} from '../../deps.ts';
import {TarReader} from '../../domain/archive/tar.ts';
import {BadArchive} from '../../domain/archive/bad-archive.ts';
import type {TreeEntry} from '../../domain/archive/entry.ts';

/** The scanner may run as another user; who may enter the folder is another matter. */
const FOR_ALL = 0o644;

export interface Unpacking {
  /** Is there. */
  readonly folder: string;
  readonly names: readonly string[];
}

/** Links and all other names are passed over, so that no path leaves the folder. */
export function unpackInto(unpacking: Unpacking, deps: Deps): Writable {
  const archive = new Unpacker(unpacking, deps);
  return new Writable({
    write: (chunk: Buffer, _, done) => {
      archive.write(chunk).then(() => {
        done();
      }, done);
    },
    final: (done) => {
      archive.end().then(() => {
        done();
      }, done);
    },
    destroy: (error, done) => {
      archive.destroy();
      done(error);
    },
  });
}

class Unpacker {
  readonly #unpacking: Unpacking;
  readonly #deps: Deps;
  readonly #opened = new Map<string, Writable>();
  readonly #reader: TarReader;
  #current: Writable | undefined;
  #pieces: {readonly to: Writable; readonly data: Buffer}[] = [];

  constructor(unpacking: Unpacking, deps: Deps) {
    this.#unpacking = unpacking;
    this.#deps = deps;
    this.#reader = new TarReader({
      onEntry: (entry) => {
        this.#current = this.#open(entry);
      },
      wants: () => false,
      onData: (data) => {
        if (this.#current !== undefined) this.#pieces.push({to: this.#current, data});
      },
    });
  }

  /** Done when the disk has taken it. */
  async write(chunk: Buffer): Promise<void> {
    this.#reader.write(chunk);
    const pieces = this.#pieces;
    this.#pieces = [];
    for (const {to, data} of pieces) {
      await settled((done) => {
        to.write(data, done);
      });
    }
  }

  async end(): Promise<void> {
    this.#reader.end();
    for (const [name, sink] of this.#opened) {
      await settled((done) => {
        sink.end(done);
      });
      await this.#deps.files.setMode(join(this.#unpacking.folder, name), FOR_ALL);
    }
  }

  destroy(): void {
    for (const sink of this.#opened.values()) sink.destroy();
  }

  #open({kind, name}: TreeEntry): Writable | undefined {
    const plain = name.replace(/^\.\//, '');
    if (kind !== 'file' || !this.#unpacking.names.includes(plain)) return undefined;
    if (this.#opened.has(plain)) throw new BadArchive(`it has ${plain} twice`);
    const sink = this.#deps.files.sink(join(this.#unpacking.folder, plain));
    // Whatever goes wrong comes with the next piece too.
    sink.on('error', () => undefined);
    this.#opened.set(plain, sink);
    return sink;
  }
}

function settled(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
