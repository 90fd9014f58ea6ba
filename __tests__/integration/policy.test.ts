/** What a run is held to: on a pull request what it changed, with excuses that are told, and never with a looser policy in silence. */
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Report} from '../../src/domain/report/schema.ts';
import {runAction} from '../support/action.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {baseContents} from '../support/github-contents.ts';
import {startGitHub, type Scripted} from '../support/github-server.ts';
import {lab} from '../support/lab.ts';

const {trivyUrl, trivyChecksum, dbRepositories} = lab();
const folder = folders();

const packageOf = (name: string, version: string): string => JSON.stringify({name, version});
const FILES = {
  Dockerfile: 'FROM scratch\nCOPY apps /app/node_modules\nUSER 1000\n',
  'apps/next/package.json': packageOf('next', '14.1.0'),
};

function policyOf(text: string): string {
  return `version: 1\n${text}\n`;
}

function rules(text: string): string {
  return policyOf(
    `rules: {healthcheck: {level: off}, vulnerabilities: {fail-on: medium${text === '' ? '' : `, ${text}`}}}`,
  );
}

/** On this machine, as a developer. */
function gate(work: string, policy: string): {readonly report: Report; readonly reports: string} {
  const reports = folder();
  const args = ['--report-dir', reports, '--policy', policy, work];
  const env = {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined};
  const {stderr} = runCommand({args, env});
  const report = readReport(reports);
  if (report.images[0]?.state !== 'built') throw new Error(stderr);
  return {report, reports};
}

interface Pull {
  readonly work: string;
  /** Absent: none. */
  readonly baseline?: string;
  readonly policy?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The same folder as a pull request. */
function pull({work, baseline, policy = '', inputs, env}: Pull, event = 'pull_request') {
  const reports = folder();
  const ran = runAction({
    ...{job: folder(), workspace: work},
    inputs: {
      ...{
        baseline: baseline === undefined ? 'none' : `file=${baseline}`,
        policy,
        sarif: 'off',
        cache: 'off',
      },
      ...{'report-dir': reports, 'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum},
      'db-repositories': dbRepositories,
      ...inputs,
    },
    env: {GITHUB_EVENT_NAME: event, ...env},
  });
  return {...ran, report: readReport(reports)};
}

function failing(report: Report): readonly unknown[] {
  return report.violations
    .filter(({rule, level}) => rule === 'vulnerabilities' && level === 'error')
    .map(({data}) => (data as {readonly package: string}).package);
}

describe('a pull request', () => {
  const policy = (max: string): string =>
    policyOf(
      `rules: {healthcheck: {level: off}, vulnerabilities: {fail-on: medium}, size: {max: ${max}}, loosening: {level: error}}`,
    );
  let baseline: string;
  beforeAll(() => {
    baseline = gate(folder(FILES), policy('1MB')).reports;
  });

  it('is held to the vulnerabilities that it brings, and the others are listed', () => {
    const same = pull({work: folder(FILES), baseline, policy: policy('1MB')});
    expect(same.report.verdict).toBe('pass');
    expect(same.summary).toContain('in the baseline too');
    const more = folder({...FILES, 'apps/postcss/package.json': packageOf('postcss', '8.4.0')});
    const changed = pull({work: more, baseline, policy: policy('1MB')});
    expect(changed.report.verdict).toBe('fail');
    expect(failing(changed.report)).toEqual(['postcss']);
  });

  it('cannot loosen its policy in silence', () => {
    const looser = pull({work: folder(FILES), baseline, policy: policy('2MB')});
    expect(looser.report.verdict).toBe('fail');
    expect(looser.summary.split('\n').slice(1, 6).join('\n')).toContain(
      'rules.size.max was 1.0 MB, and is 2.0 MB.',
    );
  });
});

describe('a pull request without a record', () => {
  const BASE = 'b'.repeat(40);
  const limit = (max: string): string =>
    policyOf(
      `rules: {healthcheck: {level: off}, vulnerabilities: {level: off}, secrets: {level: off}, size: {max: ${max}}}`,
    );
  const NAME = '.github/plimsoll.yml';

  const contents = (files: Readonly<Record<string, string>>): readonly Scripted[] =>
    baseContents(BASE, files);

  async function against(
    faults: readonly Scripted[],
    inputs: Readonly<Record<string, string>> = {},
  ) {
    const github = await startGitHub({faults});
    const work = folder({
      ...{...FILES, [NAME]: limit('9MB')},
      'event.json': JSON.stringify({pull_request: {base: {sha: BASE}}}),
    });
    const env = {
      ...{GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'o/r'},
      GITHUB_EVENT_PATH: join(work, 'event.json'),
    };
    try {
      return pull({work, inputs: {token: 'a-token-of-the-lab', ...inputs}, env});
    } finally {
      await github.end();
    }
  }

  it('is compared with the base’s file, and the report says what was not compared', async () => {
    const {report, summary} = await against(contents({[NAME]: limit('1MB')}));
    expect(summary).toContain('rules.size.max was 1.0 MB, and is 9.0 MB.');
    const under = summary.split('\n').slice(1, 6).join('\n');
    expect(under).toContain('The inputs were not compared with the base’s, because ');
    expect(report.images[0]?.limits).toEqual({unpackedBytes: 9e6});
  });

  it('is judged by the base’s policy where that is asked', async () => {
    const {report, summary} = await against(contents({[NAME]: limit('1MB')}), {
      'policy-from': 'base',
    });
    expect(report.images[0]?.limits).toEqual({unpackedBytes: 1e6});
    expect(summary).toContain(
      'rules.size.max is 1.0 MB in the base’s policy, which judged this run, and will be 9.0 MB once this is merged.',
    );
  });

  it('is not judged by its own where the base’s cannot be read', async () => {
    const {report, status} = await against([], {'policy-from': 'base'});
    expect(status).not.toBe(0);
    expect(report.error?.message).toBe(
      'Input policy-from is base, and the base’s policy cannot be read: the token does not see it; give the job permissions: contents: read.',
    );
  });
});

it('a VEX document’s word is taken, and told with its reason', () => {
  const vex = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    ...{'@id': 'https://example.com/vex/1', author: 'us', timestamp: '2026-01-01T00:00:00Z'},
    version: 1,
    statements: [
      {
        vulnerability: {name: 'CVE-2025-29927'},
        products: [{'@id': 'pkg:npm/next'}],
        ...{status: 'not_affected', justification: 'vulnerable_code_not_present'},
      },
      {
        vulnerability: {name: 'CVE-2024-34351'},
        products: [{'@id': 'pkg:oci/shop?repository_url=ghcr.io/team/shop'}],
        status: 'fixed',
      },
      {
        vulnerability: {name: 'CVE-2024-46982'},
        products: [{'@id': 'pkg:oci/store'}],
        status: 'fixed',
      },
    ],
  };
  const bake = 'target "default" {\n  tags = ["ghcr.io/team/shop:1"]\n}\n';
  const work = folder({...FILES, 'vex.json': JSON.stringify(vex), 'docker-bake.hcl': bake});
  const {report} = gate(work, `${rules('grace: 20000d')}vex: [vex.json]\n`);
  const findings = report.images[0]?.findings ?? [];
  const answered = findings.flatMap(({id, suppressed}) =>
    suppressed === undefined ? [] : [[id, suppressed]],
  );
  expect(Object.fromEntries(answered)).toEqual({
    'CVE-2025-29927': {by: 'vex', reason: 'not_affected: vulnerable_code_not_present'},
    'CVE-2024-34351': {by: 'vex', reason: 'fixed'},
  });
  expect(JSON.stringify(report.runs[0]?.notices)).toContain(
    'vex.json: entries that suppressed nothing in this run: `CVE-2024-46982`. Remove them.',
  );
  const judged = report.violations.map(({data}) => (data as {readonly id: string}).id);
  expect(judged).toContain('CVE-2024-46982');
  expect(judged).not.toContain('CVE-2025-29927');
  expect(judged).not.toContain('CVE-2024-34351');
  // Within their grace: what will fail, and from which day on.
  expect(report.verdict).toBe('pass');
  expect(judged.length).toBeGreaterThan(3);
  for (const {level, message} of report.violations) {
    expect(level).toBe('warning');
    expect(message).toMatch(/failing from 20\d\d-\d\d-\d\d on .* since its advisory came out\)\.$/);
  }
});
