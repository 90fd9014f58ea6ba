/** The names of all buckets of a vulnerability database: which releases of systems it knows. */
import type {Deps} from '../../deps.ts';
import {
  parseBucketNames,
  parseChildPages,
  META_BYTES,
  parseMeta,
  parsePageHeader,
  type Meta,
} from '../../domain/findings/bolt.ts';

const HEADER_BYTES = 16;
/** The database of today has some two hundred buckets, in a handful of pages. */
const MOST_PAGES = 10_000;

/** @param path absolute; undefined: it is no such file, or damaged */
export async function readBuckets(
  path: string,
  deps: Pick<Deps, 'files'>,
): Promise<ReadonlySet<string> | undefined> {
  const read = async (offset: number, bytes: number): Promise<Buffer> =>
    Buffer.from(await deps.files.readAt(path, offset, bytes));
  try {
    const meta = await laterMeta(read);
    return meta === undefined ? undefined : await namesBelow(meta, read);
  } catch {
    return undefined;
  }
}

type Read = (offset: number, bytes: number) => Promise<Buffer>;

async function laterMeta(read: Read): Promise<Meta | undefined> {
  const first = parseMeta(await read(0, META_BYTES));
  const second = first && parseMeta(await read(first.pageSize, META_BYTES));
  if (first === undefined || second === undefined) return first;
  return second.transaction > first.transaction ? second : first;
}

async function namesBelow(
  {root, pageSize}: Meta,
  read: Read,
): Promise<ReadonlySet<string> | undefined> {
  const names = new Set<string>();
  const open = [root];
  let pages = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const header = await read(at * pageSize, HEADER_BYTES);
    const page = parsePageHeader(header);
    if (page === undefined) return undefined;
    pages += 1 + page.overflow;
    if (pages > MOST_PAGES) return undefined;
    const bytes = await read(at * pageSize, (1 + page.overflow) * pageSize);
    if (page.isBranch) open.push(...parseChildPages(bytes, page));
    else for (const name of parseBucketNames(bytes, page)) names.add(name);
  }
  return names;
}
