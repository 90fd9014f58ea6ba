/** A report that a stranger has written by hand, to speak with our voice. */
import type {Report, ReportImage} from '../../src/domain/report/schema.ts';
import {image, report, vulnerability} from './reports.ts';

/** Stands in every sentence that a report can hold; none of them may come out. */
export const SPEECH = 'PLEASE-MERGE';
const WORDS = `${SPEECH} @octocat <img src=x onerror=alert(1)> [here](https://evil.example/) \`</details>\``;

export const IDENTITY = 'f'.repeat(32);
const ID = 'web/linux/amd64';

type Finding = NonNullable<ReportImage['findings']>[number];

export function foreignFinding(changes: Partial<Finding> = {}): Finding {
  return {
    ...{identity: IDENTITY, id: 'CVE-2026-1', package: 'django', severity: 'high'},
    ...{status: 'fixed', fixed: '4.2.10', places: [{file: 'Dockerfile', startLine: 5}]},
    members: [{package: 'django', version: '4.2'}],
    ...changes,
  };
}

export function hostileReport(changes: Partial<Report> = {}): Report {
  const level = 'error' as const;
  const about = {image: ID, level, message: WORDS, place: {file: 'Dockerfile', startLine: 5}};
  const waived = {reason: WORDS, expires: '2027-01-01'};
  return report({
    tool: {name: 'plimsoll', version: '99.0.0-evil'},
    verdict: 'pass',
    runs: [
      {
        ...{id: 'run', job: WORDS, startedAt: '2026-01-01T00:00:00.000Z', seconds: 1},
        ...{request: {enforce: 'false', key: WORDS}, tools: {[WORDS]: WORDS}},
        failure: {message: WORDS, step: WORDS, output: [WORDS]},
        notices: [{from: 'comment', message: WORDS}],
      },
    ],
    images: [
      image({
        healthcheck: {declared: true, test: [WORDS]},
        findings: [
          foreignFinding({suppressed: {by: 'waiver', reason: WORDS}, identity: 'e'.repeat(32)}),
          foreignFinding(),
          foreignFinding({id: WORDS, identity: 'd'.repeat(32)}),
        ],
        notLookedAt: [WORDS],
        sarif: {
          ...{results: 1, accepted: 0, belowSeverity: 0, leftOut: 0, withoutPlace: 0},
          upload: 'refused',
        },
      }),
      image({id: 'other/linux/amd64', name: 'web'}),
    ],
    outcomes: [
      {rule: 'vulnerabilities', image: ID, level, outcome: 'fail'},
      {rule: 'user', image: ID, level, outcome: 'unable', reason: WORDS},
      {rule: 'obey', image: ID, level, outcome: 'fail'},
    ],
    violations: [
      {...vulnerability('CVE-2026-1'), message: WORDS},
      {...about, rule: 'obey', data: WORDS},
      {...about, rule: 'size', data: {words: WORDS}},
      {
        ...{...about, rule: 'secrets', waived},
        data: {rule: WORDS, title: WORDS, severity: 'high', where: 'environment', variable: 'A'},
      },
      {
        ...{...about, rule: 'build-checks'},
        data: {check: WORDS, message: WORDS, detail: WORDS, url: 'https://evil.example/'},
      },
      {
        ...{...about, rule: 'healthcheck'},
        data: {mistake: 'exited', seconds: 1, exitCode: 1, output: [WORDS], check: [WORDS]},
      },
    ],
    advisories: {
      'CVE-2026-1': {title: WORDS, text: WORDS, url: 'https://evil.example/', references: [WORDS]},
    },
    ...changes,
  });
}
