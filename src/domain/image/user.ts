/**
 * Who the image starts as, resolved in its own final files as the engine does it (moby/sys/user,
 * `GetExecUser`). Pure. Text of files is bytes, one character each.
 */
import {defined} from '../defined.ts';
import type {UserFacts, UserRefusal} from './facts.ts';

export interface Accounts {
  /** Undefined: there is no such file, which is no mistake. */
  readonly passwd: Uint8Array | undefined;
  readonly group: Uint8Array | undefined;
}

/** What the engine takes, from -2^63 on: it asks a parser for machine numbers first. */
const LARGEST_ID = 2 ** 31 - 1;
/** A line that is longer ends the engine's reading, with an error. */
const LONGEST_LINE = 65_535;

interface Named {
  readonly name: string;
  readonly id: number;
}

interface Account extends Named {
  readonly gid: number;
}

/**
 * `app`, `app:staff`, `1000:1000`, `+0`, empty (root). A number is an id also where a row has it for its
 * name; the first row counts. Nothing is trimmed.
 */
export function resolveUser(declared: string, {passwd, group}: Accounts): UserFacts {
  const [user = '', ...rest] = bytesOf(declared).split(':');
  const named = rest.join(':');
  const number = numberIn(user);
  const numeric = number !== undefined;
  const accounts = rowsOf(passwd).map(accountOf);
  const found = accounts.find(({name, id}) =>
    user === '' ? id === 0 : numeric ? id === number : name === user,
  );
  const uid = found?.id ?? (user === '' ? 0 : number);
  const gid = named === '' ? (found?.gid ?? 0) : groupOf(named, group);
  const refused = refusalOf({uid, gid, isUnread: isUnreadable(passwd)});
  return {
    declared,
    ...(uid === undefined || refused !== undefined ? {} : {uid}),
    ...(gid === undefined || refused !== undefined ? {} : {gid}),
    isRoot: uid === 0,
    numeric,
    ...defined({refused}),
  };
}

function refusalOf({
  uid,
  gid,
  isUnread,
}: {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly isUnread: boolean;
}): UserRefusal | undefined {
  if (isUnread) return 'file';
  if (uid === undefined) return 'user';
  if (gid === undefined) return 'group';
  return [uid, gid].every((id) => id >= 0 && id <= LARGEST_ID) ? undefined : 'range';
}

function groupOf(named: string, group: Uint8Array | undefined): number | undefined {
  const number = numberIn(named);
  const groups = isUnreadable(group) ? [] : rowsOf(group).map(accountOf);
  const found = groups.find(({name, id}) =>
    number === undefined ? name === named : id === number,
  );
  return found?.id ?? number;
}

/** The third and fourth field are ids; what is not there or no number is 0. */
function accountOf(row: string): Account {
  const [name = '', , id = '', gid = ''] = row.split(':');
  return {name, id: numberIn(id) ?? 0, gid: numberIn(gid) ?? 0};
}

/** Rows without the white space around them; empty ones are none. */
function rowsOf(file: Uint8Array | undefined): readonly string[] {
  return file === undefined
    ? []
    : linesOf(file)
        .map(trimmed)
        .filter((row) => row !== '');
}

function isUnreadable(file: Uint8Array | undefined): boolean {
  return file !== undefined && linesOf(file).some((line) => line.length > LONGEST_LINE);
}

function linesOf(file: Uint8Array): readonly string[] {
  return Buffer.from(file).toString('latin1').split('\n');
}

/** As Go's `strconv.Atoi` reads it; what is over a machine's number is out of range all the same. `-0` is 0. */
function numberIn(text: string): number | undefined {
  return /^[+-]?\d+$/.test(text) ? Number(text) + 0 : undefined;
}

/** White space of Unicode, as Go counts it, in UTF-8. */
const SPACES: ReadonlySet<string> = new Set(
  [
    ...['\t', '\n', '\v', '\f', '\r', ' ', '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029'],
    ...['\u202f', '\u205f', '\u3000'],
    ...Array.from({length: 11}, (_, at) => String.fromCodePoint(0x2000 + at)),
  ].map(bytesOf),
);
const LENGTHS = [1, 2, 3];

function trimmed(line: string): string {
  let start = 0;
  let end = line.length;
  for (let step = spaceAt(line, start); step > 0; step = spaceAt(line, start)) start += step;
  for (let step = spaceBefore(line, end); step > 0 && end > start; step = spaceBefore(line, end))
    end -= step;
  return line.slice(start, end);
}

function spaceAt(line: string, at: number): number {
  return LENGTHS.find((length) => SPACES.has(line.slice(at, at + length))) ?? 0;
}

function spaceBefore(line: string, end: number): number {
  return LENGTHS.find((length) => SPACES.has(line.slice(Math.max(0, end - length), end))) ?? 0;
}

function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
