/**
 * What a kept folder holds, file by file, as a text: a line for each, and the digest of all the lines
 * before as the last one. Pure.
 */
import {createHash} from 'node:crypto';

export interface SealedFile {
  /** In the folder: `read/abc.jsonl.gz`. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

export function contentsText(files: readonly SealedFile[]): string {
  const lines = files.map(({name, bytes, digest}) => `${digest} ${bytes} ${name}\n`).join('');
  return `${lines}${digestOf(lines)}\n`;
}

/** Undefined for what is not such a text, or was changed since. */
export function parseContents(text: string): ReadonlyMap<string, SealedFile> | undefined {
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const lines = text.slice(0, end);
  if (text.slice(end) !== `${digestOf(lines)}\n`) return undefined;
  const files = new Map<string, SealedFile>();
  for (const line of lines.split('\n').slice(0, -1)) {
    const [, digest = '', bytes = '', name = ''] =
      /^([0-9a-f]{64}) (\d{1,15}) (.+)$/.exec(line) ?? [];
    if (name === '') return undefined;
    files.set(name, {name, bytes: Number(bytes), digest});
  }
  return files;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
