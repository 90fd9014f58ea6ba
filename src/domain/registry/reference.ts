/** Where an artifact is: `HOST/NAME[:TAG|@DIGEST]`, as docker writes it. Pure. */

export interface Reference {
  /** With its port. */
  readonly host: string;
  readonly name: string;
  /** A tag or a digest. */
  readonly version: string;
  /** As people write it. */
  readonly text: string;
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;
const PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/**
 * `reg.example/team/db`, tag `2` -> `reg.example/team/db:2`; undefined for what is none. The host is
 * needed: a name without one would be taken from Docker Hub.
 */
export function parseReference(text: string, tag: string): Reference | undefined {
  const [path = '', digest, ...more] = text.split('@');
  const colon = path.lastIndexOf(':');
  const hasTag = colon > path.lastIndexOf('/');
  const bare = hasTag ? path.slice(0, colon) : path;
  const given = hasTag ? path.slice(colon + 1) : undefined;
  const [host = '', ...parts] = bare.split('/');
  const version = digest ?? given ?? tag;
  if (more.length > 0 || !HOST.test(host) || !/[.:]|^localhost$/.test(host)) return undefined;
  if (parts.length === 0 || !parts.every((part) => PART.test(part))) return undefined;
  if (!(digest === undefined ? TAG : DIGEST).test(version)) return undefined;
  const name = parts.join('/');
  const mark = digest === undefined ? ':' : '@';
  return {host, name, version, text: `${host}/${name}${mark}${version}`};
}

/** The registry's API. Plain HTTP is for this machine alone. */
export function registryApiUrl({host, name}: Pick<Reference, 'host' | 'name'>): string {
  const server = host === 'docker.io' ? 'registry-1.docker.io' : host;
  return `${isLoopback(host) ? 'http' : 'https'}://${server}/v2/${name}`;
}

/** `127.0.0.1:5000` -> true. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(host);
}
