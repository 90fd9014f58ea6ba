/** What awkward layers are put together from. */
import {execFileSync} from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {LayerOf, TarEntry} from '../../__tests__/support/layouts.ts';
import type {Tool} from './tools.ts';

export type Refusals = Readonly<Partial<Record<Tool, RegExp>>>;

export interface Awkward {
  readonly name: string;
  /** Tools that cannot read it at all, and the words in which they say so. */
  readonly refusals?: Refusals;
  /** Bytes that GNU tar alone adds, because it believes records that make no sparse file. */
  readonly believed?: number;
  /** @param work a folder to make things in */
  readonly layers: (work: string) => readonly LayerOf[];
}

export const FOREIGN = 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip';

export const file = (name: string, bytes: number, more: Partial<TarEntry> = {}): TarEntry => ({
  name,
  content: 'x'.repeat(bytes),
  ...more,
});
export const dir = (name: string, mode = 0o755): TarEntry => ({
  name: `${name}/`,
  type: 'directory',
  mode,
});
export const gone = (name: string): TarEntry => ({name, content: ''});
export const hard = (name: string, linkname: string): TarEntry => ({name, type: 'link', linkname});
export const soft = (name: string, linkname: string): TarEntry => ({
  name,
  type: 'symlink',
  linkname,
});
export const layer = (...entries: readonly TarEntry[]): LayerOf => ({entries});

const long = (letter: string): string => `${`${letter.repeat(90)}/`.repeat(3)}${letter.repeat(90)}`;

/** A layer as GNU tar writes a folder. */
export function gnuTar(
  work: string,
  fill: (root: string) => void,
  ...options: readonly string[]
): LayerOf {
  const root = mkdtempSync(join(work, 'root-'));
  fill(root);
  const args = ['-C', root, '--owner=0', '--group=0', '--sort=name', ...options, '-cf', '-', '.'];
  const tar = execFileSync('tar', args, {maxBuffer: 1e8});
  rmSync(root, {recursive: true});
  return {tar};
}

/** One gzip member for every 10 kB of the archive, and a last one that holds nothing but the table's place. */
export function estargz(tar: Buffer): Buffer {
  const piece = 10_240;
  const starts = Array.from({length: Math.ceil(tar.length / piece)}, (_, index) => index * piece);
  const members = starts.map((start) => gzipSync(tar.subarray(start, start + piece)));
  const table = members.slice(0, -1).reduce((sum, {length}) => sum + length, 0);
  const place = `${table.toString(16).padStart(16, '0')}STARGZ`;
  const head = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 26, 0, 0x53, 0x47, 22, 0]);
  const end = Buffer.from([1, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([...members, head, Buffer.from(place), end]);
}

export function longNames(root: string): void {
  mkdirSync(join(root, `${'d'.repeat(90)}/`.repeat(3)), {recursive: true});
  writeFileSync(join(root, long('d')), 'deep');
  symlinkSync(long('t'), join(root, 'symlink'));
  linkSync(join(root, long('d')), join(root, 'hard'));
}

export function holes(root: string): void {
  for (const name of ['first', 'second']) {
    writeFileSync(join(root, name), name);
    truncateSync(join(root, name), 3_000_000);
  }
}

/** Names in Latin-1 and names that are UTF-8. */
export function oddNames(root: string): void {
  writeFileSync(Buffer.concat([Buffer.from(`${root}/odd-`), Buffer.from([0xff, 0xfe])]), 'odd');
  writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9])]), 'latin');
  writeFileSync(join(root, 'café |<>`\n\u202e'), 'utf-8');
  mkdirSync(Buffer.concat([Buffer.from(`${root}/folder-`), Buffer.from([0x80])]));
}

export function special(root: string): void {
  execFileSync('mkfifo', [join(root, 'pipe')]);
  mkdirSync(join(root, 'sticky'));
  chmodSync(join(root, 'sticky'), 0o1777);
  writeFileSync(join(root, 'setuid'), 'x');
  chmodSync(join(root, 'setuid'), 0o6755);
}

export function seven(root: string): void {
  writeFileSync(join(root, 'seven'), '7');
}

/** A file without bytes. */
export function plainHeader(name: string): Buffer {
  return header({name, type: '0', size: 0});
}

/** GNU's header for the name of the entry that comes next. */
export function longName(name: string): Buffer {
  const data = Buffer.alloc(Math.ceil(name.length / BLOCK) * BLOCK);
  data.write(name, 'latin1');
  return Buffer.concat([header({name: '././@LongLink', type: 'L', size: name.length}), data]);
}

const BLOCK = 512;

interface Head {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

function header({name, type, size}: Head): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name);
  for (const [at, text] of [
    [100, '0000644\0'],
    [108, '0000000\0'],
    [116, '0000000\0'],
    [124, `${size.toString(8).padStart(11, '0')}\0`],
    [136, '00000000000\0'],
    [148, '        '],
    [156, type],
    [257, 'ustar  \0'],
  ] as const)
    block.write(text, at, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}
