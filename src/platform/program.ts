/**
 * How `@actions/exec` is told which program to start. It looks along our own PATH instead of the child's (and
 * prints what it stumbles over), asks the bits of a file's mode where the kernel knows groups and access lists,
 * and reads quotes, backslashes and blanks in a name.
 */
import {access, constants, stat} from 'node:fs/promises';
import {isAbsolute, join, resolve} from 'node:path';

/** Starts what it is given, in its own place: the process stays the same. */
const ENV = '/usr/bin/env';
/** Where the C library looks without a PATH. */
const NO_PATH = '/bin:/usr/bin';

/** A file is there, and this user may not execute it. */
export const DENIED = 'denied';

type Argv = readonly [string, ...string[]];

/** File and first arguments; undefined where there is no such program. */
export async function findProgram(
  program: string,
  {path = NO_PATH, cwd}: {readonly path: string | undefined; readonly cwd: string},
): Promise<Argv | typeof DENIED | undefined> {
  // What a PATH has without a folder would be a file of the checkout.
  const folders = path.split(':').filter((folder) => isAbsolute(folder));
  const candidates = program.includes('/')
    ? [resolve(cwd, program)]
    : folders.map((folder) => join(folder, program));
  let isDenied = false;
  for (const candidate of candidates) {
    const mode = await modeOfFile(candidate);
    if (mode === undefined) continue;
    if (await mayExecute(candidate)) return argvOf(candidate, mode);
    isDenied = true;
  }
  return isDenied ? DENIED : undefined;
}

async function modeOfFile(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.mode : undefined;
  } catch {
    return undefined;
  }
}

async function mayExecute(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function argvOf(path: string, mode: number): Argv | undefined {
  const isForAll = (mode & constants.S_IXOTH) !== 0;
  if (isForAll && !/["\\\s]/.test(path)) return [path];
  // With this sign it would be a variable to env.
  return path.includes('=') ? undefined : [ENV, path];
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
