/** Reports as runs of ours write them, with something in nearly every field. */
import {hostileReport} from '../../__tests__/support/hostile-report.ts';
import {finding} from '../../__tests__/support/findings.ts';
import {image, report, vulnerability} from '../../__tests__/support/reports.ts';
import {parseReport} from '../../src/domain/report/parse.ts';
import type {Report, ReportImage} from '../../src/domain/report/schema.ts';

const place = {file: 'Dockerfile', startLine: 5, endLine: 6};
const bytes = {before: 1000, after: 2500};
const cause = 'this change';

const comparison: NonNullable<ReportImage['comparison']> = {
  ...{state: 'compared', unpacked: bytes, download: bytes, bases: []},
  causes: [{cause, unpackedBytes: 1500, downloadBytes: 1500}],
  layers: [
    {
      ...{change: 'grew', cause, base: false, unpacked: bytes, download: bytes},
      ...{instruction: 'RUN make', place},
    },
  ],
  paths: [{name: 'srv/app', kind: 'file', change: 'grew', before: 1, after: 2, cause}],
  packages: [{name: 'openssl', change: 'upgraded', before: '1', after: '2', cause}],
  findings: {
    new: [{identity: 'a'.repeat(32), id: 'CVE-2026-1', package: 'a', severity: 'high', cause}],
    ...{fixed: [], still: 1},
  },
  violations: {vulnerabilities: 2},
};

const full = image({
  ...{inUseBytes: 100, wasteBytes: 20, stages: 2, system: 'debian 12', verdict: 'fail'},
  digest: `sha256:${'a'.repeat(64)}`,
  layers: [
    {
      ...{digest: `sha256:${'b'.repeat(64)}`, diffId: `sha256:${'c'.repeat(64)}`},
      ...{unpackedBytes: 1000, downloadBytes: 500, base: true, instruction: 'FROM debian'},
      ...{file: 'Dockerfile', startLine: 1, endLine: 1},
    },
  ],
  packages: [{name: 'openssl', version: '3.0.1', purl: 'pkg:deb/debian/openssl@3.0.1', base: true}],
  findings: [
    finding('CVE-2026-1'),
    finding('CVE-2026-2', {suppressed: {by: 'waiver', reason: 'none', expires: '2027-01-01'}}),
  ],
  secrets: [{rule: 'aws', title: 'AWS', severity: 'high', where: 'file', path: 'srv/x', place}],
  waste: [
    {
      ...{kind: 'deleted', path: 'tmp/x', bytes: 20, files: 1, made: {place}},
      killed: {base: false, place},
    },
  ],
  biggest: {files: [{path: 'srv/app', bytes: 90, place}], folders: [{path: 'srv', bytes: 95}]},
  definedAt: place,
  limits: {unpackedBytes: 200_000_000},
  comparison,
});

/** @throws where it is none, so that a seed is never one by mistake */
function checked(one: Report): Report {
  const parsed = parseReport(JSON.stringify(one));
  if (!('value' in parsed)) throw new Error(`This seed ${parsed.unable}`);
  return parsed.value;
}

const level = 'error' as const;
const about = {image: 'web/linux/amd64', level};

export const REPORTS: readonly Report[] = [
  report(),
  report({
    verdict: 'fail',
    images: [full, image({id: 'api/linux/amd64', name: 'api', comparison: {state: 'new'}})],
    outcomes: [
      {...about, rule: 'vulnerabilities', outcome: 'fail', stance: {judge: 'new', blame: 'own'}},
      {...about, rule: 'user', outcome: 'pass'},
      {...about, rule: 'growth', outcome: 'unable', reason: 'There is no baseline.'},
      {rule: 'loosening', level: 'warning', outcome: 'pass'},
    ],
    violations: [
      vulnerability('CVE-2026-1'),
      {...vulnerability('CVE-2026-2'), waived: {reason: 'none', expires: '2027-01-01'}},
    ],
    advisories: {'CVE-2026-1': {title: 'Out of bounds', url: 'https://avd.example/1'}},
    omitted: [{image: 'web/linux/amd64', list: 'packages', count: 3}],
  }),
  hostileReport(),
  report({
    ...{verdict: 'unable', images: []},
    error: {kind: 'user', message: 'There is nothing to build here.', place},
  }),
].map(checked);
