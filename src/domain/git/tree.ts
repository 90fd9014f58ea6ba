/** What a commit holds, as `git ls-tree -r -t -z` prints it. Pure. */
export interface TreeEntry {
  /** Six octal digits: `100644`, `100755`, `120000` (link), `160000` (submodule), `040000` (folder). */
  readonly mode: string;
  readonly sha: string;
  /** Relative to the root; each character is one byte. */
  readonly bytes: string;
}

/** Of a text in which each character is one byte. */
export function parseTree(text: string): readonly TreeEntry[] {
  return text.split('\0').flatMap((line) => {
    const tab = line.indexOf('\t');
    const [mode = '', , sha = ''] = line.slice(0, tab).split(' ');
    return tab === -1 ? [] : [{mode, sha, bytes: line.slice(tab + 1)}];
  });
}

/** The folder's and the entry's own name. */
export function splitPath(path: string): readonly [string, string] {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}

/** By folder (the root is the empty text), in the order of git. */
export function byFolder<T>(
  entries: readonly T[],
  pathOf: (entry: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const folders = new Map<string, T[]>();
  for (const entry of entries) {
    const [folder] = splitPath(pathOf(entry));
    const there = folders.get(folder);
    if (there === undefined) folders.set(folder, [entry]);
    else there.push(entry);
  }
  return folders;
}
