/** A final tree as lines, so that ours and an unpacked one can be held against each other. */
import type {TreeNode} from '../../src/domain/image/tree.ts';
import {treeOf, type Subject} from './subject.ts';

/** By path, one character a byte: `kind size mode uid gid names-of-the-inode target`. */
export type Listing = ReadonlyMap<string, string>;

/** Our tree in the same words. */
export function listingOf(subject: Pick<Subject, 'layers'>): Listing {
  const entries = [...treeOf(subject).entries()];
  const names = Map.groupBy(entries, ({node}) => node);
  return new Map(
    entries.map(({path, node}) => [path, lineOf(node, names.get(node)?.length ?? 1)] as const),
  );
}

function lineOf(node: TreeNode, names: number): string {
  const {kind, size, mode, uid, gid, target} = node;
  // The kernel gives every symbolic link these rights.
  const rights = kind === 'symlink' ? 0o777 : mode;
  return `${kind} ${size} ${names} ${rights.toString(8)} ${uid} ${gid} ${target ?? ''}`;
}

export function differences(theirs: Listing, ours: Listing): readonly string[] {
  const paths = [...new Set([...theirs.keys(), ...ours.keys()])].sort();
  return paths
    .filter((path) => theirs.get(path) !== ours.get(path))
    .map((path) => {
      const told = (line: string | undefined): string =>
        line === undefined ? 'nothing' : `[${line}]`;
      return `${JSON.stringify(path)}: theirs ${told(theirs.get(path))}, ours ${told(ours.get(path))}`;
    });
}
