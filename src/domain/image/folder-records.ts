/** Records of packages that have a folder of their own: it is told by the record's path alone. Pure. */

interface FolderFormat {
  /** The package's folder, without the slash at its end; undefined: this is no record of the kind. */
  readonly ofRecord: (path: string) => string | undefined;
  /** All that may be the package's folder, of a file in it. */
  readonly ofFile: (path: string) => readonly string[];
}

const NODE: FolderFormat = {
  ofRecord: (path) =>
    /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+)\/package\.json$/.exec(path)?.[1],
  ofFile: (path) => /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+)\//.exec(path)?.slice(1) ?? [],
};

const GEM: FolderFormat = {
  ofRecord: (path) => {
    const [, home, name] = /^(.*)\/specifications\/([^/]+)\.gemspec$/.exec(path) ?? [];
    return home === undefined || name === undefined ? undefined : `${home}/gems/${name}`;
  },
  // A home may have such a name itself: `rvm/gems/ruby-3.2.0/gems/rack-2.0.0`.
  ofFile: (path) =>
    [...path.matchAll(/\/gems\/[^/]+(?=\/)/g)].map(({0: {length}, index}) =>
      path.slice(0, index + length),
    ),
};

const FORMATS: readonly FolderFormat[] = [NODE, GEM];

export function folderOfRecord(path: string): string | undefined {
  return FORMATS.map(({ofRecord}) => ofRecord(path)).find((folder) => folder !== undefined);
}

/** One file may lie in a folder of each format: the module of a gem. */
export function foldersOfFile(path: string): readonly string[] {
  return FORMATS.flatMap(({ofFile}) => ofFile(path));
}
