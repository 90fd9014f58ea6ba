/** What SARIF and Trivy's report say was found, as sorted `advisory purl version`. */
import type {Log} from 'sarif';

interface Member {
  readonly purl?: string;
  readonly package?: string;
  readonly version: string;
}

/** Accepted ones included. */
export function triplesOf(log: Log): readonly string[] {
  const all = (log.runs[0]?.results ?? []).flatMap(({ruleId = '', properties}) => {
    const members = (properties?.['members'] ?? []) as readonly Member[];
    return members.map((one) => `${ruleId} ${one.purl ?? one.package ?? '?'} ${one.version}`);
  });
  return [...new Set(all)].toSorted();
}

interface TrivyFile {
  readonly Results?: readonly {
    readonly Vulnerabilities?: readonly {
      readonly VulnerabilityID: string;
      readonly PkgName: string;
      readonly InstalledVersion: string;
      readonly PkgIdentifier?: {readonly PURL?: string};
    }[];
  }[];
}

export function trivyTriples(text: string): readonly string[] {
  const {Results = []} = JSON.parse(text) as TrivyFile;
  const all = Results.flatMap(({Vulnerabilities = []}) =>
    Vulnerabilities.map(
      ({VulnerabilityID, PkgName, InstalledVersion, PkgIdentifier}) =>
        `${VulnerabilityID} ${PkgIdentifier?.PURL ?? PkgName} ${InstalledVersion}`,
    ),
  );
  return [...new Set(all)].toSorted();
}
