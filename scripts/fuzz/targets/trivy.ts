/** The scanner's report. */
import {imageFacts, planned} from '../../../__tests__/support/scan.ts';
import {isKnown, known} from '../../../src/domain/known.ts';
import {parseTrivyReport} from '../../../src/domain/findings/trivy-schema.ts';
import {TRIVY_RELEASES} from '../../../src/domain/supply/trivy-releases.ts';
import {liveSecrets} from '../../../src/platform/secrets.ts';
import {readAnswer} from '../../../src/stages/scan/read-answer.ts';
import {mutatorOf} from '../mutate-json.ts';
import {FalseAnswer, type Target} from '../target.ts';

const layer = {Digest: `sha256:${'a'.repeat(64)}`, DiffID: `sha256:${'b'.repeat(64)}`};
const openssl = {
  ...{ID: 'libssl3@3.0.1-1', Name: 'libssl3', Version: '3.0.1', Release: '1', Layer: layer},
  Identifier: {PURL: 'pkg:deb/debian/libssl3@3.0.1-1?distro=debian-12', UID: 'f00'},
  ...{SrcName: 'openssl', SrcVersion: '3.0.1', SrcRelease: '1', Licenses: ['Apache-2.0']},
  ...{DependsOn: ['libc6@2.36'], InstalledFiles: ['usr/lib/libssl.so'], Maintainer: 'Debian'},
};
const cve = {
  ...{VulnerabilityID: 'CVE-2026-1', PkgID: openssl.ID, PkgName: 'libssl3', Layer: layer},
  ...{InstalledVersion: '3.0.1-1', FixedVersion: '3.0.2-1', Status: 'fixed', Severity: 'HIGH'},
  ...{SeveritySource: 'debian', PrimaryURL: 'https://avd.example/cve-2026-1', Title: 'A title'},
  ...{Description: 'It reads too far.', References: ['https://a.example/'], CweIDs: ['CWE-1']},
  ...{PublishedDate: '2026-01-02T03:04:05Z', PkgIdentifier: openssl.Identifier},
  CVSS: {nvd: {V3Vector: 'CVSS:3.1/AV:N', V3Score: 7.5, V2Score: 5}, ghsa: {V40Score: 8.1}},
};
const ws = {ID: 'ws@8.0.0', Name: 'ws', Version: '8.0.0', Identifier: {PURL: 'pkg:npm/ws@8.0.0'}};
const ghsa = {
  ...cve,
  ...{VulnerabilityID: 'GHSA-aaaa-bbbb-cccc', PkgName: 'ws', PkgID: 'ws@8.0.0', Severity: 'LOW'},
  ...{
    PkgPath: 'srv/node_modules/ws/package.json',
    InstalledVersion: '8.0.0',
    FixedVersion: '8.0.1',
  },
  ...{PkgIdentifier: ws.Identifier, Status: 'affected'},
};
const REPORT = {
  ...{
    SchemaVersion: 2,
    Trivy: {Version: TRIVY_RELEASES[0]?.version},
    CreatedAt: '2026-11-20T00:00:00Z',
  },
  ...{ArtifactName: '/layout', ArtifactType: 'container_image'},
  Metadata: {
    OS: {Family: 'debian', Name: '12.5', EOSL: false},
    ...{ImageID: layer.DiffID, DiffIDs: [layer.DiffID]},
    ImageConfig: {architecture: 'amd64', os: 'linux', config: {Env: ['A=a-long-value-of-it']}},
  },
  Results: [
    {
      Target: 'app (debian 12.5)',
      Class: 'os-pkgs',
      Type: 'debian',
      Packages: [openssl],
      Vulnerabilities: [cve],
    },
    {
      ...{Target: 'Node.js', Class: 'lang-pkgs', Type: 'node-pkg', Packages: [ws]},
      Vulnerabilities: [ghsa, {...ghsa, VulnerabilityID: 'CVE-2026-2', Severity: 'CRITICAL'}],
      ExperimentalModifiedFindings: [
        {
          Type: 'vulnerability',
          Status: 'not_affected',
          Statement: 'no',
          Source: 'vex',
          Finding: ghsa,
        },
      ],
    },
    {
      ...{Target: '/srv/key', Class: 'secret'},
      Secrets: [
        {
          ...{RuleID: 'private-key', Category: 'Key', Severity: 'HIGH', Title: 'Key', Layer: layer},
          ...{StartLine: 1, EndLine: 2, Match: 'BEGIN *****', Code: {Lines: [{Content: 'x'}]}},
        },
      ],
    },
  ],
};
const BARE = {SchemaVersion: 2, ArtifactName: 'x', Metadata: null, Results: null};
const seeds = [REPORT, REPORT, REPORT, BARE].map((one) => Buffer.from(JSON.stringify(one)));
const about = {
  layout: {image: planned('app', 'FROM debian\nRUN true\n'), path: '/layout'},
  ...{facts: known(imageFacts()), java: undefined, vex: []},
};

export const trivy: Target = {
  seeds,
  mutate: mutatorOf(seeds),
  run: (mutant) => {
    const json = mutant.toString();
    const parsed = parseTrivyReport(json);
    const deps = {secrets: liveSecrets()};
    const scanned = readAnswer({json, log: '', artifact: '/layout'}, about, deps);
    const {facts, attachments} = scanned;
    if (!isKnown(parsed)) {
      if (isKnown(facts)) throw new FalseAnswer('it is no report, and facts were made of it');
      return false;
    }
    if (!isKnown(facts)) return true;
    const there = new Set(facts.value.findings.map(({id}) => id));
    const said = (parsed.value.report.Results ?? []).flatMap((one) => one.Vulnerabilities ?? []);
    const lost = said.find(({VulnerabilityID: id}) => !there.has(id));
    if (lost !== undefined) throw new FalseAnswer(`${lost.VulnerabilityID} was lost`);
    const sbom = attachments.find(({kind}) => kind === 'sbom');
    for (const one of attachments) if ('text' in one) JSON.parse(one.text);
    if (sbom === undefined && scanned.notices.length === 0)
      throw new FalseAnswer('there is no SBOM, and nobody says so');
    return true;
  },
};
