/** What the scanner keeps of layers, as later runs may have it (threats.md rule 3). Pure. */
import {Buffer} from 'node:buffer';

const COMMAND = '"CreatedBy":"';
const [QUOTE, BACKSLASH, BLANK] = [0x22, 0x5c, 0x20];

/**
 * The same database with each command of a history blank: it holds the values of build arguments, and
 * nothing reads it there. Lengths stay, so that all that points into the database still does.
 */
export function withoutCommands(database: Uint8Array): Uint8Array {
  const bytes = Buffer.from(database);
  for (let at = bytes.indexOf(COMMAND); at >= 0; at = bytes.indexOf(COMMAND, at + 1)) {
    const start = at + COMMAND.length;
    const end = endOfString(bytes, start);
    if (end !== undefined) bytes.fill(BLANK, start, end);
  }
  return bytes;
}

/** Undefined where the string goes on into something else: a page that was given up. */
function endOfString(bytes: Buffer, start: number): number | undefined {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at;
    if (byte < BLANK) return undefined;
    if (byte === BACKSLASH) at += 1;
  }
  return undefined;
}
