import {createHash} from 'node:crypto';
import {SEVERITIES} from '../../src/domain/findings/facts.ts';
import {finding, type ReportFinding} from './findings.ts';

/** As many as asked for, of different advisories and packages, the same at every call. */
export function manyFindings(count: number): ReportFinding[] {
  return Array.from({length: count}, (_, index) => {
    const id = `CVE-2026-${10_000 + (index % 20_000)}`;
    return finding(id, {
      identity: createHash('sha256').update(String(index)).digest('hex').slice(0, 32),
      package: `package-${index % 500}`,
      severity: SEVERITIES[index % SEVERITIES.length] ?? 'unknown',
      fixed: index % 3 === 0 ? undefined : `1.${index % 97}.0`,
      base: index % 2 === 0,
      places: [{file: `apps/${index % 7}/Dockerfile`, startLine: 1 + (index % 40)}],
      members: [
        {
          package: `package-${index % 500}`,
          version: '1.0.0',
          purl: `pkg:npm/package-${index % 500}@1.0.0`,
        },
      ],
    });
  });
}
