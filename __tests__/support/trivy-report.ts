/** Small reports in Trivy's shape. */
import type {TrivyReport} from '../../src/domain/findings/trivy-schema.ts';
import {parseTrivyReport} from '../../src/domain/findings/trivy-schema.ts';
import {isKnown} from '../../src/domain/known.ts';

/** Through the schema, as a real one comes. */
export function trivyReport(parts: Readonly<Record<string, unknown>>): TrivyReport {
  const parsed = parseTrivyReport(
    JSON.stringify({SchemaVersion: 2, ArtifactName: '/layout', ...parts}),
  );
  if (!isKnown(parsed)) throw new Error(parsed.unable);
  return parsed.value.report;
}

export type Sighting = Readonly<Record<string, unknown>>;

/** One vulnerability line of a language result. */
export function npm(version: string, more: Sighting = {}): Sighting {
  return {
    VulnerabilityID: 'CVE-1',
    PkgName: 'ws',
    PkgIdentifier: {PURL: `pkg:npm/ws@${version}`},
    InstalledVersion: version,
    Severity: 'HIGH',
    ...more,
  };
}

export function npmReport(lines: readonly Sighting[]): TrivyReport {
  return trivyReport({
    Results: [
      {
        Target: 'Node.js',
        Class: 'lang-pkgs',
        Type: 'node-pkg',
        Packages: null,
        Vulnerabilities: lines,
      },
    ],
  });
}
