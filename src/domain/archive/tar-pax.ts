/** The records of a pax header (POSIX.1-2001) as Go's archive/tar reads them. Pure. */
import {BadArchive} from './bad-archive.ts';

export type Pax = ReadonlyMap<string, string>;

const SPARSE_MAP = 'GNU.sparse.map';
const SPARSE_PARTS = ['GNU.sparse.offset', 'GNU.sparse.numbytes'];
const TEXTS: ReadonlySet<string> = new Set(['path', 'linkpath', 'uname', 'gname']);

/** Records `LENGTH KEY=VALUE\n`, the length counting itself. @throws {BadArchive} */
export function parsePax(data: Buffer): Pax {
  const records = new Map<string, string>();
  /** Version 0.0 of sparse files, which repeats its keys, becomes 0.1. */
  const map: string[] = [];
  for (let at = 0; at < data.length;) {
    const {key, value, length} = recordAt(data, at);
    at += length;
    if (!SPARSE_PARTS.includes(key)) records.set(key, value);
    else if (key === SPARSE_PARTS[map.length % 2] && !value.includes(',')) map.push(value);
    else throw damagedPax();
  }
  if (map.length > 0) records.set(SPARSE_MAP, map.join(','));
  return records;
}

function recordAt(
  data: Buffer,
  at: number,
): {readonly key: string; readonly value: string; readonly length: number} {
  const space = data.indexOf(0x20, at);
  const digits = data.toString('latin1', at, space < 0 ? at : Math.min(space, at + 10));
  const length = Number(digits);
  const end = at + length;
  if (!/^\d{1,9}$/.test(digits) || length < 5 || end > data.length || end - 1 <= space)
    throw damagedPax();
  const record = data.toString('latin1', space + 1, end - 1);
  const equals = record.indexOf('=');
  const key = record.slice(0, equals);
  const value = record.slice(equals + 1);
  const isWhole = data[end - 1] === 0x0a && equals > 0;
  if (!isWhole || (TEXTS.has(key) ? value : key).includes('\0')) throw damagedPax();
  return {key, value, length};
}

/** An empty value says nothing: the header's own stands. */
export function textIn(pax: Pax, key: string): string | undefined {
  const value = pax.get(key);
  return value === '' ? undefined : value;
}

/** @throws {BadArchive} for what is no plain whole number: Go takes signs, and no tool writes one */
export function countIn(pax: Pax, key: string): number | undefined {
  const value = textIn(pax, key);
  return value === undefined ? undefined : parseCount(value);
}

/** @throws {BadArchive} */
export function parseCount(value: string): number {
  if (!/^\d{1,20}$/.test(value) || !Number.isSafeInteger(Number(value))) throw damagedPax();
  return Number(value);
}

/** Seconds. @throws {BadArchive} */
export function timeIn(pax: Pax, key: string): number | undefined {
  const value = textIn(pax, key);
  if (value === undefined) return undefined;
  if (!/^-?\d{1,18}(?:\.\d*)?$/.test(value)) throw damagedPax();
  return Number(value);
}

function damagedPax(): BadArchive {
  return new BadArchive('a pax header of it is damaged');
}
