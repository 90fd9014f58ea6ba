/** Programs and libraries in a system's own folders, and how many of them no package owns. Pure. */
import type {PackageOwners} from './package-owners.ts';
import type {Tree} from './tree.ts';

/** Of what one layer brought and is still there. */
export interface ProgramCount {
  /** Position in the manifest, from 0. */
  readonly layer: number;
  readonly programs: number;
  readonly unowned: number;
}

/** `usr/bin/tar`, `lib/x86_64-linux-gnu/libc.so.6`; what users install by hand lies in usr/local and opt. */
const OF_SYSTEM = /^(?:usr\/)?(?:s?bin\/[^/]+|lib(?:32|64|x32)?\/(?:[^/]+-linux-[^/]+\/)?[^/]+)$/;

/** Lists that name the files of each package; those of distroless images (status.d) may not. */
const LISTS = ['var/lib/dpkg/status', 'lib/apk/db/installed', 'usr/lib/apk/db/installed'];

/** @returns nothing where no list tells whose a file is: then all of them would be nobody's */
export function systemPrograms(
  tree: Tree,
  owners: PackageOwners,
  packages: readonly {readonly files?: readonly string[]}[],
): readonly ProgramCount[] {
  const isTold = LISTS.some((path) => tree.at(path)?.kind === 'file');
  if (!isTold && !packages.some(({files = []}) => files.length > 0)) return [];
  const counts = new Map<number, ProgramCount>();
  for (const {path, node} of tree.files()) {
    if (!node.isProgram || !OF_SYSTEM.test(path)) continue;
    const {programs, unowned} = counts.get(node.layer) ?? {programs: 0, unowned: 0};
    const isUnowned = owners.of(path, node) === undefined;
    counts.set(node.layer, {
      layer: node.layer,
      programs: programs + 1,
      unowned: unowned + (isUnowned ? 1 : 0),
    });
  }
  return [...counts.values()];
}
