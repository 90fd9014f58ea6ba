/** What a build context sends, and what of it should stay at home. Pure. */

export const UNWANTED_KINDS = [
  '.git',
  'environment file',
  'private key',
  'node_modules',
  'virtual environment',
  'build output',
] as const;
export type UnwantedKind = (typeof UNWANTED_KINDS)[number];

export interface ContextFile {
  /** Relative to the context. */
  readonly path: string;
  readonly bytes: number;
  /** The same for all names of one file; absent: it has one. */
  readonly linked?: string;
}

/** Of several names of one file the first one is sent with its bytes (fsutil, walker.go). */
export function linkedOnce(files: readonly ContextFile[]): readonly ContextFile[] {
  const seen = new Set<string>();
  return files.map((file) => {
    if (file.linked === undefined || !seen.has(file.linked)) {
      if (file.linked !== undefined) seen.add(file.linked);
      return file;
    }
    return {...file, bytes: 0};
  });
}

export interface Unwanted {
  readonly kind: UnwantedKind;
  /** A file, or the folder that all lie in. */
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  /** What to write into the ignore file. */
  readonly line: string;
}

export interface ContextFacts {
  /** Of what this build asks for. */
  readonly bytes: number;
  readonly files: number;
  /** What the ignore files let through, where the build asks for less. */
  readonly folder?: {readonly bytes: number; readonly files: number};
  /** Relative to the repository, where it lies inside; absent: there is none. */
  readonly ignoreFile?: string;
  /** Ignore files that are there and that nobody reads, with the reason. */
  readonly unused: readonly {readonly file: string; readonly reason: string}[];
  /** Most bytes first. */
  readonly biggestFolders: readonly {readonly path: string; readonly bytes: number}[];
  readonly unwanted: readonly Unwanted[];
  /** The report's own folder, relative to the context, where it is sent with it. */
  readonly reportFolder?: string;
  /** Further contexts that the definition names: their bytes and files are counted above. */
  readonly named: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly files: number;
  }[];
}

/** A further context, with what of it is sent. */
export interface NamedContext {
  readonly name: string;
  /** Relative to the repository. */
  readonly path: string;
  readonly files: readonly ContextFile[];
}

type FoundContext = Pick<ContextFacts, 'ignoreFile' | 'unused' | 'reportFolder' | 'folder'>;

/** Folders that a tool makes anew. */
const OUTPUT =
  /^(?:\.next|\.nuxt|\.svelte-kit|\.turbo|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.tox|\.gradle|\.nyc_output)$/;
const ENVIRONMENT = /^\.env(?:\.(?!example$|sample$|template$|dist$|defaults$).+)?$/;
const KEY = /^id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:key|p12|pfx|jks|keystore)$|key[^/]*\.pem$/i;
const MOST = 20;

/** @param own what of the main context is sent */
export function contextFacts(
  own: readonly ContextFile[],
  {named = [], ...found}: FoundContext & {readonly named?: readonly NamedContext[]},
): ContextFacts {
  const files = [...own, ...named.flatMap(filesOfNamed)];
  const folders = new Map<string, number>();
  for (const {path, bytes} of files) {
    const parts = path.split('/').slice(0, -1);
    const folder = parts.length === 0 ? '.' : parts.slice(0, 2).join('/');
    folders.set(folder, (folders.get(folder) ?? 0) + bytes);
  }
  return {
    ...found,
    named: named.map(({name, path, files: list}) => ({
      name,
      path,
      files: list.length,
      bytes: sumOf(list),
    })),
    bytes: sumOf(files),
    files: files.length,
    biggestFolders: [...folders]
      .map(([path, bytes]) => ({path, bytes}))
      .sort((a, b) => b.bytes - a.bytes)
      .slice(0, MOST),
    unwanted: unwantedIn(files),
  };
}

function sumOf(files: readonly ContextFile[]): number {
  return files.reduce((sum, {bytes}) => sum + bytes, 0);
}

/** Their paths begin with the context's own. */
function filesOfNamed({path, files}: NamedContext): readonly ContextFile[] {
  return files.map((file) => ({...file, path: `${path}/${file.path}`}));
}

function unwantedIn(files: readonly ContextFile[]): readonly Unwanted[] {
  const environments = new Set(
    files.flatMap(({path}) =>
      path.endsWith('/pyvenv.cfg') ? [path.slice(0, -'/pyvenv.cfg'.length)] : [],
    ),
  );
  const found = new Map<string, Unwanted>();
  for (const {path, bytes} of files) {
    const name = kindOf(path, environments);
    if (name === undefined) continue;
    const old = found.get(name.path) ?? {...name, bytes: 0, files: 0};
    found.set(name.path, {...old, bytes: old.bytes + bytes, files: old.files + 1});
  }
  return [...found.values()].sort((a, b) => b.bytes - a.bytes);
}

/** The outermost of the folders that a file lies in. */
function folderIn(folders: ReadonlySet<string>, path: string): string | undefined {
  if (folders.size === 0) return undefined;
  for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
    if (folders.has(path.slice(0, end))) return path.slice(0, end);
  return undefined;
}

function kindOf(
  path: string,
  environments: ReadonlySet<string>,
): Pick<Unwanted, 'kind' | 'path' | 'line'> | undefined {
  const parts = path.split('/');
  const upTo = (index: number): string => parts.slice(0, index + 1).join('/');
  const git = parts.indexOf('.git');
  if (git >= 0) return {kind: '.git', path: upTo(git), line: '**/.git'};
  const modules = parts.slice(0, -1).indexOf('node_modules');
  if (modules >= 0) return {kind: 'node_modules', path: upTo(modules), line: '**/node_modules'};
  const environment = folderIn(environments, path);
  if (environment !== undefined)
    return {kind: 'virtual environment', path: environment, line: environment};
  const output = parts.slice(0, -1).findIndex((part) => OUTPUT.test(part));
  if (output >= 0)
    return {kind: 'build output', path: upTo(output), line: `**/${parts[output] ?? ''}`};
  const base = parts.at(-1) ?? '';
  if (ENVIRONMENT.test(base)) return {kind: 'environment file', path, line: `**/${base}`};
  return KEY.test(base) ? {kind: 'private key', path, line: path} : undefined;
}
