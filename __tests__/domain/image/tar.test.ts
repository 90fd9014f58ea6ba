/** Archives of GNU tar, of tar-stream and of bad will. What `tar` itself lists is what we read. */
import {execFileSync} from 'node:child_process';
import {chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {BadArchive} from '../../../src/domain/image/tar-header.ts';
import {TarReader} from '../../../src/domain/image/tar.ts';
import type {TreeEntry} from '../../../src/domain/image/tree.ts';
import {folders} from '../../support/folders.ts';
import {tarOf} from '../../support/layouts.ts';
import {cases} from '../../support/mutations.ts';

const folder = folders();

function read(archive: Buffer, chunk = archive.length): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  const reader = new TarReader({
    onEntry: (entry) => entries.push(entry),
    wants: (name) => name.endsWith('wanted'),
  });
  for (let at = 0; at < archive.length; at += chunk) reader.write(archive.subarray(at, at + chunk));
  reader.end();
  return entries;
}

function gnuTar(root: string, ...options: readonly string[]): Buffer {
  return execFileSync('tar', ['-C', root, '-cf', '-', ...options, '.'], {maxBuffer: 1e8});
}

const long = (letter: string): string => `${`${letter.repeat(90)}/`.repeat(3)}${letter.repeat(90)}`;

/** A folder with what archives are hard about. */
function awkward(): string {
  const root = folder({plain: 'x'.repeat(700), 'etc/wanted': 'content', [long('d')]: 'deep'});
  writeFileSync(join(root, 'sparse'), 'start');
  truncateSync(join(root, 'sparse'), 3_000_000);
  writeFileSync(Buffer.concat([Buffer.from(`${root}/odd-`), Buffer.from([0xff, 0xfe])]), 'odd');
  linkSync(join(root, 'plain'), join(root, 'hard'));
  symlinkSync(long('t'), join(root, 'symlink'));
  mkdirSync(join(root, 'empty'));
  chmodSync(join(root, 'empty'), 0o1777);
  execFileSync('mkfifo', [join(root, 'fifo')]);
  return root;
}

describe('an archive of GNU tar', () => {
  const root = awkward();

  it.each([
    ['pax', ['--format=pax']],
    ['gnu', ['--format=gnu']],
    ['gnu with holes', ['--format=gnu', '--sparse']],
    ['pax with holes, version 1.0', ['--format=pax', '--sparse', '--sparse-version=1.0']],
    ['pax with holes, version 0.1', ['--format=pax', '--sparse', '--sparse-version=0.1']],
    ['pax with holes, version 0.0', ['--format=pax', '--sparse', '--sparse-version=0.0']],
  ])('has every name, kind, size and mode: %s', (_, options) => {
    const entries = read(gnuTar(root, ...options));
    const find = (name: string): TreeEntry | undefined =>
      entries.find((entry) => entry.name.replace(/^\.\//, '') === name);
    const files = entries.filter(({kind, name}) => kind === 'file' && !/plain|hard/.test(name));
    expect(files.map(({name}) => name).sort()).toEqual(
      [`./${long('d')}`, './etc/wanted', './odd-\xff\xfe', './sparse'].sort(),
    );
    expect(find('sparse')).toMatchObject({kind: 'file', size: 3_000_000});
    expect(find(long('d'))).toMatchObject({kind: 'file', size: 4});
    expect(find('symlink')).toMatchObject({kind: 'symlink', size: 0, target: long('t')});
    expect(find('empty/')).toMatchObject({kind: 'folder', mode: 0o1777});
    expect(find('fifo')).toMatchObject({kind: 'other', size: 0});
    const [one, other] = [find('plain'), find('hard')];
    expect([one?.kind, other?.kind].sort()).toEqual(['file', 'hardlink']);
    expect((one?.size ?? 0) + (other?.size ?? 0)).toBe(700);
    expect(Buffer.from(find('etc/wanted')?.content ?? []).toString()).toBe('content');
  });

  it('is read the same in pieces of any size', () => {
    const archive = gnuTar(root, '--format=pax', '--sparse');
    const whole = read(archive);
    for (const chunk of [1, 511, 512, 513, 10_000]) expect(read(archive, chunk)).toEqual(whole);
  });

  it('may be of the oldest kind, where a folder is a file whose name ends so', () => {
    const plain = folder({'a/b': 'x'});
    expect(read(gnuTar(plain, '--format=v7')).map(({name, kind}) => [name, kind])).toEqual([
      ['./', 'folder'],
      ['./a/', 'folder'],
      ['./a/b', 'file'],
    ]);
  });
});

describe('a damaged archive', () => {
  const whole = async (): Promise<Buffer> =>
    tarOf([{name: 'a', content: 'x'.repeat(600)}, {name: long('n')}, {name: 'b', content: 'y'}]);

  it.each([
    ['its first header', (tar: Buffer) => tar.fill(0x41, 0, 100)],
    ['its size', (tar: Buffer) => tar.fill(0x39, 124, 135)],
    ['its end', (tar: Buffer) => tar.subarray(0, 700)],
    ['the middle of a header', (tar: Buffer) => tar.subarray(0, 300)],
  ])('is refused: %s', async (_, damage) => {
    const tar = damage(await whole());
    expect(() => read(tar)).toThrow(BadArchive);
  });

  it('is refused for a pax record that lies about its length', async () => {
    const tar = await whole();
    const at = tar.indexOf(' path=');
    tar.write('9', at - 1);
    expect(() => read(tar)).toThrow('a pax header of it is damaged');
  });

  it('never does anything but refuse, whatever is changed, in pieces of whatever size', () => {
    const right = gnuTar(awkward(), '--format=pax', '--sparse').subarray(0, 20_000);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(right.length - 1), fc.nat(255)), {minLength: 1, maxLength: 6}),
        fc.integer({min: 100, max: 20_000}),
        (changes, chunk) => {
          const tar = Buffer.from(right);
          for (const [at, byte] of changes) tar[at] = byte;
          try {
            for (const {size, name} of read(tar, chunk)) {
              expect(Number.isSafeInteger(size) && size >= 0).toBe(true);
              expect(typeof name).toBe('string');
            }
          } catch (error) {
            expect(error).toBeInstanceOf(BadArchive);
          }
        },
      ),
      {numRuns: cases(3000)},
    );
  });
});
