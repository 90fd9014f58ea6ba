import {chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import type {Cleanup, Owned} from '../../src/deps.ts';
import {UserError} from '../../src/errors.ts';
import {liveCleanup, type CleanupOptions, type Ownership} from '../../src/platform/cleanup.ts';
import {liveExec} from '../../src/platform/exec.ts';
import {liveFiles} from '../../src/platform/files.ts';
import {parseOwnership} from '../../src/platform/ownership.ts';
import {folders} from '../support/folders.ts';

const folder = folders();

const NOTHING: CleanupOptions = {
  before: {runId: 'none', owned: []},
  save: () => undefined,
  exec: liveExec({
    env: {PATH: process.env['PATH'] ?? ''},
    signal: new AbortController().signal,
    runId: 'none',
  }),
};

function filesIn(
  temporary: string,
  own: (thing: Owned) => void = () => undefined,
): ReturnType<typeof liveFiles> {
  const cleanup: Cleanup = {
    own,
    remove: () => Promise.resolve(),
    run: () => Promise.resolve([]),
  };
  return liveFiles({temporary, cleanup});
}

describe('files', () => {
  it('are read up to a limit, and a larger one is named', async () => {
    const root = folder({a: 'hello'});
    const files = filesIn(root);
    expect(await files.readText(join(root, 'a'), 5)).toBe('hello');
    await expect(files.read(join(root, 'a'), 4)).rejects.toThrow(
      new UserError(`${join(root, 'a')} has 5 bytes and is not read: at most 4 are allowed here.`),
    );
  });

  it('are told apart, a link from what it leads to, and absent ones are no error', async () => {
    const root = folder({'d/a': 'hello'});
    symlinkSync('d/a', join(root, 'link'));
    const files = filesIn(root);
    expect(await files.stat(join(root, 'd/a'))).toMatchObject({kind: 'file', bytes: 5});
    chmodSync(join(root, 'd/a'), 0o750);
    expect((await files.stat(join(root, 'd/a')))?.mode).toBe(0o750);
    expect(await files.readLink(join(root, 'link'))).toBe('d/a');
    expect((await files.stat(join(root, 'd')))?.kind).toBe('folder');
    expect((await files.stat(join(root, 'link')))?.kind).toBe('link');
    expect(await files.stat(join(root, 'no'))).toBeUndefined();
    expect(await files.stat(join(root, 'd/a/below'))).toBeUndefined();
    expect(await files.list(root)).toEqual(['d', 'link']);
    expect(await files.list(join(root, 'no'))).toEqual([]);
  });

  it('are written whole, with their folders, and nothing is left of a write that fails', async () => {
    const root = folder();
    const files = filesIn(root);
    await files.write(join(root, 'x/y/z'), 'text');
    expect(readFileSync(join(root, 'x/y/z'), 'utf8')).toBe('text');
    mkdirSync(join(root, 'x/taken/full'), {recursive: true});
    await expect(files.write(join(root, 'x/taken'), 'text')).rejects.toThrow();
    expect(readdirSync(join(root, 'x'))).toEqual(['taken', 'y']);
  });

  it('of a run lie in a folder that is registered before it is made, for its owner alone', async () => {
    const root = folder();
    const registered: boolean[] = [];
    const files = filesIn(root, (thing) => {
      registered.push(
        readdirSync(root).length === 0 && thing.kind === 'folder' && thing.path.startsWith(root),
      );
    });
    const path = await files.makeTemporary('plimsoll-x', 'run');
    expect(registered).toEqual([true]);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });
});

describe('what a run made', () => {
  const owned = (path: string, life: 'run' | 'job'): Owned => ({kind: 'folder', path, life});

  it('goes at its end, or at the end of the job', async () => {
    const root = folder({'run/a': '', 'job/b': ''});
    const saved: Ownership[] = [];
    const cleanup = liveCleanup({...NOTHING, save: (ownership) => saved.push(ownership)});
    cleanup.own(owned(join(root, 'run'), 'run'));
    cleanup.own(owned(join(root, 'job'), 'job'));
    expect(saved.map((one) => one.owned.length)).toEqual([1, 2]);
    expect(await cleanup.run('run')).toEqual([]);
    expect(readdirSync(root)).toEqual(['job']);
    expect(saved.at(-1)?.owned).toEqual([owned(join(root, 'job'), 'job')]);
    expect(await cleanup.run('job')).toEqual([]);
    expect(readdirSync(root)).toEqual([]);
  });

  it('is removed by another process that was given the list', async () => {
    const root = folder({'left/a': ''});
    const text = JSON.stringify({runId: 'none', owned: [owned(join(root, 'left'), 'job')]});
    await liveCleanup({...NOTHING, before: parseOwnership(text)}).run('job');
    expect(readdirSync(root)).toEqual([]);
  });

  it('is named when it cannot be removed', async () => {
    const path = join(folder({file: ''}), 'file/below');
    const before = {runId: 'none', owned: [owned(path, 'run')]};
    const cleanup = liveCleanup({...NOTHING, before});
    expect(await cleanup.run('run')).toEqual([
      expect.stringContaining(`${path} could not be removed: `),
    ]);
  });
});
