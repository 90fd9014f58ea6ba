/** Which releases of Trivy are known, by their digests; `scripts/add-trivy VERSION` adds one. Pure. */

export interface TrivyRelease {
  readonly version: string;
  /** As Trivy's own archives name it. */
  readonly platform: TrivyPlatform;
  /** SHA-256 of the release's archive. */
  readonly archive: string;
  /** SHA-256 of the program in it. */
  readonly binary: string;
}

export type TrivyPlatform = 'Linux-64bit' | 'Linux-ARM64';

export const TRIVY_RELEASES: readonly TrivyRelease[] = [
  {
    version: '0.74.0',
    platform: 'Linux-64bit',
    archive: '2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a',
    binary: 'd89bcc6510a267f11b773398cbf1be5520ce39f9e8b6633178c4487f05b7d791',
  },
  {
    version: '0.74.0',
    platform: 'Linux-ARM64',
    archive: 'b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5',
    binary: 'fed2c9ca7d27191ada34524b5eaf5216a845c6d6f3246143c3b475552ffe5358',
  },
];

/** Published by attackers: https://github.com/aquasecurity/trivy/security/advisories/GHSA-69fq-xp46-6x23 */
const MALICIOUS = new Set(['0.69.4', '0.69.5', '0.69.6']);

/** Why a version is never run, in words; undefined where nothing is known against it. */
export function compromiseReason(version: string): string | undefined {
  if (!MALICIOUS.has(version)) return undefined;
  return `Trivy ${version} was published by attackers in March 2026 and steals credentials (GHSA-69fq-xp46-6x23)`;
}

/** Each once, in the order of the table. */
export function knownVersions(): readonly string[] {
  return [...new Set(TRIVY_RELEASES.map(({version}) => version))];
}
