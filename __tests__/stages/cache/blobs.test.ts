/** Layers of the last build, kept on this machine for the next one. */
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import type {ImageId} from '../../../src/domain/image-id.ts';
import {
  openBlobCache,
  type BlobCache,
  type LayersOfLayout,
} from '../../../src/stages/cache/blob-cache.ts';
import {openSealed} from '../../../src/stages/cache/sealed.ts';
import type {Deps} from '../../../src/deps.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';

const folder = folders();
const IMAGE = 'web/linux/amd64' as ImageId;
const [A, B] = ['a'.repeat(64), 'b'.repeat(64)] as const;

function layout(blobs: Readonly<Record<string, string>>): LayersOfLayout {
  const files = Object.entries(blobs).map(([name, text]) => [`blobs/sha256/${name}`, text]);
  return {
    path: folder(Object.fromEntries(files) as Record<string, string>),
    layers: Object.entries(blobs).map(([name, text]) => ({
      digest: `sha256:${name}`,
      downloadBytes: text.length,
    })),
  };
}

function shelfIn(root: string | undefined, deps: Deps = testDeps(), may = true): BlobCache {
  const mayLeave = (): Promise<boolean> => Promise.resolve(may);
  return openBlobCache(
    {root, maySave: mayLeave, open: (path, ask = {digests: true}) => openSealed(path, ask, deps)},
    deps,
  );
}

describe('the shelf of blobs', () => {
  it('gives the next build the layers of the last one, and no others', async () => {
    const shelf = shelfIn(folder());
    await shelf.save(IMAGE, layout({[A]: 'one'}));
    await shelf.save(IMAGE, layout({[B]: 'two'}));
    const blobs = join(folder(), 'blobs/sha256');
    expect(await shelf.restore(IMAGE, blobs)).toEqual([B]);
    expect(readdirSync(blobs)).toEqual([B]);
    expect(readFileSync(join(blobs, B), 'utf8')).toBe('two');
  });

  it('shows them to nobody else on the machine', async () => {
    const root = folder();
    await shelfIn(root).save(IMAGE, layout({[A]: 'one'}));
    expect(statSync(join(root, 'blobs')).mode & 0o777).toBe(0o700);
  });

  it('copies where a file cannot have two names', async () => {
    const deps = testDeps();
    const hardLink = (): Promise<void> => Promise.reject(new Error('EXDEV'));
    const shelf = shelfIn(folder(), {...deps, files: {...deps.files, hardLink}});
    const left = layout({[A]: 'one'});
    await shelf.save(IMAGE, left);
    writeFileSync(join(left.path, 'blobs/sha256', A), 'changed since');
    const blobs = join(folder(), 'blobs/sha256');
    expect(await shelf.restore(IMAGE, blobs)).toEqual([A]);
    expect(readdirSync(blobs)).toEqual([A]);
    expect(readFileSync(join(blobs, A), 'utf8')).toBe('one');
  });

  it('keeps nothing where the disk is nearly full', async () => {
    const deps = testDeps();
    const freeBytes = (): Promise<number> => Promise.resolve(20);
    const shelf = shelfIn(folder(), {...deps, files: {...deps.files, freeBytes}});
    await shelf.save(IMAGE, layout({[A]: 'one'}));
    expect(await shelf.restore(IMAGE, join(folder(), 'blobs'))).toEqual([]);
  });

  it('gives up what is not what its name says, and says which', async () => {
    const root = folder();
    const shelf = shelfIn(root);
    await shelf.save(IMAGE, layout({[A]: 'one'}));
    expect(await shelf.findDamage(IMAGE)).toMatch(new RegExp(`^blobs/.*/${A}$`));
    expect(await shelf.restore(IMAGE, join(folder(), 'blobs'))).toEqual([]);
  });

  it('is left as it is by a run that may leave nothing', async () => {
    const root = folder();
    await shelfIn(root, testDeps(), false).save(IMAGE, layout({[A]: 'one'}));
    expect(readdirSync(root)).toEqual([]);
    await shelfIn(root).save(IMAGE, layout({[A]: 'one'}));
    await shelfIn(root, testDeps(), false).findDamage(IMAGE);
    expect(await shelfIn(root).restore(IMAGE, join(folder(), 'blobs'))).toEqual([A]);
  });

  it('is none on a machine that ends with its job', async () => {
    const shelf = shelfIn(undefined);
    await shelf.save(IMAGE, layout({[A]: 'one'}));
    expect(await shelf.restore(IMAGE, join(folder(), 'blobs'))).toEqual([]);
  });
});
