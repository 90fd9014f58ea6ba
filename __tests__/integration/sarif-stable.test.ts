/** Real builds: the same findings have the same fingerprints whatever else changes, and sit where they are. */
import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Log} from 'sarif';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {
  bringUpSarif,
  fingerprintsOf,
  multitoolComplaints,
  schemaComplaints,
} from '../support/sarif.ts';
import {trivyTriples, triplesOf} from '../support/triples.ts';

beforeAll(bringUpSarif, 120_000);

const {registry} = lab();
const folder = folders();
const nonce = randomBytes(6).toString('hex');
const BASE = `${registry}/sarif-base-${nonce}:1`;
const POLICY = 'version: 1\nrules: {healthcheck: {level: off}, user: {level: warning}}';

const npm = (name: string, version: string): Record<string, string> => ({
  [`node/${name}/package.json`]: JSON.stringify({name, version}),
});
const pip = (name: string, version: string): Record<string, string> => ({
  [`python/${name}-${version}.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
});
const LINES = [`FROM ${BASE}`, 'COPY node /app/node_modules', 'COPY python /app/lib', 'USER root'];
const FILES: Readonly<Record<string, string>> = {
  'docker-compose.yml': 'services:\n  web:\n    build: .\n    image: web:1\n',
  Dockerfile: `${LINES.join('\n')}\n`,
  ...npm('semver', '7.3.0'),
  ...npm('braces', '3.0.0'),
  ...pip('django', '4.2'),
};

/** One with another digest and the same packages at every call. */
function pushBase(): void {
  const work = folder({
    Dockerfile: `FROM debian:bookworm-slim\nRUN echo ${randomBytes(6).toString('hex')} > /base-data\n`,
  });
  const output = `type=image,name=${BASE},push=true,store=false`;
  const args = ['buildx', 'build', '--quiet', '--provenance=false', '--output', output, work];
  execFileSync('docker', args, {stdio: 'pipe'});
}

interface Gated {
  readonly log: Log;
  readonly text: string;
  readonly digest: string;
  readonly work: string;
  readonly reports: string;
}

function gate(
  files: Readonly<Record<string, string>> = FILES,
  args: readonly string[] = [],
): Gated {
  const work = folder(files);
  const reports = folder();
  const {stderr} = runCommand({
    args: ['--report-dir', reports, '--policy', POLICY, ...args, work],
    env: {
      ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
      ...{GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'owner/name'},
    },
  });
  const [image] = readReport(reports).images;
  const [name] = readdirSync(reports).filter((file) => file.endsWith('.sarif'));
  if (image?.digest === undefined || name === undefined) throw new Error(stderr);
  const text = readFileSync(join(reports, 'sarif', name), 'utf8');
  return {log: JSON.parse(text) as Log, text, digest: image.digest, work, reports};
}

const sorted = ({log}: Gated): readonly string[] => fingerprintsOf(log).toSorted();

describe('fingerprints', () => {
  let first: Gated;
  beforeAll(() => {
    pushBase();
    first = gate();
  }, 120_000);

  it('are there, and different for different results', () => {
    const all = fingerprintsOf(first.log);
    expect(all.length).toBeGreaterThan(20);
    expect(new Set(all).size).toBe(all.length);
    const rules = first.log.runs[0]?.results?.map(({ruleId}) => ruleId);
    expect(rules).toEqual(expect.arrayContaining(['CVE-2022-25883', 'CVE-2024-42005', 'user']));
  });

  it.each<[string, () => Gated]>([
    [
      'another tag',
      () =>
        gate({
          ...FILES,
          'docker-compose.yml': 'services:\n  web:\n    build: .\n    image: web:2\n',
        }),
    ],
    [
      'a comment above',
      () => gate({...FILES, Dockerfile: `# Why\n# and how\n${LINES.join('\n')}\n`}),
    ],
    [
      'a rebuild without cache',
      () =>
        gate({...FILES, Dockerfile: `${LINES.join('\n')}\nRUN date +%N > /now\n`}, ['--no-cache']),
    ],
    [
      'packages in another order, and in other layers',
      () =>
        gate({
          ...FILES,
          Dockerfile: [
            LINES[0],
            LINES[2],
            'COPY node/braces /app/node_modules/braces',
            'COPY node/semver /srv/node_modules/semver',
            LINES[3],
            '',
          ].join('\n'),
        }),
    ],
    [
      'a base with another digest and the same packages',
      () => {
        pushBase();
        return gate(FILES, ['--pull']);
      },
    ],
  ])('stay with %s', (what, again) => {
    const second = again();
    expect(sorted(second)).toEqual(sorted(first));
    if (!/tag|comment/.test(what)) expect(second.digest).not.toBe(first.digest);
  });

  it('of a package that was fixed disappear, and no others', () => {
    const {'node/semver/package.json': _, ...others} = FILES;
    const fixed = gate({...others, ...npm('semver', '7.5.4')});
    const before = first.log.runs[0]?.results ?? [];
    const left = new Set(fingerprintsOf(fixed.log));
    const gone = before.filter(
      ({partialFingerprints}) => !left.has(partialFingerprints?.['primaryLocationLineHash'] ?? ''),
    );
    expect(gone.map(({ruleId}) => ruleId)).toEqual(['CVE-2022-25883']);
    expect(left.size).toBe(before.length - 1);
  });

  it('sit on lines that are there and hold the instruction that brought it', () => {
    const lines = readFileSync(join(first.work, 'Dockerfile'), 'utf8').split('\n');
    for (const result of first.log.runs[0]?.results ?? []) {
      const place = result.locations?.[0]?.physicalLocation;
      expect(place?.artifactLocation?.uri).toBe('Dockerfile');
      const line = lines[(place?.region?.startLine ?? 0) - 1] ?? '';
      const text = result.message.text ?? '';
      if (result.ruleId === 'user') expect(line).toBe('USER root');
      else if (text.includes('(base image)')) expect(line).toMatch(/^FROM /);
      else if (text.includes('(own layer)'))
        expect(line).toMatch(text.startsWith('django') ? /^COPY python/ : /^COPY node/);
      else expect(line).toMatch(/^(FROM|COPY|USER) /);
    }
  });

  it('are those of a document that others have nothing against', () => {
    expect(multitoolComplaints(first.text)).toEqual([]);
    expect(schemaComplaints(first.log)).toEqual([]);
  });
});

describe('nothing gets lost on the way', () => {
  it('members, accepted and left out are what Trivy found', () => {
    const waiver =
      '\nwaivers: [{rule: vulnerabilities, id: CVE-2024-42005, reason: "not reachable", expires: 2099-01-31}]';
    const {reports} = gate(FILES, ['--policy', `${POLICY}${waiver}`]);
    const name = readdirSync(reports).find((file) => file.endsWith('.sarif')) ?? '';
    const full = JSON.parse(readFileSync(join(reports, name), 'utf8')) as Log;
    const upload = JSON.parse(readFileSync(join(reports, 'sarif', name), 'utf8')) as Log;
    const trivy = readFileSync(join(reports, name.replace(/\.sarif$/, '.trivy.json')), 'utf8');
    expect(triplesOf(full)).toEqual(trivyTriples(trivy));
    expect(upload.runs[0]?.results?.map(({ruleId}) => ruleId)).not.toContain('CVE-2024-42005');
    const waived = full.runs[0]?.results?.filter(({suppressions}) => suppressions !== undefined);
    expect(waived?.map(({ruleId}) => ruleId)).toEqual(['CVE-2024-42005']);
    expect(readReport(reports).images[0]?.sarif).toMatchObject({accepted: 1, leftOut: 0});
  });
});
