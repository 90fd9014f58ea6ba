/** Folders that take nothing more, or never did: the system's own error does not say which. */
import {hasCode, messageOf, ToolError} from '../errors.ts';

const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'] as const;

/** The same error with its folder, where that is what its reader must know. */
export function naming(folder: string, error: unknown): unknown {
  if (!hasCode(error, ...NO_ROOM)) return error;
  return new ToolError('plimsoll', `Nothing can be written in ${folder} (${messageOf(error)}).`, {
    cause: error,
  });
}

/** Of the folder that everything for a while goes into. */
export function namingTemporary(folder: string, error: unknown): unknown {
  const words = `The folder for temporary files, ${folder}, cannot be used (${messageOf(error)}): make room in it, or set TMPDIR (RUNNER_TEMP on a runner) to another one.`;
  return new ToolError('plimsoll', words, {cause: error});
}
