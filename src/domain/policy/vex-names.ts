/** Whether a package URL `pkg:oci/NAME` means an image that is not in a registry yet. Pure. */
import type {PackageUrl} from '../findings/package-url.ts';

/** What an image is called. */
export interface NamedImage {
  readonly name: string;
  /** The target that builds it. */
  readonly target: string;
  /** `ghcr.io/team/web:1`, as the definition says them; absent: none. */
  readonly tags?: readonly string[] | undefined;
  /** `linux/amd64` */
  readonly platform: string;
  /** Absent: not known. */
  readonly digest?: string | undefined;
}

/**
 * By the last part of its tags' repositories, by its target or its service. Every qualifier has to fit, as
 * with the scanner; `repository_url` only where the definition says a repository.
 */
export function isImage(product: PackageUrl, image: NamedImage): boolean {
  const {type, namespace, name, version, subpath, qualifiers} = product;
  if (type !== 'oci' || namespace !== '' || subpath !== '') return false;
  if (version !== '' && version !== image.digest) return false;
  const {repository_url: url, tag, arch, ...others} = Object.fromEntries(qualifiers);
  if (Object.keys(others).length > 0) return false;
  if (arch !== undefined && arch !== image.platform.split('/')[1]) return false;
  const wanted = name.toLowerCase();
  const references = (image.tags ?? []).map(readTag);
  const meant = references.filter(
    (one) => lastOf(one.repository) === wanted && (url === undefined || isAt(one.repository, url)),
  );
  if (tag !== undefined) return meant.some((one) => one.tag === tag);
  if (meant.length > 0) return true;
  const isByItself = url === undefined || references.length === 0;
  return isByItself && [image.name, image.target].some((one) => one.toLowerCase() === wanted);
}

/** `web:1` -> `index.docker.io/library/web:1` */
export function wholeTags(tags: readonly string[]): string[] {
  const whole = tags
    .map((text) => readTag(text))
    .map(({repository, tag}) => `${repository}:${tag}`);
  return [...new Set(whole)].toSorted();
}

interface TagParts {
  /** With its registry, in lower case. */
  readonly repository: string;
  readonly tag: string;
}

function readTag(text: string): TagParts {
  const [path = ''] = text.split('@');
  const colon = path.lastIndexOf(':');
  const hasTag = colon > path.lastIndexOf('/');
  return {
    repository: whole(hasTag ? path.slice(0, colon) : path),
    tag: hasTag ? path.slice(colon + 1) : 'latest',
  };
}

/** `web` -> `index.docker.io/library/web`, as the scanner writes the repository of a digest. */
function whole(repository: string): string {
  const parts = repository.toLowerCase().split('/');
  const [first = '', ...rest] = parts;
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const [host, names] = isHost ? [first, rest] : ['docker.io', parts];
  if (host !== 'docker.io' && host !== 'index.docker.io') return [host, ...names].join('/');
  return ['index.docker.io', ...(names.length === 1 ? ['library'] : []), ...names].join('/');
}

function lastOf(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

function isAt(repository: string, url: string): boolean {
  return whole(url.replace(/^https?:\/\//i, '').replace(/\/$/, '')) === repository;
}
