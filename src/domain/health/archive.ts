/**
 * An image as every engine loads it: a tar of the layout's own blobs and a `manifest.json` that names
 * them (`docker save`). Engines without the containerd image store load no OCI layout. Pure.
 */
const BLOCK = 512;
/** What eleven octal digits hold; above it GNU tar writes the number itself. */
const LARGEST_OCTAL = 0o77777777777;

export interface ArchiveImage {
  /** `NAME:TAG`: in one image store it is the only name that is known beforehand. */
  readonly tag: string;
  /** Paths in the archive. */
  readonly config: string;
  readonly layers: readonly string[];
}

export function archiveManifest({tag, config, layers}: ArchiveImage): string {
  return JSON.stringify([{Config: config, RepoTags: [tag], Layers: layers}]);
}

export interface EntryTraits {
  readonly isFolder?: boolean;
  /** 644 when absent. */
  readonly mode?: number;
  /** Root's when absent. */
  readonly owner?: {readonly uid: number; readonly gid: number};
}

/** A header (POSIX.1-1988 ustar) for a plain file or a folder. @param name ASCII, at most 100 characters */
export function archiveHeader(
  name: string,
  bytes: number,
  {isFolder = false, mode = 0o644, owner = {uid: 0, gid: 0}}: EntryTraits = {},
): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  block.write(isFolder ? `${name}/` : name, 0, 100, 'latin1');
  block.write(octal(mode, 8), 100, 'latin1');
  block.write(octal(owner.uid, 8), 108, 'latin1');
  block.write(octal(owner.gid, 8), 116, 'latin1');
  if (bytes <= LARGEST_OCTAL) block.write(octal(bytes, 12), 124, 'latin1');
  else {
    block.writeUInt8(0x80, 124);
    block.writeBigUInt64BE(BigInt(bytes), 128);
  }
  block.write(octal(0, 12), 136, 'latin1');
  block.write(`        ${isFolder ? '5' : '0'}`, 148, 'latin1');
  block.write('ustar\u000000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, '0')}\0`;
}

/** Zeros after a file, up to a whole block. */
export function archivePadding(bytes: number): Uint8Array {
  return new Uint8Array((BLOCK - (bytes % BLOCK)) % BLOCK);
}

/** What ends an archive. */
export const ARCHIVE_END = new Uint8Array(2 * BLOCK);
