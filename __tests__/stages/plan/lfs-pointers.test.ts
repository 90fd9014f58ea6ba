/** Pointers of Git LFS in a build context are said, as git-lfs writes them; nothing else is taken for one. */
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {listContexts} from '../../../src/stages/plan/contexts.ts';
import {pointerNotices} from '../../../src/stages/plan/lfs-pointers.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';

const folder = folders();
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a'.repeat(16)}\nsize 12345\n`;
const LFS = '*.bin filter=lfs diff=lfs merge=lfs -text\n';

async function said(files: Readonly<Record<string, string>>, context = ''): Promise<string> {
  const repository = folder(files);
  const image = {contextPath: join(repository, context), namedContexts: {}};
  const deps = testDeps();
  const asked = {images: [image], repository};
  const notices = await pointerNotices(asked, listContexts(deps), deps);
  return notices.map(({message}) => message).join();
}

const SAID: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['attributes at the root', {'.gitattributes': LFS, 'app/a.bin': POINTER}, 'app'],
  ['attributes in a folder', {'app/m/.gitattributes': LFS, 'app/m/a.bin': POINTER}, 'app'],
];
it.each(SAID)('says a pointer and its remedy: %s', async (_, files, context) => {
  expect(await said(files, context)).toMatch(
    /^Git LFS has not fetched app\/(m\/)?a\.bin: .+lfs: true of actions\/checkout, or git lfs pull/,
  );
});

it('counts past three', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.bin`, POINTER] as const);
  expect(await said({'.gitattributes': LFS, ...Object.fromEntries(names)})).toContain(
    'a.bin, b.bin, c.bin and 2 more:',
  );
});

const NONE: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['that is not sent', {'.gitattributes': LFS, '.dockerignore': '*.bin', 'a.bin': POINTER}],
  ['that was fetched', {'.gitattributes': LFS, 'a.bin': 'x'.repeat(130)}],
  ['where there is no LFS', {'a.bin': POINTER}],
  ['quoted in a text', {'.gitattributes': LFS, 'a.md': `A pointer:\n${POINTER}`}],
];
it.each(NONE)('says nothing of one %s', async (_, files) => {
  expect(await said(files)).toBe('');
});
