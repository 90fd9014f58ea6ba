/** Names of files are bytes, and most are UTF-8 (design.md section 6). */

/**
 * @param name one character a byte
 * @returns its UTF-8 text; a byte that is none is written `\xNN`
 */
export function nameText(name: string): string {
  // Nothing but ASCII: nearly all.
  // eslint-disable-next-line no-control-regex -- every ASCII character is meant
  if (/^[\u0000-\u007f]*$/.test(name)) return name;
  const bytes = Buffer.from(name, 'latin1');
  const text = bytes.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(bytes)) return text;
  return decodeByByte(bytes);
}

function decodeByByte(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = [1, 2, 3, 4].find((size) => isCharacter(bytes.subarray(at, at + size), size));
    text +=
      length === undefined
        ? `\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`
        : bytes.toString('utf8', at, at + length);
    at += length ?? 1;
  }
  return text;
}

/** Strict: a character that came out of the decoder as it went in. */
function isCharacter(bytes: Buffer, size: number): boolean {
  return bytes.length === size && Buffer.from(bytes.toString('utf8'), 'utf8').equals(bytes);
}
