/** Where tests keep databases: no run of a test finds what another has left on this machine. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export const TOOL_CACHE = mkdtempSync(join(tmpdir(), 'plimsoll-tools-'));

const clear = (): void => {
  rmSync(TOOL_CACHE, {recursive: true, force: true});
};
// Commands of ours use it too (`npm run truth`), and have no jest: its module cannot be loaded there.
const {afterAll} = globalThis as {afterAll?: (work: () => void) => void};
if (afterAll === undefined) process.once('exit', clear);
else afterAll(clear);
