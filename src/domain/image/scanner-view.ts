/**
 * The files by which packages are told, as the scanner sees a stack of layers: by their names alone,
 * deleted by names alone, and no links. Where it sees another file than the engine, or none, what that
 * file tells of was not judged. Pure.
 */
import {nameText} from '../text/bytes.ts';
import {pathParts} from './names.ts';
import type {TreeEntry} from '../archive/entry.ts';
import type {Tree, TreeNode} from './tree.ts';
import {deletedBy, foldersAnd} from './whiteouts.ts';

const RECORD =
  /\.(?:jar|war|ear|par)$|\.dist-info\/METADATA$|\.egg-info(?:\/PKG-INFO)?$|(?:^|\/)package\.json$|\.gemspec$|(?:^|\/)conda-meta\/[^/]+\.json$|\.deps\.json$|(?:^|\/)vendor\/composer\/installed\.json$|^var\/lib\/dpkg\/status(?:\.d\/[^/]+)?$|^(?:usr\/)?lib\/apk\/db\/installed$|(?:^|\/)(?:Packages|Packages\.db|rpmdb\.sqlite)$/i;

export function isRecord(path: string): boolean {
  return RECORD.test(path);
}

export class ScannerView {
  /** Position of the layer whose file is seen, by path. */
  readonly #seen = new Map<string, number>();
  #layer = -1;

  apply(entries: readonly TreeEntry[]): void {
    this.#layer += 1;
    this.#delete(deletedBy(entries));
    for (const {name, kind, isProgram} of entries) {
      if (kind !== 'file') continue;
      const path = pathParts(name).join('/');
      if (isProgram === true || isRecord(path)) this.#seen.set(path, this.#layer);
    }
  }

  /** @param deleted files, and folders with all that is in them; of an opaque folder itself */
  #delete(deleted: ReadonlySet<string>): void {
    if (deleted.size === 0) return;
    for (const path of this.#seen.keys())
      if (foldersAnd(path).some((name) => deleted.has(name))) this.#seen.delete(path);
  }

  /** Records of the final tree that the scanner does not see under any of their names. */
  unseen(tree: Tree): readonly string[] {
    const candidates: {readonly path: string; readonly node: TreeNode}[] = [];
    const seen = new Set<TreeNode>();
    for (const {path, node} of tree.files()) {
      if (this.#seen.get(path) === node.layer) seen.add(node);
      else if (isRecord(path)) candidates.push({path, node});
    }
    return candidates.filter(({node}) => !seen.has(node)).map(({path}) => nameText(path));
  }
}
