/** `dist` is what the sources say: built into a temporary folder and compared byte for byte. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const built = mkdtempSync(join(tmpdir(), 'plimsoll-dist-'));

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/bundle.mjs'), built], {stdio: 'pipe'});
});
afterAll(() => {
  rmSync(built, {recursive: true, force: true});
});

describe('dist', () => {
  it('holds the same files as a fresh build', () => {
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(readdirSync(built).sort());
  });

  it.each(['index.js', 'licenses.txt', 'package.json'])(
    '%s equals a fresh build, byte for byte',
    (name) => {
      const same = readFileSync(join(root, 'dist', name)).equals(readFileSync(join(built, name)));
      expect({name, same}).toEqual({name, same: true});
    },
  );
});
