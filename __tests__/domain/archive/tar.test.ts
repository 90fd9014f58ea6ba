/** Archives of GNU tar, of tar-stream and of bad will. What `tar` itself lists is what we read. */
import {execFileSync} from 'node:child_process';
import {chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {longName, plainHeader} from '../../../scripts/truth/awkward-parts.ts';
import {BadArchive} from '../../../src/domain/archive/bad-archive.ts';
import {TarReader} from '../../../src/domain/archive/tar.ts';
import type {TreeEntry} from '../../../src/domain/archive/entry.ts';
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

/** Checked against Go's own reader, which unpacks for every engine: what is read otherwise would hide entries. */
describe('what archives seldom say is read as engines read it', () => {
  const header = (change: (block: Buffer) => unknown, name = 'x'): Buffer => {
    const block = plainHeader(name);
    change(block);
    block.fill(0x20, 148, 156);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return block;
  };

  it.each<[string, (block: Buffer) => unknown, Partial<TreeEntry>]>([
    ['NULs before a number', (block) => block.write('\0 000644', 100), {mode: 0o644}],
    ['rights in base 256', (block) => block.write('80000000000009ed', 100, 'hex'), {mode: 0o4755}],
    ['rights below zero', (block) => block.write('ffffffffffffffed', 100, 'hex'), {mode: 0o7755}],
    ['a name of old Go', (block) => block.write('deep/er', 345), {name: 'deep/er/x'}],
    ['times of GNU', (block) => block.write('00000000000\x0000000000000\0', 345), {name: 'x'}],
  ])('%s', (_, change, expected) => {
    expect(read(header(change))).toMatchObject([expected]);
  });

  it.each<[string, (block: Buffer) => unknown, string]>([
    [
      'an owner below zero',
      (block) => block.write('ffffffffffffffff', 108, 'hex'),
      'its entry "x" has an owner that no system has',
    ],
    ['a number of a device that is none', (block) => block.write('x', 329), 'a number in a tar'],
    ['blanks that are no spaces', (block) => block.write('\t000644\0', 100), 'a number in a tar'],
    ['a type that engines refuse', (block) => block.write('7', 156), 'is of the type "7"'],
  ])('or refused, as they do: %s', (_, change, why) => {
    expect(() => read(header(change))).toThrow(why);
  });

  it('an archive may end with its last byte of data', async () => {
    const tar = await tarOf([{name: 'wanted', content: 'x'.repeat(600)}]);
    expect(read(tar.subarray(0, 1112))).toMatchObject([{size: 600}]);
    expect(read(tar.subarray(0, 1200), 7)).toMatchObject([{size: 600}]);
    expect(() => read(tar.subarray(0, 1111))).toThrow('it ends in the middle of an entry');
  });

  it('what goes on after its end is refused', () => {
    const tar = Buffer.concat([plainHeader('x'), Buffer.alloc(512), plainHeader('y')]);
    expect(() => read(tar)).toThrow('it goes on after its end');
    expect(read(tar.subarray(0, 1024))).toHaveLength(1);
  });

  it('a size with NULs before it, and none below zero', () => {
    const sized = header((block) => block.write('\x000000000005\0', 124, 'latin1'));
    expect(read(Buffer.concat([sized, Buffer.alloc(512)]))).toMatchObject([{size: 5}]);
    const below = header((block) => block.write('fffffffffffffffffffffffe', 124, 'hex'));
    expect(() => read(below)).toThrow('its entry "x" has a size below zero');
  });

  it('an empty long name says nothing, and one goes before a pax path', async () => {
    const pax = (await tarOf([{name: 'a', pax: {path: 'pax'}}])).subarray(0, 1024);
    const named = (...before: readonly Buffer[]): readonly string[] =>
      read(Buffer.concat([...before, plainHeader('x')])).map(({name}) => name);
    expect(named(longName(''))).toEqual(['x']);
    expect(named(longName('\0'))).toEqual(['x']);
    expect(named(pax)).toEqual(['pax']);
    expect(named(longName('long\0'), pax)).toEqual(['long']);
  });

  it('a folder may be told by its long name alone', () => {
    const oldest = header((block) => block.fill(0, 156, 157));
    expect(read(Buffer.concat([longName('folder/\0'), oldest]))).toMatchObject([{kind: 'folder'}]);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['none', {}, 9, 'x'],
    ['a map', {'GNU.sparse.map': '1,9', 'GNU.sparse.numblocks': '1'}, 15, 'y'],
    ['a version that is not known', {'GNU.sparse.major': '2', 'GNU.sparse.minor': '0'}, 9, 'x'],
  ])('records of a sparse file hold with a map or a version: %s', async (_, more, size, name) => {
    const pax = {'GNU.sparse.realsize': '15', 'GNU.sparse.name': 'y', ...more};
    expect(read(await tarOf([{name: 'x', content: '123456789', pax}]))).toMatchObject([
      {name, size},
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['overlaps', {'GNU.sparse.map': '0,5,4,4', 'GNU.sparse.numblocks': '2'}],
    ['leaves the file', {'GNU.sparse.map': '7,9', 'GNU.sparse.numblocks': '1'}],
    ['is not what is stored', {'GNU.sparse.map': '0,8', 'GNU.sparse.numblocks': '1'}],
    ['has no number', {'GNU.sparse.map': '0,9'}],
    ['is to be in the content, and is not', {'GNU.sparse.major': '1', 'GNU.sparse.minor': '0'}],
  ])('a map of a sparse file is refused that %s', async (_, more) => {
    const pax = {'GNU.sparse.realsize': '15', ...more};
    const tar = await tarOf([{name: 'x', content: '123456789', pax}]);
    expect(() => read(tar)).toThrow(BadArchive);
  });

  it('a global header says nothing but its name, and what came before it is not for the next entry', () => {
    const work = folder({file: 'x'});
    const tar = gnuTar(work, '--format=pax', '--pax-option=uid=1234,path=elsewhere');
    const entries = [{name: 'elsewhere', kind: 'global'}, {name: './'}, {name: './file'}];
    expect(read(tar)).toMatchObject(entries);
    expect(read(tar).flatMap(({uid, kind}) => (kind === 'global' ? [] : uid))).toEqual([0, 0]);
    expect(read(Buffer.concat([longName('long\0'), tar]))).toMatchObject(entries);
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
