/** Where tests keep databases: no run of a test finds what another has left on this machine. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll} from '@jest/globals';

export const TOOL_CACHE = mkdtempSync(join(tmpdir(), 'plimsoll-tools-'));
afterAll(() => {
  rmSync(TOOL_CACHE, {recursive: true, force: true});
});
