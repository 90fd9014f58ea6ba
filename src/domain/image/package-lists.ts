/** Files in which package managers write down what they installed: which names, or which files. Pure. */
import {ownProperty} from '../own-property.ts';
import {joined} from './names.ts';

/** A list of the names of all packages. */
interface NameList {
  readonly path: RegExp;
  readonly names: (content: string) => readonly string[];
}

const NAME_LISTS: readonly NameList[] = [
  {
    path: /^(?:usr\/)?lib\/apk\/db\/installed$/,
    names: (content) =>
      content
        .split('\n\n')
        .filter((one) => /^V:\d\S*$/m.test(one))
        .flatMap((one) => /^P:(\S+)$/m.exec(one)?.[1] ?? []),
  },
  {
    path: /^var\/lib\/dpkg\/status$/,
    names: (content) =>
      content
        .split('\n\n')
        .filter((one) => /^Status: .* installed$/m.test(one))
        .flatMap(debianName),
  },
  {
    // Distroless images: a file for each package.
    path: /^var\/lib\/dpkg\/status\.d\/[^/]+(?<!\.md5sums)$/,
    names: debianName,
  },
  {path: /^(?:.*\/)?vendor\/composer\/installed\.json$/, names: composerNames},
];

/** None where the version is none: the scanner passes such an entry over (deb-version(7)). */
function debianName(entry: string): readonly string[] {
  if (!/^Version: \d[A-Za-z0-9.+:~-]*$/m.test(entry)) return [];
  return /^Package: (\S+)/m.exec(entry)?.slice(1) ?? [];
}

/** Undefined for what is no list of names. */
export function namesIn(path: string, content: Uint8Array): readonly string[] | undefined {
  return NAME_LISTS.find((list) => list.path.test(path))?.names(textOf(content));
}

/** The list of a package's own files, which lies beside its record. */
interface FileList {
  readonly path: RegExp;
  /** Where the record lies, by the list's path. */
  readonly record: (path: string) => string;
  /** From the root. */
  readonly files: (path: string, content: string) => readonly string[];
}

const FILE_LISTS: readonly FileList[] = [
  {
    // The specification "Recording installed projects": relative to the folder of the record's own.
    path: /\.dist-info\/RECORD$/,
    record: (path) => path.replace(/RECORD$/, 'METADATA'),
    files: (path, content) => under(path, -2, linesOf(content).map(withoutSum)),
  },
  {
    // setuptools, relative to the record's own folder.
    path: /\.egg-info\/installed-files\.txt$/,
    record: (path) => path.replace(/installed-files\.txt$/, 'PKG-INFO'),
    files: (path, content) =>
      under(
        path,
        -2,
        linesOf(content).flatMap((line) => /^\.\.\/(.+)$/.exec(line)?.[1] ?? []),
      ),
  },
];

export interface ListedFiles {
  readonly record: string;
  readonly files: readonly string[];
}

/** Undefined for what is no list of a package's files. */
export function filesIn(path: string, content: Uint8Array): ListedFiles | undefined {
  const list = FILE_LISTS.find((one) => one.path.test(path));
  return list && {record: list.record(path), files: list.files(path, textOf(content))};
}

/** A database of rpm: names are not read out of it here, the scanner knows them. */
export function isDatabase(path: string): boolean {
  return /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm|usr\/share\/rpm)\/(?:Packages(?:\.db)?|rpmdb\.sqlite)$/.test(
    path,
  );
}

/** Whether a file's content is needed to know which packages there are. */
export function isPackageList(path: string): boolean {
  return [...NAME_LISTS, ...FILE_LISTS].some((list) => list.path.test(path));
}

function under(path: string, depth: number, files: readonly string[]): readonly string[] {
  const folder = path.split('/').slice(0, depth).join('/');
  return files
    .filter((file) => file !== '' && !file.startsWith('/') && !file.includes('..'))
    .map((file) => joined(folder, file));
}

function withoutSum(line: string): string {
  return line.split(',', 1)[0] ?? '';
}

function linesOf(content: string): readonly string[] {
  return content.split('\n').map((line) => line.trimEnd());
}

/** Of Composer 2 in `packages`, of Composer 1 the document itself. */
function composerNames(content: string): readonly string[] {
  const document = parsed(content);
  const packages = Array.isArray(document) ? (document as unknown[]) : listIn(document, 'packages');
  return packages.flatMap((one) => {
    const name = isObject(one) ? ownProperty(one, 'name') : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

function listIn(document: unknown, key: string): readonly unknown[] {
  const list = isObject(document) ? ownProperty(document, key) : undefined;
  return Array.isArray(list) ? (list as unknown[]) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Undefined for what is no JSON: the scanner finds no package in it either. */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}

function textOf(content: Uint8Array): string {
  return Buffer.from(content).toString('latin1');
}
