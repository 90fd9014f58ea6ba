/** The files by which the engine finds out who the image starts as, wherever links lead to them. */
import type {ImageFacts} from '../../domain/image/facts.ts';
import type {ImageConfig} from '../../domain/image/manifest.ts';
import type {Tree, TreeNode} from '../../domain/image/tree.ts';
import {resolveUser} from '../../domain/image/user.ts';
import {known, unable} from '../../domain/known.ts';

const ACCOUNT_FILES = ['etc/passwd', 'etc/group'];
/** The engine's own (`symlink.FollowSymlinkInScope`), more than Linux follows. */
const MOST_LINKS = 256;
/** A larger one is read by nobody: its image is `unable`. */
const LARGEST = 4 * 1024 * 1024;

export function imageUser(config: ImageConfig, tree: Tree): ImageFacts['user'] {
  const [passwd, group] = ACCOUNT_FILES.map((path) => tree.at(path, MOST_LINKS));
  if ([passwd, group].some((node) => node !== undefined && node.content === undefined))
    return unable(
      'Who the image starts as is not known: its /etc/passwd or /etc/group leads to what cannot be read as a file.',
    );
  return known(
    resolveUser(config.config?.User ?? '', {passwd: passwd?.content, group: group?.content}),
  );
}

/** Names of the files that links lead to and whose content nobody has kept: mostly none. */
export function unreadAccounts(tree: Tree): ReadonlySet<string> {
  const wanted = new Set<TreeNode>(
    ACCOUNT_FILES.flatMap((path) => tree.at(path, MOST_LINKS) ?? []).filter(
      ({kind, content, size}) => kind === 'file' && content === undefined && size <= LARGEST,
    ),
  );
  if (wanted.size === 0) return new Set();
  return new Set([...tree.files()].filter(({node}) => wanted.has(node)).map(({path}) => path));
}
