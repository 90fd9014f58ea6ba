/** Nothing gets lost between Trivy's report and ours: architecture.md section 6. */
import type {Finding} from './facts.ts';
import type {TrivyReport} from './trivy-schema.ts';

export interface CountComparison {
  /** Different (advisory, package URL, version) in Trivy's report. */
  readonly reported: number;
  /** The same in our findings, suppressed ones included. */
  readonly kept: number;
  /** Reported and not kept, or kept and not reported, as `advisory purl version`. */
  readonly differing: readonly string[];
}

/** Compares the two sets. A package without a URL goes by its name. */
export function compareCounts(report: TrivyReport, findings: readonly Finding[]): CountComparison {
  const reported = new Set(
    (report.Results ?? [])
      .flatMap((result) => result.Vulnerabilities ?? [])
      .map((found) =>
        tripleOf(found.VulnerabilityID, {
          purl: found.PkgIdentifier?.PURL ?? undefined,
          package: found.PkgName,
          version: found.InstalledVersion ?? '',
        }),
      ),
  );
  const kept = new Set(
    findings.flatMap(({id, members}) => members.map((member) => tripleOf(id, member))),
  );
  return {
    reported: reported.size,
    kept: kept.size,
    differing: [
      ...[...reported].filter((triple) => !kept.has(triple)),
      ...[...kept].filter((triple) => !reported.has(triple)),
    ].sort(),
  };
}

interface Named {
  readonly purl?: string | undefined;
  readonly package: string;
  readonly version: string;
}

function tripleOf(id: string, {purl, package: name, version}: Named): string {
  return `${id} ${purl ?? name} ${version}`;
}
