/** One header of a tar archive: POSIX.1-2001 (ustar, pax), GNU and v7. Pure. */
import type {EntryKind, TreeEntry} from './tree.ts';

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
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    target: textOf(block.subarray(157, 257)),
    type,
    stored: hasData(type) ? numberAt(block, 124, 12) : 0,
    mode: numberAt(block, 100, 8),
    uid: numberAt(block, 108, 8),
    gid: numberAt(block, 116, 8),
    mtime: numberAt(block, 136, 12),
    realSize: type === 'S' ? numberAt(block, 483, 12) : 0,
    isExtended: block[482] !== 0,
  };
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
  const end = bytes.indexOf(0);
  return bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
}

/** Octal digits, or base 256 where the first bit is set (GNU). */
function numberAt(block: Buffer, start: number, length: number): number {
  const field = block.subarray(start, start + length);
  const first = field[0] ?? 0;
  if ((first & 0x80) !== 0) {
    let value = BigInt(first & 0x3f);
    for (const byte of field.subarray(1)) value = (value << 8n) | BigInt(byte);
    if ((first & 0x40) !== 0) return 0;
    return safe(Number(value));
  }
  const text = textOf(field).trim();
  if (text === '') return 0;
  if (!/^[0-7]+$/.test(text)) throw new BadArchive('a number in a tar header of it is damaged');
  return safe(Number.parseInt(text, 8));
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
  globals: ReadonlyMap<string, string>,
): {readonly entry: TreeEntry; readonly stored: number} {
  const pax = (key: string): string | undefined => {
    const value = extra.pax.get(key) ?? globals.get(key);
    return value === '' ? undefined : value;
  };
  const count = (key: string): number | undefined => {
    const value = pax(key);
    if (value === undefined) return undefined;
    if (!/^\d+(\.\d*)?$/.test(value)) throw new BadArchive('a pax header of it is damaged');
    return safe(Math.floor(Number(value)));
  };
  const kind = kindOf(header);
  const stored = hasData(header.type) ? (count('size') ?? header.stored) : 0;
  const sparse = count('GNU.sparse.realsize') ?? count('GNU.sparse.size');
  const logical = header.type === 'S' ? header.realSize : (sparse ?? stored);
  const target = pax('linkpath') ?? extra.target ?? header.target;
  return {
    stored,
    entry: {
      name: pax('GNU.sparse.name') ?? pax('path') ?? extra.name ?? header.name,
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

function kindOf({type, name}: Header): EntryKind {
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
