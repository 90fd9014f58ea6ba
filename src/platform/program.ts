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

/** File and first arguments; undefined where there is no such program. */
export async function findProgram(
  program: string,
  {path = NO_PATH, cwd}: {readonly path: string | undefined; readonly cwd: string},
): Promise<readonly [string, ...string[]] | undefined> {
  // What a PATH has without a folder would be a file of the checkout.
  const folders = path.split(':').filter((folder) => isAbsolute(folder));
  const candidates = program.includes('/')
    ? [resolve(cwd, program)]
    : folders.map((folder) => join(folder, program));
  for (const candidate of candidates) {
    const mode = await modeOfProgram(candidate);
    if (mode !== undefined) return argvOf(candidate, mode);
  }
  return undefined;
}

/** Undefined for what the kernel would not start. */
async function modeOfProgram(path: string): Promise<number | undefined> {
  try {
    await access(path, constants.X_OK);
    const found = await stat(path);
    return found.isFile() ? found.mode : undefined;
  } catch {
    return undefined;
  }
}

function argvOf(path: string, mode: number): readonly [string, ...string[]] | undefined {
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
