/** Which package a file of an image belongs to, by what the package managers wrote down. Pure. */
import type {Tree, TreeNode} from './tree.ts';

/** A package that was found in the image. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** In the image: the file that tells of it (metadata, lockfile, a program itself). */
  readonly path?: string;
  /** In the image: what the system's package manager installed with it. */
  readonly files?: readonly string[];
}

export interface PackageOwner {
  readonly name: string;
  readonly version: string;
}

export interface PackageOwners {
  /** Undefined: no package that anybody knows. */
  readonly of: (path: string, node: TreeNode) => PackageOwner | undefined;
}

const MODULE = /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** @param packages as the scanner found them */
export function packageOwners(tree: Tree, packages: readonly InstalledPackage[]): PackageOwners {
  const nodes = new Map<TreeNode, PackageOwner>();
  const folders = new Map<string, PackageOwner>();
  for (const {name, version, path, files} of packages) {
    const owner = {name, version};
    // Through links: a package says /bin/sh, and the file is usr/bin/sh.
    const claim = (file: string): void => {
      const node = safely(() => tree.at(file));
      if (node?.kind === 'file' && !nodes.has(node)) nodes.set(node, owner);
    };
    for (const file of files ?? []) claim(file);
    if (path === undefined) continue;
    claim(path);
    for (const file of recordedFiles(tree, path)) claim(file);
    const folder = /^(.*node_modules\/.+)\/package\.json$/.exec(path)?.[1];
    if (folder !== undefined) folders.set(folder, owner);
  }
  return {of: (path, node) => nodes.get(node) ?? folders.get(MODULE.exec(path)?.[1] ?? '')};
}

/** A name that leaves the root belongs to nobody. */
function safely<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** What RECORD beside a Python package's METADATA lists (PEP 376), relative to the folder above. */
function recordedFiles(tree: Tree, metadata: string): readonly string[] {
  const folder = /^(.*)\/[^/]+\.dist-info\/METADATA$/.exec(metadata)?.[1];
  if (folder === undefined) return [];
  const content = safely(() => tree.content(metadata.replace(/METADATA$/, 'RECORD')));
  if (content === undefined) return [];
  return Buffer.from(content)
    .toString('latin1')
    .split('\n')
    .map((line) => /^(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line))
    .map((match) => match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? '')
    .filter((name) => name !== '')
    .map((name) => resolved(folder, name));
}

/** `usr/lib/python3/site-packages`, `../../../bin/x` -> `usr/bin/x`. */
function resolved(folder: string, name: string): string {
  const parts: string[] = name.startsWith('/') ? [] : folder.split('/');
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
