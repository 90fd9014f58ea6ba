/** One header of a tar archive: POSIX.1-2001 (ustar, pax), GNU and v7. Pure. */
import type {EntryKind, TreeEntry} from './tree.ts';

const ZERO = 0x30;
const SPACE = 0x20;

/** Why an archive cannot be believed. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

/** What longer headers say of the entry that comes next. */
export interface Extra {
  readonly name?: string;
  readonly target?: string;
  readonly pax: ReadonlyMap<string, string>;
}

export interface Header {
  readonly name: string;
  readonly target: string;
  readonly type: string;
  /** Bytes of data that follow in the archive. */
  readonly stored: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: number;
  /** Of an old GNU sparse file. */
  readonly realSize: number;
  readonly isExtended: boolean;
}

/** @throws {BadArchive} */
export function parseHeader(block: Buffer): Header {
  checkSum(block);
  const prefix = prefixOf(block);
  const name = textOf(block.subarray(0, 100));
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    target: textOf(block.subarray(157, 257)),
    type,
    stored: hasData(type) ? sizeAt(block, 124) : 0,
    mode: modeAt(block),
    uid: numberAt(block, 108, 8),
    gid: numberAt(block, 116, 8),
    mtime: numberAt(block, 136, 12),
    realSize: type === 'S' ? sizeAt(block, 483) : 0,
    isExtended: block[482] !== 0,
  };
}

/**
 * POSIX has the first part of a long name there, GNU two times. Go before 1.8 wrote a name there under
 * GNU's mark, and reads it so where these are no times; engines are written in Go.
 */
function prefixOf(block: Buffer): string {
  const mark = block.toString('latin1', 257, 265);
  const prefix = textOf(block.subarray(345, 500));
  if (mark.startsWith('ustar\0')) return prefix;
  const isOldGo = mark === 'ustar  \0' && !(isTime(block, 345) && isTime(block, 357));
  return isOldGo && /^[\0-\x7f]*$/.test(prefix) ? prefix : '';
}

function isTime(block: Buffer, start: number): boolean {
  const field = block.subarray(start, start + 12);
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- a field has twelve bytes
  return field[0] === 0 || isBinary(field) || /^[ \0]*[0-7]*[ \0]*$/.test(field.toString('latin1'));
}

/** Links, devices and folders are a header alone, whatever size it says. */
function hasData(type: string): boolean {
  return !'123456'.includes(type);
}

/** The sum of all bytes, the sum's own field as spaces; some old archives add signed bytes. */
function checkSum(block: Buffer): void {
  const said = numberAt(block, 148, 8);
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
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0) return '';
  const end = bytes.indexOf(0);
  return bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
}

/**
 * Octal digits, or base 256 where the first bit is set (GNU); below zero is 0, as an owner and a time.
 * NULs may come first: Go and GNU tar pass over them, and a size that we read otherwise than they do
 * would show us other entries than an engine unpacks.
 */
function numberAt(block: Buffer, start: number, length: number): number {
  const plain = plainOctal(block, start, start + length);
  if (plain !== undefined) return plain;
  const field = block.subarray(start, start + length);
  if (isBinary(field)) {
    const value = binaryOf(field);
    return value < 0n ? 0 : safe(Number(value));
  }
  const text = textOf(
    field.subarray(field.findIndex((byte) => byte !== 0 && byte !== 0x20)),
  ).trim();
  if (text === '') return 0;
  if (!/^[0-7]+$/.test(text)) throw new BadArchive('a number in a tar header of it is damaged');
  return safe(Number.parseInt(text, 8));
}

/** As nearly every field is written: NULs or spaces, digits, a NUL or the end. Undefined: look closer. */
function plainOctal(block: Buffer, start: number, end: number): number | undefined {
  let at = start;
  while (at < end && (block[at] === 0 || block[at] === SPACE)) at += 1;
  let value = 0;
  for (; at < end; at += 1) {
    const digit = (block[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
  }
  return at === end || block[at] === 0 ? value : undefined;
}

function sizeAt(block: Buffer, start: number): number {
  const field = block.subarray(start, start + 12);
  if (isBinary(field) && binaryOf(field) < 0n)
    throw new BadArchive('a size in a tar header of it is below zero');
  return numberAt(block, start, 12);
}

/** The rights alone, whatever else the field holds. */
function modeAt(block: Buffer): number {
  const field = block.subarray(100, 108);
  return isBinary(field) ? Number(BigInt.asUintN(12, binaryOf(field))) : numberAt(block, 100, 8);
}

function isBinary(field: Buffer): boolean {
  return ((field[0] ?? 0) & 0x80) !== 0;
}

/** Base 256, two's complement below the first bit. */
function binaryOf(field: Buffer): bigint {
  const value = field.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(field.length * 8 - 1, value);
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new BadArchive('a number in a tar header of it is larger than any file');
  return value;
}

/** Records `LENGTH KEY=VALUE\n`, the length counting itself. */
export function parsePax(data: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < data.length;) {
    const space = data.indexOf(0x20, at);
    const length = Number(data.toString('latin1', at, space < 0 ? at : space));
    const record = data.toString('latin1', space + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (!Number.isInteger(length) || length < 5 || at + length > data.length || equals < 1)
      throw new BadArchive('a pax header of it is damaged');
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}

/** The entry that a header and what came before it tell of, and how much data follows. */
export function entryOf(
  header: Header,
  extra: Extra,
): {readonly entry: TreeEntry; readonly stored: number} {
  const pax = (key: string): string | undefined => given(extra.pax.get(key));
  const count = (key: string): number | undefined => {
    const value = pax(key);
    if (value === undefined) return undefined;
    if (!/^\d+(\.\d*)?$/.test(value)) throw new BadArchive('a pax header of it is damaged');
    return safe(Math.floor(Number(value)));
  };
  const isSparse = isSparsePax(extra.pax);
  const renamed = isSparse ? pax('GNU.sparse.name') : undefined;
  // In Go's order, which is that of engines.
  const name = renamed ?? given(extra.name) ?? pax('path') ?? header.name;
  const kind = kindOf(header.type, name);
  const stored = hasData(header.type) ? (count('size') ?? header.stored) : 0;
  const sparse = isSparse ? (count('GNU.sparse.size') ?? count('GNU.sparse.realsize')) : undefined;
  const logical = header.type === 'S' ? header.realSize : (sparse ?? stored);
  const target = given(extra.target) ?? pax('linkpath') ?? header.target;
  return {
    stored,
    entry: {
      name,
      kind,
      size: kind === 'file' ? logical : 0,
      mode: header.mode & 0o7777,
      uid: count('uid') ?? header.uid,
      gid: count('gid') ?? header.gid,
      mtime: Math.floor(Number(pax('mtime') ?? header.mtime)) || 0,
      ...(kind === 'symlink' || kind === 'hardlink' ? {target} : {}),
    },
  };
}

/** Versions 0.0, 0.1 and 1.0; without a map, its other records say nothing: a size there would be any. */
function isSparsePax(pax: Extra['pax']): boolean {
  const version = ['major', 'minor'].map((part) => pax.get(`GNU.sparse.${part}`) ?? '').join('.');
  if (version !== '.') return ['0.0', '0.1', '1.0'].includes(version);
  return given(pax.get('GNU.sparse.map')) !== undefined || pax.has('GNU.sparse.offset');
}

/** An empty value says nothing: the header's own stands. */
function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function kindOf(type: string, name: string): EntryKind {
  switch (type) {
    case '0':
    case '7':
    case 'S':
      return 'file';
    case '\0':
      // Before POSIX a folder was a file whose name ends so.
      return name.endsWith('/') ? 'folder' : 'file';
    case '1':
      return 'hardlink';
    case '2':
      return 'symlink';
    case '5':
      return 'folder';
    default:
      return 'other';
  }
}
