/**
 * One header of a tar archive as Go's archive/tar reads it, since engines are written in Go: POSIX.1-2001
 * (ustar, pax), GNU, star and v7. What engines do not unpack is refused. Pure.
 */
import {BadArchive, oddEntry} from './bad-archive.ts';
import {modeAt, numberAt, octalAt} from './tar-numbers.ts';
import {countIn, textIn, timeIn, type Pax} from './tar-pax.ts';
import {toSparseMap, type Fragment} from './tar-sparse.ts';
import type {EntryKind, TreeEntry} from './entry.ts';

/** Links, devices and folders have no data, whatever size they say. */
const HEADER_ONLY = '123456';

/** What longer headers say of the entry that comes next. */
export interface Extra {
  readonly name?: string;
  readonly target?: string;
  readonly pax: Pax;
}

export interface Header {
  readonly name: string;
  readonly target: string;
  readonly type: string;
  /** As it is written, of whatever type. */
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: number;
  readonly device: {readonly major: number; readonly minor: number};
}

/** @throws {BadArchive} */
export function parseHeader(block: Buffer): Header {
  checkSum(block);
  const {prefix, device} = beyondV7(block);
  const name = parseText(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    target: parseText(block.subarray(157, 257)),
    type: String.fromCharCode(block[156] ?? 0),
    size: numberAt(block, 124, 12),
    mode: modeAt(block),
    uid: numberAt(block, 108, 8),
    gid: numberAt(block, 116, 8),
    mtime: numberAt(block, 136, 12),
    device,
  };
}

/** What v7 does not have: the first part of a long name, and numbers of devices. */
function beyondV7(block: Buffer): {readonly prefix: string; readonly device: Header['device']} {
  const mark = block.toString('latin1', 257, 265);
  const isPosix = mark.startsWith('ustar\0');
  const isGnu = mark === 'ustar  \0';
  if (!isPosix && !isGnu) return {prefix: '', device: {major: 0, minor: 0}};
  const device = {major: numberAt(block, 329, 8), minor: numberAt(block, 337, 8)};
  return {prefix: isGnu ? oldGoPrefix(block) : posixPrefix(block), device};
}

/** star has two times behind a shorter one. */
function posixPrefix(block: Buffer): string {
  if (block.toString('latin1', 508, 512) !== 'tar\0') return parseText(block.subarray(345, 500));
  numberAt(block, 476, 12);
  numberAt(block, 488, 12);
  return parseText(block.subarray(345, 476));
}

/**
 * GNU has two times there. Go before 1.8 wrote a part of the name there under GNU's mark, and reads it so
 * where these are no times.
 */
function oldGoPrefix(block: Buffer): string {
  if (isTime(block, 345) && isTime(block, 357)) return '';
  const prefix = parseText(block.subarray(345, 500));
  return /^[\0-\x7f]*$/.test(prefix) ? prefix : '';
}

function isTime(block: Buffer, start: number): boolean {
  if (block[start] === 0) return true;
  try {
    numberAt(block, start, 12);
    return true;
  } catch {
    return false;
  }
}

/** The sum of all bytes, the sum's own field as spaces; some old archives add signed bytes. */
function checkSum(block: Buffer): void {
  const said = octalAt(block, 148, 8);
  let unsigned = 8 * 32;
  let negative = 0;
  for (let at = 0; at < block.length; at += 1) {
    if (at === 148) at = 156;
    const byte = block[at] ?? 0;
    unsigned += byte;
    if (byte > 127) negative += 256;
  }
  if (said !== unsigned && said !== unsigned - negative)
    throw new BadArchive('a tar header of it is damaged');
}

/** Up to the first NUL, one character a byte. */
export function parseText(bytes: Buffer): string {
  if (bytes[0] === 0) return '';
  const end = bytes.indexOf(0);
  return bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
}

export interface EntryHead {
  readonly entry: TreeEntry;
  /** Bytes of data that follow in the archive. */
  readonly stored: number;
  /** Where these bytes belong; absent: one after the other. */
  readonly sparse?: readonly Fragment[] | 'before the content';
}

/** The entry that a header and what came before it tell of. @throws {BadArchive} */
export function toEntry(header: Header, extra: Extra): EntryHead {
  const {pax} = extra;
  // In Go's order: a sparse file gets its name after its kind is known.
  const named = given(extra.name) ?? textIn(pax, 'path') ?? header.name;
  const kind = kindOf(header, named);
  const stored = countIn(pax, 'size') ?? header.size;
  // Go looks at this one before it knows of another, or that it is a folder of the oldest kind.
  if (header.size < 0 && !HEADER_ONLY.includes(header.type))
    throw oddEntry(named, 'has a size below zero');
  const sparse = toSparseMap(pax);
  const name = (sparse && textIn(pax, 'GNU.sparse.name')) ?? named;
  const target = given(extra.target) ?? textIn(pax, 'linkpath') ?? header.target;
  checkRecords(name, pax);
  if (name.includes('\0')) throw oddEntry(name, 'has a name with a NUL');
  if (kind !== 'file') {
    if (sparse !== undefined) throw oddEntry(name, 'is a sparse file, and no file');
    return {
      stored: 0,
      entry: {name, kind, size: 0, ...ownersOf(header, pax, name), ...(isLink(kind) && {target})},
    };
  }
  const size =
    sparse === undefined
      ? stored
      : (countIn(pax, 'GNU.sparse.size') ?? countIn(pax, 'GNU.sparse.realsize') ?? stored);
  if (![size, stored].every(Number.isSafeInteger)) throw oddEntry(name, 'is larger than any file');
  return {
    stored,
    entry: {name, kind, size, ...ownersOf(header, pax, name)},
    ...(sparse && {sparse}),
  };
}

type Owners = Pick<TreeEntry, 'mode' | 'uid' | 'gid' | 'mtime'>;

function ownersOf(header: Header, pax: Pax, name: string): Owners {
  const uid = countIn(pax, 'uid') ?? header.uid;
  const gid = countIn(pax, 'gid') ?? header.gid;
  // The last one means "as it is" to the kernel, and what is above begins anew.
  if (![uid, gid].every((id) => id >= 0 && id < 0xff_ff_ff_ff))
    throw oddEntry(name, 'has an owner that no system has');
  timeIn(pax, 'atime');
  timeIn(pax, 'ctime');
  const mtime = Math.floor(timeIn(pax, 'mtime') ?? header.mtime);
  // Engines set what is out of reach to the first second of 1970 too.
  return {
    mode: header.mode,
    uid,
    gid,
    mtime: mtime >= 0 && Number.isSafeInteger(mtime) ? mtime : 0,
  };
}

/** An overlay takes these for its own marks: a folder would hide, or show, what others do not. */
function checkRecords(name: string, pax: Pax): void {
  for (const key of pax.keys())
    if (/^SCHILY\.xattr\.(?:trusted|user)\.overlay\./.test(key))
      throw oddEntry(
        name,
        `has the attribute ${JSON.stringify(key)}, which belongs to overlay file systems`,
      );
}

function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function isLink(kind: EntryKind): boolean {
  return kind === 'symlink' || kind === 'hardlink';
}

function kindOf({type, device}: Header, name: string): EntryKind {
  switch (type) {
    case '0':
      return 'file';
    case '\0':
      // Before POSIX a folder was a file whose name ends so.
      return name.endsWith('/') ? 'folder' : 'file';
    case '1':
      return 'hardlink';
    case '2':
      return 'symlink';
    case '3':
    case '4':
      checkDevice(name, type, device);
      return 'other';
    case '5':
      return 'folder';
    case '6':
      return 'other';
    case 'g':
      return 'global';
    default:
      throw oddEntry(name, `is of the type ${JSON.stringify(type)}, which engines do not unpack`);
  }
}

/** A character device of two zeros is how an overlay marks what is deleted. */
function checkDevice(name: string, type: string, {major, minor}: Header['device']): void {
  const isOne = major >= 0 && major <= 0xfff && minor >= 0 && minor <= 0xf_ff_ff;
  if (!isOne || (type === '3' && major === 0 && minor === 0))
    throw oddEntry(name, `is a device ${major}:${minor}, which engines do not all read alike`);
}
