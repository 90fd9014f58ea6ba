/**
 * Package URLs as the scanner reads them (package-url/packageurl-go 0.1.6, FromString), which takes more
 * than packageurl-js: any version of Go, Maven's packages without one. Pure, and linear.
 */
export interface PackageUrl {
  readonly type: string;
  /** Empty: none. */
  readonly namespace: string;
  readonly name: string;
  /** Empty: none, which stands for any. */
  readonly version: string;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly subpath: string;
}

const LOWER_NAMESPACE = [
  ...['alpm', 'apk', 'bitbucket', 'composer', 'deb', 'github', 'golang', 'rpm', 'qpkg'],
];
const LOWER_NAME = [
  ...['alpm', 'apk', 'bitbucket', 'bitnami', 'chrome-extension', 'composer', 'deb', 'github'],
  'golang',
];
const NEEDS_NAMESPACE = ['cpan', 'swift', 'vscode-extension'];

/** Undefined for what is none. */
export function readPackageUrl(text: string): PackageUrl | undefined {
  if (text.slice(0, 4).toLowerCase() !== 'pkg:') return undefined;
  const [beforeSubpath, subpath] = cutAt(withoutSlashes(text.slice(4)), '#');
  const [path, query] = cutAt(beforeSubpath, '?');
  const [type, rest] = cutAt(path, '/');
  const qualifiers = readQualifiers(query);
  const parts = readParts(type.toLowerCase(), rest);
  if (qualifiers === undefined || parts === undefined) return undefined;
  const url = {...parts, qualifiers, subpath: trimmed(subpath)};
  return isAllowed(url, subpath) ? url : undefined;
}

/** What the wanted one leaves out matches anything (Trivy's pkg/purl, Match). */
export function matchesPackage(wanted: PackageUrl, found: PackageUrl): boolean {
  return (
    wanted.type === found.type &&
    wanted.namespace === found.namespace &&
    wanted.name === found.name &&
    (wanted.version === '' || wanted.version === found.version) &&
    (wanted.subpath === '' || wanted.subpath === found.subpath) &&
    [...wanted.qualifiers].every(([key, value]) => found.qualifiers.get(key) === value)
  );
}

type Parts = Pick<PackageUrl, 'type' | 'namespace' | 'name' | 'version'>;

function readParts(type: string, rest: string): Parts | undefined {
  // A scope of npm may stand there as it is: `pkg:npm/@babel/core`.
  if (type !== 'npm' && rest.startsWith('@')) return undefined;
  const at = rest.lastIndexOf('@');
  const path = at > 0 ? rest.slice(0, at) : rest;
  const slash = path.lastIndexOf('/');
  const version = decoded(at > 0 ? rest.slice(at + 1) : '');
  const name = decoded(path.slice(slash + 1));
  const segments = path
    .slice(0, Math.max(0, slash))
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  if (version === undefined || name === undefined || name === '') return undefined;
  if (segments.includes(undefined)) return undefined;
  const namespace = trimmed(segments.join('/'));
  return {
    type,
    version,
    name: nameOf(type, name),
    namespace: LOWER_NAMESPACE.includes(type) ? namespace.toLowerCase() : namespace,
  };
}

function nameOf(type: string, name: string): string {
  if (type === 'pypi') return name.replaceAll('_', '-').toLowerCase();
  return LOWER_NAME.includes(type) ? name.toLowerCase() : name;
}

function readQualifiers(query: string): ReadonlyMap<string, string> | undefined {
  const pairs = query.split('&').filter((pair) => pair !== '');
  const found = new Map<string, string>();
  for (const pair of pairs) {
    const [written, encoded] = cutAt(pair, '=');
    const [key, value] = [written.toLowerCase(), decoded(encoded)];
    if (pair.includes(';') || !/^[a-z._-][\w.-]*$/.test(key)) return undefined;
    if (value === undefined || found.has(key)) return undefined;
    if (value !== '') found.set(key, value);
  }
  return found;
}

/** Of the types' own rules those that no version and no name of this world breaks by chance. */
function isAllowed({type, namespace, qualifiers}: PackageUrl, subpath: string): boolean {
  if (!/^[a-z.+-][a-z0-9.+-]*$/.test(type)) return false;
  if (NEEDS_NAMESPACE.includes(type) && namespace === '') return false;
  if (type === 'julia' && !qualifiers.has('uuid')) return false;
  return !subpath
    .split('/')
    .some((segment, index) => index > 0 && (segment === '.' || segment === '..'));
}

function cutAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function withoutSlashes(text: string): string {
  let start = 0;
  while (text[start] === '/') start += 1;
  return text.slice(start);
}

function trimmed(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return withoutSlashes(text.slice(0, end));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
