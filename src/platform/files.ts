import {
  closeSync,
  constants,
  createReadStream,
  createWriteStream,
  fstatSync,
  lstatSync,
  openSync,
  read as readDescriptor,
  readFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import {createHash, randomBytes} from 'node:crypto';
import {dirname, join, resolve} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {promisify} from 'node:util';
import type {Cleanup, Files, FileStat} from '../deps.ts';
import {hasCode, UserError} from '../errors.ts';
import {isOurTemporary, makeFolders, withFolderName, withTemporaryName} from './make-folder.ts';
import {readNamed, streamNamed} from './named-file.ts';
import {removeLeftovers, runFolderName} from './run-folders.ts';
import {sparseSink} from './sparse.ts';

const OURS = 0o700;

export interface FilesOptions {
  /** Where temporary folders are made. */
  readonly temporary: string;
  readonly cleanup: Cleanup;
}

export function liveFiles(options: FilesOptions): Files {
  return {
    readNamed,
    streamNamed,
    read,
    readText: async (path, maxBytes) => new TextDecoder().decode(await read(path, maxBytes)),
    readAt,
    stat,
    sha256,
    readLink: (path) => fs.readlink(path),
    realPath: (path) => fs.realpath(path),
    list,
    glob,
    stream: (path, chunkBytes) => createReadStream(path, {highWaterMark: chunkBytes}),
    sink: (path) => createWriteStream(path, {flags: 'wx'}),
    sparseSink,
    write: (path, data) => write(path, data, options.temporary),
    makeFolder: (path) => makeFolder(path),
    makeOwnFolder: (path) => makeFolder(path, OURS),
    ...temporaryFolders(options),
    hardLink: (from, to) => fs.link(from, to),
    rename: (from, to) => fs.rename(from, to),
    setMode: (path, mode) => fs.chmod(path, mode),
    setOwner,
    symlink: (target, path) => fs.symlink(target, path),
    copy: (from, to) => fs.cp(from, to, {recursive: true}),
    remove: (path) => fs.rm(path, {recursive: true, force: true}),
    freeBytes: async (path) => {
      const {bavail, bsize} = await fs.statfs(path);
      return bavail * bsize;
    },
  };
}

type Temporary = Pick<Files, 'makeTemporary' | 'makeLasting' | 'removeLeftovers'>;

function temporaryFolders({temporary, cleanup}: FilesOptions): Temporary {
  return {
    makeTemporary: async (prefix, life) => {
      const path = join(temporary, runFolderName(prefix));
      cleanup.own({kind: 'folder', path, life});
      await makeIn(temporary, path);
      return path;
    },
    makeLasting: async (prefix) => {
      const path = join(temporary, runFolderName(prefix));
      await makeIn(temporary, path);
      return path;
    },
    removeLeftovers: () => removeLeftovers(temporary),
  };
}

async function makeIn(temporary: string, path: string): Promise<void> {
  try {
    await makeFolders(temporary);
    await fs.mkdir(path, {mode: OURS});
  } catch (error) {
    throw withTemporaryName(temporary, error);
  }
}

async function makeFolder(path: string, mode?: number): Promise<void> {
  await makeFolders(path, mode);
}

async function setOwner(
  path: string,
  {uid, gid}: {readonly uid: number; readonly gid: number},
): Promise<void> {
  await fs.lchown(path, uid, gid);
  if (!(await fs.lstat(path)).isDirectory()) return;
  for (const inner of await fs.readdir(path, {recursive: true}))
    await fs.lchown(join(path, inner), uid, gid);
}

async function read(path: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await fs.open(path, 'r');
  try {
    const {size} = await handle.stat();
    if (size > maxBytes) {
      throw new UserError(
        `${path} has ${size} bytes and is not read: at most ${maxBytes} are allowed here.`,
      );
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function readAt(path: string, offset: number, bytes: number): Promise<Uint8Array> {
  const handle = await fs.open(path, 'r');
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(bytes), 0, bytes, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Not by another thread: the way there takes ten times as long as the question. */
function stat(path: string): Promise<FileStat | undefined> {
  return new Promise((resolve) => {
    resolve(statNow(path));
  });
}

function statNow(path: string): FileStat | undefined {
  try {
    const found = lstatSync(path);
    const kind = found.isFile()
      ? 'file'
      : found.isDirectory()
        ? 'folder'
        : found.isSymbolicLink()
          ? 'link'
          : 'other';
    const isLinked = kind === 'file' && found.nlink > 1;
    return {
      kind,
      bytes: found.size,
      mode: found.mode & 0o7777,
      ...(isLinked && {linked: `${found.dev}:${found.ino}`}),
    };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

const SMALL = 256 * 1024;

/** Small files at once, for the same reason; between them others have their turn. */
async function sha256(path: string): Promise<string> {
  // Without waiting: a FIFO that took the file's place would be waited for without end.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  let isOpen = true;
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new Error(`${path} is no regular file`);
    if (found.size > SMALL) return await sha256OfLarge(file);
    const hash = createHash('sha256').update(readFileSync(file));
    closeSync(file);
    isOpen = false;
    await setImmediate();
    return hash.digest('hex');
  } finally {
    if (isOpen) closeSync(file);
  }
}

const readInto = promisify(readDescriptor);

/** Through one buffer: a stream makes a new one for each chunk, and that takes as long as the hashing. */
async function sha256OfLarge(file: number): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafeSlow(SMALL);
  for (;;) {
    const {bytesRead} = await readInto(file, buffer, 0, SMALL, null);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
  }
}

async function list(path: string): Promise<readonly string[]> {
  try {
    return (await fs.readdir(path)).sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

async function glob(pattern: string, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const path of fs.glob(pattern, {cwd: folder})) found.push(resolve(folder, path));
  return found.sort();
}

async function write(path: string, data: string | Uint8Array, temporary: string): Promise<void> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await makeFolders(dirname(path));
    await fs.writeFile(unfinished, data);
    await fs.rename(unfinished, path);
  } catch (error) {
    await fs.rm(unfinished, {force: true}).catch(() => undefined);
    throw isOurTemporary(path, temporary)
      ? withTemporaryName(temporary, error)
      : withFolderName(dirname(path), error);
  }
}

function isAbsent(error: unknown): boolean {
  return hasCode(error, 'ENOENT', 'ENOTDIR');
}
