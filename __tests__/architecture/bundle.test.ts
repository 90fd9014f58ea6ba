/** `dist` is what the sources say: built into a temporary folder and compared byte for byte. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const built = mkdtempSync(join(tmpdir(), 'plimsoll-dist-'));

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/bundle.mjs'), built], {stdio: 'pipe'});
});
afterAll(() => {
  rmSync(built, {recursive: true, force: true});
});

/** Every file below a folder, relative to it. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

describe('dist', () => {
  const committed = filesOf(join(root, 'dist'));

  it('holds the same files as a fresh build', () => {
    expect(committed).toContain('index.js');
    expect(committed).toEqual(filesOf(built));
  });

  it('names no folder outside of the checkout', () => {
    const texts = committed.map((name) => readFileSync(join(root, 'dist', name), 'utf8'));
    expect(texts.filter((text) => /^\/\/ (\.\.\/|\/)/m.test(text))).toEqual([]);
  });

  it.each(committed)('%s equals a fresh build, byte for byte', (name) => {
    const same = readFileSync(join(root, 'dist', name)).equals(readFileSync(join(built, name)));
    expect({name, same}).toEqual({name, same: true});
  });
});
