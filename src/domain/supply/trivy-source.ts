/** Which Trivy is asked for, and where its archive is. Pure. */
import {fileURLToPath} from 'node:url';
import {defined} from '../defined.ts';
import {UserError} from '../../errors.ts';
import {known, unable, type Known} from '../known.ts';
import {
  knownVersions,
  compromiseReason,
  TRIVY_RELEASES,
  type TrivyPlatform,
} from './trivy-releases.ts';
import {ownProperty} from '../own-property.ts';

/** As the inputs say it; absent where they say nothing. */
export interface RawTrivySource {
  readonly version: string;
  readonly checksum: string | undefined;
  readonly url: string | undefined;
  /** Absolute. */
  readonly path: string | undefined;
}

export interface TrivySource {
  /** Absolute: an installed one, which goes before all else. */
  readonly path?: string;
  readonly version: string;
  /** SHA-256 of the archive, in small letters. */
  readonly checksum?: string;
  /** With `{version}` and `{platform}` to be filled in. */
  readonly url?: string;
}

/** @throws {UserError} that names the input and what it takes */
export function parseTrivySource({version, checksum, url, path}: RawTrivySource): TrivySource {
  if (url !== undefined) checkUrl(url);
  const digest = checksum === undefined ? undefined : parseChecksum(checksum);
  return {
    version: parseVersion(version, {isOwn: digest !== undefined}),
    ...defined({path, checksum: digest, url}),
  };
}

function parseVersion(value: string, {isOwn}: {readonly isOwn: boolean}): string {
  const version = value.replace(/^v/, '');
  const takes = `it takes ${knownVersions().join(', ')}, or any version of one's own archive together with trivy-checksum`;
  const malice = compromiseReason(version);
  if (malice !== undefined)
    throw new UserError(`Input trivy-version is "${value}": ${malice}; ${takes}.`);
  if (version === 'latest')
    throw new UserError(
      `Input trivy-version is "latest": nobody knows beforehand what that will be, so it cannot be verified; ${takes}.`,
    );
  if (!/^\d+\.\d+\.\d+$/.test(version) || (!isOwn && !knownVersions().includes(version)))
    throw new UserError(`Input trivy-version is "${value}": its checksum is not known; ${takes}.`);
  return version;
}

function parseChecksum(value: string): string {
  const digest = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(value)?.[1];
  if (digest !== undefined) return digest.toLowerCase();
  throw new UserError(
    `Input trivy-checksum is "${value}"; it takes the SHA-256 of the archive, 64 hexadecimal digits.`,
  );
}

/** The address may hold a password, so it is not repeated. */
function checkUrl(value: string): void {
  try {
    const url = new URL(value);
    if (url.protocol === 'file:') fileURLToPath(url);
    if (['http:', 'https:', 'file:'].includes(url.protocol)) return;
  } catch {
    // Said below.
  }
  throw new UserError(
    'Input trivy-url is no address of an archive; it takes https://..., http://... or file:///..., in which {version} and {platform} are filled in.',
  );
}

export interface TrivyArchive {
  readonly version: string;
  readonly platform: TrivyPlatform;
  /** `http:`, `https:` or `file:`. */
  readonly url: string;
  /** SHA-256 that it must have. */
  readonly digest: string;
  /** SHA-256 of the program in it, where it is known. */
  readonly binary?: string;
}

const RELEASE =
  'https://github.com/aquasecurity/trivy/releases/download/v{version}/trivy_{version}_{platform}.tar.gz';

/** @param machine as node names it, such as `linux` and `x64` */
export function selectTrivyArchive(
  {version, checksum, url = RELEASE}: TrivySource,
  machine: {readonly os: string; readonly arch: string},
): Known<TrivyArchive> {
  const platform = platformOf(machine);
  if (platform === undefined)
    return unable(
      `Trivy is fetched for Linux on x64 and arm64 only, and this is ${machine.os} on ${machine.arch}: install it, and name it with the input trivy-path.`,
    );
  const release = TRIVY_RELEASES.find(
    (one) => one.version === version && one.platform === platform,
  );
  const digest = checksum ?? release?.archive;
  if (digest === undefined)
    return unable(`The checksum of Trivy ${version} for ${platform} is not known.`);
  const binary = digest === release?.archive ? {binary: release.binary} : {};
  return known({version, platform, digest, ...binary, url: filled(url, {version, platform})});
}

function platformOf({os, arch}: {readonly os: string; readonly arch: string}) {
  if (os !== 'linux') return undefined;
  return arch === 'x64' ? 'Linux-64bit' : arch === 'arm64' ? 'Linux-ARM64' : undefined;
}

/** A URL that was parsed may have its braces as `%7B` and `%7D`. */
function filled(url: string, values: Readonly<Record<string, string>>): string {
  return url.replace(
    /(?:\{|%7B)(version|platform)(?:\}|%7D)/gi,
    (all, name: string) => ownProperty(values, name) ?? all,
  );
}
