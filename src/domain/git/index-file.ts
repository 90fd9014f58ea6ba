/** The paths in an index of git, read without git: https://git-scm.com/docs/index-format. Pure. */
import {known, unable, type Known} from '../known.ts';

const HEADER_BYTES = 12;
/** Times, device, inode, mode, owner and size, before the object's name. */
const STAT_BYTES = 40;
const MODE_AT = 24;
const EXTENDED = 0x4000;
const SPARSE_FOLDER = 0o040000;
const MODES = new Set([SPARSE_FOLDER, 0o100644, 0o100755, 0o120000, 0o160000]);
/** SHA-1 and SHA-256: which one it is, only the repository's configuration says. */
const NAME_BYTES = [20, 32];

/** @returns each path once; `unable`: it is no index that is known */
export function parseIndex(bytes: Buffer): Known<readonly string[]> {
  const version = bytes.length < HEADER_BYTES ? 0 : bytes.readUInt32BE(4);
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4)
    return unable('its index is of a form that is not known');
  for (const nameBytes of NAME_BYTES) {
    const found = pathsOf(bytes, version, nameBytes);
    if (found !== undefined) return found;
  }
  return unable('its index is damaged');
}

/** Undefined: object names are not of this length. */
function pathsOf(
  bytes: Buffer,
  version: number,
  nameBytes: number,
): Known<readonly string[]> | undefined {
  const paths = new Set<string>();
  let at = HEADER_BYTES;
  let last = '';
  for (let left = bytes.readUInt32BE(8); left > 0; left -= 1) {
    const entry = entryAt(bytes, at, {version, nameBytes, last});
    if (entry === undefined) return undefined;
    if (entry.mode !== SPARSE_FOLDER) paths.add(Buffer.from(entry.path, 'latin1').toString());
    last = entry.path;
    at = entry.end;
  }
  const extensions = extensionsFrom(bytes, at, bytes.length - nameBytes);
  // The rest of a split index lies in another file.
  if (extensions?.includes('link') === true) return unable('its index is a split one');
  return extensions === undefined ? undefined : known([...paths]);
}

interface Entry {
  readonly mode: number;
  /** Each byte is one character. */
  readonly path: string;
  readonly end: number;
}

function entryAt(
  bytes: Buffer,
  start: number,
  form: {readonly version: number; readonly nameBytes: number; readonly last: string},
): Entry | undefined {
  const flagsAt = start + STAT_BYTES + form.nameBytes;
  if (flagsAt + 4 > bytes.length) return undefined;
  const mode = bytes.readUInt32BE(start + MODE_AT);
  if (!MODES.has(mode)) return undefined;
  const isExtended = (bytes.readUInt16BE(flagsAt) & EXTENDED) !== 0;
  let from = flagsAt + (isExtended ? 4 : 2);
  let kept = '';
  if (form.version === 4) {
    const dropped = offsetAt(bytes, from);
    kept = form.last.slice(0, Math.max(0, form.last.length - dropped.value));
    from = dropped.end;
  }
  const nul = bytes.indexOf(0, from);
  if (nul < 0) return undefined;
  const path = kept + bytes.toString('latin1', from, nul);
  // Up to version 3, an entry is filled up with at least one NUL to eight bytes.
  const length = form.version === 4 ? nul + 1 - start : 8 * Math.ceil((nul + 1 - start) / 8);
  return {mode, path, end: start + length};
}

/** A number as packs write offsets: seven bits in each byte, one added for each that follows. */
function offsetAt(bytes: Buffer, start: number): {readonly value: number; readonly end: number} {
  let end = start;
  let byte = bytes[end] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    end += 1;
    byte = bytes[end] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return {value, end: end + 1};
}

/** Undefined where they do not end at the checksum. */
function extensionsFrom(bytes: Buffer, start: number, end: number): readonly string[] | undefined {
  const names: string[] = [];
  let at = start;
  while (at + 8 <= end) {
    names.push(bytes.toString('latin1', at, at + 4));
    at += 8 + bytes.readUInt32BE(at + 4);
  }
  return at === end ? names : undefined;
}
