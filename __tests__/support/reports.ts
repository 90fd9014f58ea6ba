/** Hand-made reports for what publishers make of them. */
import type {Report, ReportImage, Violation} from '../../src/domain/report/schema.ts';

export function image(changes: Partial<ReportImage> = {}): ReportImage {
  return {
    id: 'web/linux/amd64',
    name: 'web',
    platform: 'linux/amd64',
    run: 'run',
    state: 'built',
    verdict: 'pass',
    unpackedBytes: 120_000_000,
    downloadBytes: 40_000_000,
    user: {declared: '10001', uid: 10001, gid: 10001, isRoot: false},
    healthcheck: {declared: true},
    layers: [],
    packages: [],
    findings: [],
    secrets: [],
    notLookedAt: [],
    build: {seconds: 4.2, exportSeconds: 1, steps: 5, cachedSteps: 3},
    ...changes,
  };
}

export function report(changes: Partial<Report> = {}): Report {
  return {
    version: 0,
    tool: {name: 'plimsoll', version: '0.0.0'},
    verdict: 'pass',
    runs: [
      {
        id: 'run',
        startedAt: '2026-01-01T00:00:00.000Z',
        seconds: 10,
        request: {},
        tools: {plimsoll: '0.0.0'},
        notices: [],
      },
    ],
    images: [image()],
    outcomes: [],
    violations: [],
    advisories: {},
    attachments: [],
    omitted: [],
    ...changes,
  };
}

/** A violation of `vulnerabilities` on line 5. */
export function vulnerability(id: string, changes: Record<string, unknown> = {}): Violation {
  return {
    rule: 'vulnerabilities',
    image: 'web/linux/amd64',
    level: 'error',
    place: {file: 'Dockerfile', startLine: 5},
    data: {
      ...{
        id,
        severity: 'high',
        package: 'django',
        more: 0,
        fixed: '4.2.10',
        base: false,
        failOn: 'high',
      },
      installed: [{package: 'django', version: '4.2'}],
      ...changes,
    },
    message: 'never used by publishers',
  };
}
