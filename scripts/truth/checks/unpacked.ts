/** The final tree as umoci unpacks it to a disk and `find` lists it. */
import {join} from 'node:path';
import {differences, listingOf, type Listing} from '../listing.ts';
import type {Finding} from '../row.ts';
import {treeOf, type Subject} from '../subject.ts';
import {runAsRoot} from '../tools.ts';

interface Unpacked {
  readonly listing: Listing;
  readonly files: number;
  /** An inode once. */
  readonly bytes: number;
}

const FORMAT = '%P\\0%y\\0%s\\0%m\\0%U\\0%G\\0%i\\0%l\\0';
const FIELDS = 8;
const KINDS: Readonly<Record<string, string>> = {f: 'file', d: 'folder', l: 'symlink'};

/** Unpacks below the folder given; what is unpacked goes again. */
export async function unpack(view: string, folder: string): Promise<Unpacked> {
  const bundle = join(folder, 'bundle');
  try {
    await runAsRoot({program: 'umoci', args: ['unpack', '--image', `${view}:truth`, bundle]});
    const found = await runAsRoot({
      program: 'find',
      args: [join(bundle, 'rootfs'), '-mindepth', '1', '-printf', FORMAT],
      env: {LC_ALL: 'C'},
    });
    return parseFound(found.toString('latin1'));
  } finally {
    await runAsRoot({program: 'rm', args: ['-rf', bundle]});
  }
}

interface Found {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
  readonly attributes: string;
  readonly inode: string;
}

function parseFound(text: string): Unpacked {
  const fields = text.split('\0');
  const found: Found[] = [];
  for (let at = 0; at + FIELDS < fields.length; at += FIELDS) {
    const [path = '', type = '', size, mode, uid, gid, inode = '', target = ''] = fields.slice(
      at,
      at + FIELDS,
    );
    const kind = KINDS[type] ?? 'other';
    const attributes = `${mode ?? ''} ${uid ?? ''} ${gid ?? ''} ${target}`;
    found.push({path, kind, size: kind === 'file' ? Number(size) : 0, attributes, inode});
  }
  const names = Map.groupBy(found, ({inode, kind}) => (kind === 'folder' ? '' : inode));
  const lines = found.map(({path, kind, size, attributes, inode}) => {
    const links = kind === 'folder' ? 1 : (names.get(inode)?.length ?? 1);
    return [path, `${kind} ${size} ${links} ${attributes}`] as const;
  });
  const inodes = new Map(found.filter(isFile).map((one) => [one.inode, one.size]));
  return {
    listing: new Map(lines),
    files: found.filter(isFile).length,
    bytes: [...inodes.values()].reduce((sum, size) => sum + size, 0),
  };
}

function isFile({kind}: {readonly kind: string}): boolean {
  return kind === 'file';
}

export async function byUmoci(subject: Subject): Promise<readonly Finding[]> {
  const theirs = await unpack(subject.view, subject.work);
  const ours = listingOf(subject);
  const files = [...treeOf(subject).files()].length;
  const differing = differences(theirs.listing, ours);
  return [
    {figure: 'paths in final tree', theirs: theirs.listing.size, ours: ours.size},
    {figure: 'paths that differ', theirs: differing.length, ours: 0, differing},
    {figure: 'files in final tree', theirs: theirs.files, ours: files},
    {figure: 'bytes in use', theirs: theirs.bytes, ours: subject.figures.inUseBytes},
  ];
}
