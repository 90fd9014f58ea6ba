/** The list of an image's files: one JSON a line, in the tree's order. Pure. */
import {defined} from '../defined.ts';
import {nameText} from '../text/bytes.ts';
import {renderJson} from '../text/json.ts';
import type {Share} from './contents.ts';
import type {PackageOwners} from './package-owners.ts';
import type {Tree, TreeNode} from './tree.ts';

const MOST = 100;

/**
 * `{path, kind, bytes, mode, uid, gid, layer, target?, package?}`: bytes of a hard-linked file stand on
 * its first name, so that they sum to what is in use.
 */
export function* listLines(tree: Tree, owners: PackageOwners): Generator<string> {
  const seen = new Set<TreeNode>();
  for (const {path, node} of tree.entries()) {
    const owner = node.kind === 'file' ? owners.of(path, node) : undefined;
    const isAgain = node.links > 1 && seen.has(node);
    if (node.links > 1) seen.add(node);
    const {kind, mode, uid, gid, layer, target} = node;
    yield `${renderJson({
      path: nameText(path),
      kind,
      bytes: isAgain ? 0 : node.size,
      mode: mode.toString(8),
      uid,
      gid,
      layer,
      ...(target === undefined ? {} : {target: nameText(target)}),
      ...defined({package: owner && `${owner.name} ${owner.version}`}),
    })}\n`;
  }
}

/** Programs that no package brought: whoever scans packages does not see what is in them. */
export function unownedPrograms(tree: Tree, owners: PackageOwners): readonly Share[] {
  const found: Share[] = [];
  for (const {path, node} of tree.files())
    if (node.isProgram && owners.of(path, node) === undefined)
      found.push({path: nameText(path), bytes: node.size, layer: node.layer});
  return found.sort((a, b) => b.bytes - a.bytes).slice(0, MOST);
}
