/**
 * Numbers of a tar header as Go's archive/tar reads them, since engines are written in Go: a size that we
 * read otherwise than they do would show us other entries than an engine unpacks. Pure.
 */
import {BadArchive} from './bad-archive.ts';

const ZERO = 0x30;
const SPACE = 0x20;
const LARGEST = 2n ** 63n;

/** Octal digits, or base 256 where the first bit is set (GNU); may be below zero. @throws {BadArchive} */
export function numberAt(block: Buffer, start: number, length: number): number {
  const plain = plainOctal(block, start, start + length);
  if (plain !== undefined) return plain;
  const field = block.subarray(start, start + length);
  if (((field[0] ?? 0) & 0x80) === 0) return octalOf(field);
  const value = binaryOf(field);
  if (value >= LARGEST || value < -LARGEST) throw damaged();
  return Number(value);
}

/** The same where base 256 is not taken, as of the sum. @throws {BadArchive} */
export function octalAt(block: Buffer, start: number, length: number): number {
  return plainOctal(block, start, start + length) ?? octalOf(block.subarray(start, start + length));
}

/** The rights alone, whatever else the field holds. @throws {BadArchive} */
export function modeAt(block: Buffer): number {
  const mode = numberAt(block, 100, 8);
  const field = block.subarray(100, 108);
  return Number.isSafeInteger(mode) ? mode & 0o7777 : Number(BigInt.asUintN(12, binaryOf(field)));
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

/** NULs and spaces around it are no part of it, and a NUL within ends it. */
function octalOf(field: Buffer): number {
  const isFilling = (byte: number): boolean => byte === 0 || byte === SPACE;
  const from = field.findIndex((byte) => !isFilling(byte));
  const to = field.findLastIndex((byte) => !isFilling(byte));
  const [text = ''] = field.toString('latin1', Math.max(from, 0), to + 1).split('\0');
  if (!/^[0-7]*$/.test(text)) throw damaged();
  return Number.parseInt(`0${text}`, 8);
}

/** Base 256, two's complement below the first bit. */
function binaryOf(field: Buffer): bigint {
  const value = field.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return BigInt.asIntN(field.length * 8 - 1, value);
}

function damaged(): BadArchive {
  return new BadArchive('a number in a tar header of it is damaged');
}
