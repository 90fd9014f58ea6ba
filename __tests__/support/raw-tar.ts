/** Tar archives written byte by byte, as odd as a test wants them. */

const BLOCK = 512;
/** Two empty blocks. */
export const END = Buffer.alloc(2 * BLOCK);

export interface RawHeader {
  readonly name: string;
  readonly type?: string;
  readonly size?: number;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly target?: string;
  /** `ustar\0` and the version, or another. */
  readonly magic?: string;
  readonly prefix?: string;
  /** Of a device. */
  readonly major?: number;
  readonly minor?: number;
  /** Written over the rest, by position. */
  readonly fields?: Readonly<Record<number, string>>;
}

/** One block; one character a byte. */
export function rawHeader(header: RawHeader): Buffer {
  const {name, type = '0', size = 0, mode = 0o644, uid = 0, gid = 0} = header;
  const {target = '', magic = 'ustar\x0000', prefix = '', major = 0, minor = 0} = header;
  const block = Buffer.alloc(BLOCK);
  const fields: Readonly<Record<number, string>> = {
    ...{0: name, 100: octal(mode, 8), 108: octal(uid, 8), 116: octal(gid, 8)},
    ...{124: octal(size, 12), 136: octal(0, 12), 156: type, 157: target, 257: magic},
    ...{329: octal(major, 8), 337: octal(minor, 8), 345: prefix},
    ...header.fields,
  };
  for (const [at, text] of Object.entries(fields)) block.write(text, Number(at), 'latin1');
  return sealed(block);
}

/** With the sum that fits. */
export function sealed(block: Buffer): Buffer {
  block.fill(0x20, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

export function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, '0')}\0`;
}

/** Filled up to whole blocks. */
export function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK)]);
}

export function rawFile(
  name: string,
  content: string | Buffer = '',
  more: Partial<RawHeader> = {},
): Buffer {
  const data = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return Buffer.concat([rawHeader({name, size: data.length, ...more}), padded(data)]);
}

export function rawFolder(name: string, more: Partial<RawHeader> = {}): Buffer {
  return rawHeader({name, type: '5', mode: 0o755, ...more});
}

export function rawLink(name: string, target: string, type: '1' | '2' = '2'): Buffer {
  return rawHeader({name, type, target, mode: type === '2' ? 0o777 : 0o644});
}

/** Records before the next entry, or for the whole archive. */
export function rawPax(
  records: readonly (readonly [string, string])[],
  more: Partial<RawHeader> = {},
): Buffer {
  const data = records.map(([key, value]) => paxRecord(key, value)).join('');
  return rawFile('PaxHeaders/x', data, {type: 'x', ...more});
}

/** The length counts itself. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length;
  while (String(length).length + rest.length !== length)
    length = String(length).length + rest.length;
  return `${length}${rest}`;
}

/** A layer as an archive. */
export function rawTar(...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([...parts, END]);
}
