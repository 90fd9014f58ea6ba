/** Files of this machine, and how long what we make of them lives. Types only, as in `deps.ts`. */
import type {Readable, Writable} from 'node:stream';

/** How long a thing of ours lives: until this run ends, or until the job ends (post step). */
export type Lifetime = 'run' | 'job';

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly bytes: number;
  /** Permission bits. */
  readonly mode: number;
  /** Of a file with several names, the same for each; absent: it has one. */
  readonly linked?: string;
}

/** How a file is read that the repository names: threats.md rule 14. */
export interface NamedFileOptions {
  /** As the reader knows it. */
  readonly name: string;
  /**
   * Files and folders, in one of which it must lie once links are followed. Absent: the user named it, and
   * it lies where the repository has no say.
   */
  readonly within?: readonly string[];
  readonly maxBytes: number;
}

/** Paths are absolute. Errors are Node's own (`code` ENOENT, EACCES, ...). */
export interface Files {
  /**
   * The one door for what a repository, a baseline or another job names: a regular file in one of the
   * folders, opened once and without waiting, its bytes counted while they are read.
   * @throws {RefusedFile}
   */
  readNamed(path: string, named: NamedFileOptions): Promise<Uint8Array>;
  /** The same in pieces, for what is hashed and not held. @throws {RefusedFile} */
  streamNamed(path: string, named: NamedFileOptions): AsyncIterable<Uint8Array>;
  /** Of a file of our own, as `readText`, `sha256`, `stream` and `copy`. @throws {UserError} when it is larger than `maxBytes` */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  readText(path: string, maxBytes: number): Promise<string>;
  /** Undefined when nothing is there. Does not follow a last link. */
  stat(path: string): Promise<FileStat | undefined>;
  /** SHA-256 of a regular file's bytes, hexadecimal. */
  sha256(path: string): Promise<string>;
  /** Where a link leads, as it says it. */
  readLink(path: string): Promise<string>;
  /** Follows links. @throws when the path does not exist */
  realPath(path: string): Promise<string>;
  /** Names in a folder, sorted; empty when it is not there. */
  list(path: string): Promise<readonly string[]>;
  /** What a pattern (`*`, `**`) finds, absolute and sorted; it starts in the folder. */
  glob(pattern: string, folder: string): Promise<readonly string[]>;
  stream(path: string, chunkBytes: number): Readable;
  /** A new file in a folder that is there; one that exists is an error of the stream. */
  sink(path: string): Writable;
  /** The same, with holes where there are only zeros. */
  sparseSink(path: string): Writable;
  /** So many bytes from there on; fewer where the file ends. */
  readAt(path: string, offset: number, bytes: number): Promise<Uint8Array>;
  /** Makes parent folders; the file appears whole or not at all. */
  write(path: string, data: string | Uint8Array): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** One of ours, where it is not there yet: whatever the umask says, nobody else may enter it. */
  makeOwnFolder(path: string): Promise<void>;
  /** A fresh folder with mode 700, registered before it is made (architecture.md principle 8). */
  makeTemporary(prefix: string, life: Lifetime): Promise<string>;
  /** One that stays, for whoever started the run. */
  makeLasting(prefix: string): Promise<string>;
  /** Temporary folders of this user's runs on this machine that were killed go. */
  removeLeftovers(): Promise<void>;
  hardLink(from: string, to: string): Promise<void>;
  /** Within one file system; a file that is there is replaced. @throws over a folder with something in it */
  rename(from: string, to: string): Promise<void>;
  setMode(path: string, mode: number): Promise<void>;
  /** Of a file, or a folder and all that is in it; for root alone. */
  setOwner(path: string, owner: {readonly uid: number; readonly gid: number}): Promise<void>;
  symlink(target: string, path: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  freeBytes(path: string): Promise<number>;
}
