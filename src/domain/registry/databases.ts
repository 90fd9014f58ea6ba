/** The scanner's two databases, and where they are. Pure. */
import {parseReference, type Reference} from './reference.ts';

export interface DatabaseKind {
  /** In sentences. */
  readonly what: string;
  /** In a cache folder of Trivy. */
  readonly folder: string;
  /** In that folder; the second says of which time it is. */
  readonly files: readonly [string, 'metadata.json'];
  readonly mediaType: string;
  /** Version of its shape, which its mirrors carry as tag. */
  readonly tag: string;
  /** In the folder of what is kept between runs. */
  readonly cacheFolder: string;
  /** Bytes: some ten times of what they have today. */
  readonly largestLayer: number;
  readonly largestUnpacked: number;
}

const GB = 1e9;

export const VULNERABILITIES: DatabaseKind = {
  what: 'vulnerability database',
  folder: 'db',
  files: ['trivy.db', 'metadata.json'],
  mediaType: 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip',
  tag: '2',
  cacheFolder: 'trivy-db',
  largestLayer: GB,
  largestUnpacked: 10 * GB,
};

export const JAVA: DatabaseKind = {
  what: 'Java database',
  folder: 'java-db',
  files: ['trivy-java.db', 'metadata.json'],
  mediaType: 'application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip',
  tag: '1',
  cacheFolder: 'trivy-java-db',
  largestLayer: 6 * GB,
  largestUnpacked: 20 * GB,
};

/** Trivy's own two, in its order. */
const DEFAULTS = ['mirror.gcr.io/aquasec/trivy-db', 'ghcr.io/aquasecurity/trivy-db'];

export interface Mirrors {
  readonly vulnerabilities: readonly Reference[];
  readonly java: readonly Reference[];
}

/**
 * A repository whose name has `java-db` holds the Java database. Where none is named, it is looked for
 * beside the other: `reg.example/trivy-db:2` -> `reg.example/trivy-java-db:1`.
 */
export function databaseMirrors(repositories: readonly string[]): Mirrors {
  const named = repositories.length === 0 ? DEFAULTS : repositories;
  const java = named.filter(isJava);
  const others = named.filter((text) => !isJava(text));
  const vulnerabilities = parseAll(others, VULNERABILITIES);
  if (java.length > 0) return {vulnerabilities, java: parseAll(java, JAVA)};
  const beside = vulnerabilities.flatMap(({host, name}) => {
    const other = name.replace(/(^|\/)trivy-db$/, '$1trivy-java-db');
    return other === name ? [] : [`${host}/${other}`];
  });
  return {vulnerabilities, java: parseAll(beside, JAVA)};
}

function isJava(text: string): boolean {
  return /java-db[^/]*$/.test(text);
}

function parseAll(texts: readonly string[], {tag}: DatabaseKind): readonly Reference[] {
  return texts.flatMap((text) => parseReference(text, tag) ?? []);
}
