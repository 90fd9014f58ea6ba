/**
 * What makes a finding the same finding in the next run: frozen (architecture.md section 6). A changed byte
 * here opens every alert of every user anew; __tests__/domain/findings/identity.test.ts holds vectors.
 */
import {createHash} from 'node:crypto';
import {PackageURL} from 'packageurl-js';
import type {ImageId} from '../image-id.ts';
import type {SecretFacts} from './facts.ts';
import {readPackageUrl} from './package-url.ts';

export interface FindingKey {
  /** `CVE-...`, `GHSA-...`, ... */
  readonly advisory: string;
  /** From `systemPackageKey` or `languagePackageKey`. */
  readonly package: string;
  readonly image: ImageId;
}

/** 128 bits of SHA-256, hexadecimal. */
export function findingIdentity(key: FindingKey): string {
  return digest([key.image, key.advisory, key.package]);
}

/** A package of the system, by its source: `debian`, `zlib` -> `debian/zlib`. */
export function systemPackageKey(family: string, source: string): string {
  return `${family}/${source}`;
}

/**
 * A package of a language: `pkg:npm/%40scope/a@1.0.0` -> `pkg:npm/%40scope/a`.
 * @param fallback ecosystem and name, for what has no package URL, or one that cannot be read
 */
export function languagePackageKey(
  purl: string | undefined,
  fallback: {readonly ecosystem: string; readonly name: string},
): string {
  return purlWithoutVersion(purl) ?? `${fallback.ecosystem}/${fallback.name}`;
}

/** Qualifiers that make it another package; all others say which build of it, or where it lay. */
const NAMING_QUALIFIERS = ['channel', 'repository_url', 'user', 'uuid'];

/** Undefined when there is none, or none that can be read. */
export function purlWithoutVersion(purl: string | undefined): string | undefined {
  if (purl === undefined) return undefined;
  try {
    const {type, namespace, name, qualifiers, subpath} = packageOf(purl);
    const naming = Object.entries(qualifiers ?? {}).filter(([key]) =>
      NAMING_QUALIFIERS.includes(key),
    );
    const kept = naming.length === 0 ? undefined : Object.fromEntries(naming);
    return new PackageURL(type, namespace, name, undefined, kept, subpath).toString();
  } catch {
    return undefined;
  }
}

/** It refuses versions (`pkg:golang/stdlib@v1.20`) that the scanner has: these are read without one. */
function packageOf(purl: string): Omit<PackageURL, 'version' | 'toString'> {
  try {
    return PackageURL.fromString(purl);
  } catch (refusal) {
    const read = readPackageUrl(purl);
    if (read === undefined) throw refusal;
    const {type, namespace, name, qualifiers, subpath} = read;
    return new PackageURL(
      type,
      namespace,
      name,
      undefined,
      Object.fromEntries(qualifiers),
      subpath,
    );
  }
}

/** The same secret in the next run: its rule and where it is; never its value, no line, no layer. */
export function secretKey({where, rule, path, variable, nth}: SecretFacts): string {
  return digest([where, rule, path ?? variable ?? '', ...(nth === undefined ? [] : [`${nth}`])]);
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
