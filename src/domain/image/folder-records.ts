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

const PYTHON_RECORD = /\.(?:dist-info\/METADATA|egg-info(?:\/PKG-INFO)?)$/;
/** Where no list of its files lies beside it, as Debian installs them: the module has the project's name. */
const PYTHON: FolderFormat = {
  ofRecord: (path) => (PYTHON_RECORD.test(path) ? pythonModule(path) : undefined),
  ofFile: (path) => {
    const module = pythonModule(path);
    return module === undefined ? [] : [module];
  },
};

/** `…/site-packages/Jinja2-3.1.dist-info/METADATA`, `…/jinja2/x.py`, `…/jinja2.so` -> `…/site-packages/jinja2`. */
function pythonModule(path: string): string | undefined {
  const home = Math.max(path.lastIndexOf('site-packages/'), path.lastIndexOf('dist-packages/'));
  if (home < 0) return undefined;
  const start = home + 'site-packages/'.length;
  const name = /^[^/.-]+/.exec(path.slice(start))?.[0];
  return name && `${path.slice(0, start)}${name.toLowerCase()}`;
}

/** One list for all of them: its packages lie beside it. */
const COMPOSER: FolderFormat = {
  ofRecord: () => undefined,
  ofFile: (path) => /^(.*(?:^|\/)vendor\/[^/]+\/[^/]+)\//.exec(path)?.slice(1) ?? [],
};

const FORMATS: readonly FolderFormat[] = [NODE, GEM, PYTHON, COMPOSER];

/** The folder of a package that a list names; undefined: the list is none whose packages have one. */
export function folderOfListed(list: string, name: string): string | undefined {
  const home = /^(.*(?:^|\/)vendor)\/composer\/installed\.json$/.exec(list)?.[1];
  return home === undefined ? undefined : `${home}/${name}`;
}

/** Whether a package is told by that file alone. */
export function isRecordFile(path: string): boolean {
  return PYTHON_RECORD.test(path) || folderOfRecord(path) !== undefined;
}

export function folderOfRecord(path: string): string | undefined {
  return FORMATS.map(({ofRecord}) => ofRecord(path)).find((folder) => folder !== undefined);
}

/** One file may lie in a folder of each format: the module of a gem. */
export function foldersOfFile(path: string): readonly string[] {
  return FORMATS.flatMap(({ofFile}) => ofFile(path));
}
