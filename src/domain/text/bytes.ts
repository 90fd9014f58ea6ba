/** Names of files are bytes, and most are UTF-8 (architecture.md section 6). */

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
  const written = bytes
    .toString('latin1')
    .replace(CHARACTER_OR_BYTE, (found, byte?: string) =>
      byte === undefined ? found : `\\x${byte.charCodeAt(0).toString(16)}`,
    );
  return Buffer.from(written, 'latin1').toString('utf8');
}

/** A character beyond ASCII as UTF-8 has it (RFC 3629), or else one byte. */
const CHARACTER_OR_BYTE =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;
