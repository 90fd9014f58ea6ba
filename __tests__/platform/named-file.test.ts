/** The one door for what somebody else names: where it lies, what it is, and how many bytes it gives. */
import {spawnSync} from 'node:child_process';
import {linkSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {NamedFileOptions} from '../../src/deps.ts';
import {RefusedFile} from '../../src/errors.ts';
import {readNamed, streamNamed} from '../../src/platform/named-file.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const LARGE = 'x'.repeat(700_000);
let outer: string;
let root: string;
beforeAll(() => {
  outer = folder({secret: 'of the host', 'root-too/file': 'a neighbour'});
  root = join(outer, 'root');
  mkdirSync(join(root, 'sub'), {recursive: true});
  for (const [name, text] of [
    ['file', 'text'],
    ['empty', ''],
    ['sub/large', LARGE],
  ] as const)
    writeFileSync(join(root, name), text);
  for (const [name, to] of [
    ...[
      ['inner', 'sub/large'],
      ['out', '../secret'],
      ['whole', join(outer, 'secret')],
    ],
    ...[
      ['folder', '..'],
      ['chain', 'folder/secret'],
      ['loop', 'loop'],
      ['gone', 'nowhere'],
    ],
    ...[
      ['zero', '/dev/zero'],
      ['environ', '/proc/self/environ'],
      ['back', '../root/file'],
    ],
  ] as const)
    symlinkSync(to, join(root, name));
  spawnSync('mkfifo', [join(root, 'fifo')]);
  symlinkSync('root', join(outer, 'link-to-root'));
});

async function read(path: string, changes: Partial<NamedFileOptions> = {}): Promise<string> {
  const named = {name: 'NAME', within: [root], maxBytes: 1_000_000, ...changes};
  const bytes = await readNamed(join(root, path), named).catch((error: unknown) => error);
  if (bytes instanceof Uint8Array) return new TextDecoder().decode(bytes);
  expect(bytes).toBeInstanceOf(RefusedFile);
  const {refusal, message} = bytes as RefusedFile;
  expect(message).toMatch(/^NAME /);
  expect(message).not.toContain('of the host');
  return `refused: ${refusal}`;
}

describe('what lies in one of the folders once links are followed', () => {
  it.each([
    ['file', 'text'],
    ['empty', ''],
    ['inner', LARGE],
    ['back', 'text'],
    ['folder/root/file', 'text'],
  ])('%s is read', async (path, text) => {
    expect(await read(path)).toBe(text);
  });

  it('is read where the folder itself is reached by a link, or is the file', async () => {
    expect(await read('file', {within: [join(outer, 'link-to-root')]})).toBe('text');
    expect(await read('out', {within: ['/nowhere', join(outer, 'secret')]})).toBe('of the host');
  });

  it.each(['out', 'whole', 'chain', '../secret', '../root-too/file', 'zero', 'environ'])(
    'does not hold %s, which is not read',
    async (path) => {
      expect(await read(path)).toBe('refused: outside');
    },
  );
});

describe('what is no regular file', () => {
  it.each(['sub', 'fifo', 'zero', '.'])('%s is not opened', async (path) => {
    const named = {name: 'NAME', maxBytes: 10};
    await expect(readNamed(join(root, path), named)).rejects.toMatchObject({refusal: 'not-a-file'});
  });

  it.each([
    ['gone', 'absent'],
    ['nowhere', 'absent'],
    ['file/below', 'absent'],
    ['loop', 'unreadable'],
  ])('%s is %s', async (path, refusal) => {
    expect(await read(path)).toBe(`refused: ${refusal}`);
  });
});

describe('bytes', () => {
  it('are counted as they come, and not as the system says', async () => {
    expect(await read('file', {maxBytes: 4})).toBe('text');
    expect(await read('file', {maxBytes: 3})).toBe('refused: too-large');
    expect(await read('inner', {maxBytes: LARGE.length - 1})).toBe('refused: too-large');
    // It has no size.
    expect(await read('environ', {within: ['/proc'], maxBytes: 1})).toBe('refused: too-large');
  });

  it('come in pieces to who holds none of them, and no more of them than are taken', async () => {
    const named = {name: 'NAME', within: [root], maxBytes: LARGE.length};
    let [bytes, pieces] = [0, 0];
    for await (const piece of streamNamed(join(root, 'inner'), named)) {
      bytes += piece.length;
      pieces += 1;
    }
    expect(bytes).toBe(LARGE.length);
    expect(pieces).toBeGreaterThan(1);
    for await (const piece of streamNamed(join(root, 'inner'), named)) {
      expect(piece.length).toBeLessThan(LARGE.length);
      break;
    }
  });

  it('of another name for the same file are the same', async () => {
    linkSync(join(root, 'file'), join(root, 'hard'));
    expect(await read('hard')).toBe('text');
  });
});
