/**
 * Pages of a bbolt file, as far as the names of its buckets need them (go.etcd.io/bbolt, internal/common:
 * page.go and meta.go; little-endian). Pure.
 */

export const META_BYTES = 80;
const PAGE_HEADER = 16;
const ELEMENT = 16;
const MAGIC = 0xed0cdaed;
const [BRANCH, LEAF, IS_BUCKET] = [1, 2, 1];
const PAGE_SIZES = [1024, 65_536] as const;

export interface Meta {
  readonly pageSize: number;
  /** Number of the page that the tree of buckets begins with. */
  readonly root: number;
  /** Of two the later one holds. */
  readonly transaction: bigint;
}

/** @param bytes of a page that is a meta page; undefined for what is none */
export function parseMeta(bytes: Buffer): Meta | undefined {
  if (bytes.length < META_BYTES || bytes.readUInt32LE(PAGE_HEADER) !== MAGIC) return undefined;
  const pageSize = bytes.readUInt32LE(PAGE_HEADER + 8);
  const isPossible = pageSize >= PAGE_SIZES[0] && pageSize <= PAGE_SIZES[1];
  if (!isPossible) return undefined;
  return {
    pageSize,
    root: Number(bytes.readBigUInt64LE(PAGE_HEADER + 16)),
    transaction: bytes.readBigUInt64LE(PAGE_HEADER + 48),
  };
}

export interface Page {
  /** Further pages that belong to it. */
  readonly overflow: number;
  readonly count: number;
  readonly isBranch: boolean;
}

/** Of a page's first 16 bytes; undefined for one that is no part of a tree. */
export function parsePageHeader(bytes: Buffer): Page | undefined {
  const flags = bytes.readUInt16LE(8);
  if (flags !== BRANCH && flags !== LEAF) return undefined;
  return {
    overflow: bytes.readUInt32LE(12),
    count: bytes.readUInt16LE(10),
    isBranch: flags === BRANCH,
  };
}

/** Numbers of the pages below a branch. @throws {RangeError} for a damaged one */
export function parseChildPages(bytes: Buffer, {count}: Page): readonly number[] {
  return Array.from({length: count}, (_, index) =>
    Number(bytes.readBigUInt64LE(PAGE_HEADER + index * ELEMENT + 8)),
  );
}

/** Names of the buckets in a leaf. @throws {RangeError} for a damaged one */
export function parseBucketNames(bytes: Buffer, {count}: Page): readonly string[] {
  return Array.from({length: count}, (_, index) => PAGE_HEADER + index * ELEMENT).flatMap((at) => {
    if ((bytes.readUInt32LE(at) & IS_BUCKET) === 0) return [];
    const start = at + bytes.readUInt32LE(at + 4);
    const end = start + bytes.readUInt32LE(at + 8);
    if (end > bytes.length) throw new RangeError('a name ends beyond its page');
    return [bytes.toString('utf8', start, end)];
  });
}
