/** Folders that take nothing more, or never did: the system's own error does not say which. */
import {mkdir, stat} from 'node:fs/promises';
import {dirname, relative} from 'node:path';
import {defined} from '../domain/defined.ts';
import {isInside} from '../domain/inside.ts';
import {hasCode, errorMessage, ToolError} from '../errors.ts';

const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'] as const;

/** The same error with its folder, where that is what its reader must know. */
export function withFolderName(folder: string, error: unknown): unknown {
  if (!hasCode(error, ...NO_ROOM)) return error;
  return new ToolError(
    'plimsoll',
    `Nothing can be written in ${folder} (${errorMessage(error)}).`,
    {
      cause: error,
    },
  );
}

/** With its parents. Of a folder on a read-only disk, node says that it is not there: the system is asked again. */
export async function makeFolders(path: string, mode?: number): Promise<void> {
  try {
    await mkdir(path, {recursive: true, ...defined({mode})});
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    let missing = path;
    while (!(await isThere(dirname(missing)))) missing = dirname(missing);
    await mkdir(missing);
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return path === dirname(path) || (await stat(path).catch(() => undefined)) !== undefined;
}

/** Others' folders may lie where temporary ones do. */
export function isOurTemporary(path: string, temporary: string): boolean {
  return isInside(path, temporary) && relative(temporary, path).startsWith('plimsoll-');
}

/** Of the folder that everything for a while goes into. */
export function withTemporaryName(folder: string, error: unknown): unknown {
  const words = `The folder for temporary files, ${folder}, cannot be used (${errorMessage(error)}): make room in it, or set TMPDIR (RUNNER_TEMP on a runner) to another one.`;
  return new ToolError('plimsoll', words, {cause: error});
}
