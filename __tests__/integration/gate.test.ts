/** The bundle as a command, on tiny images built by the real engine and scanned by the real Trivy. */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Report} from '../../src/domain/report/schema.ts';
import {readReport, runCommand, type Ran} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();

const QUIET = 'rules: {user: {level: off}, healthcheck: {level: off}}';
const POLICY = {'.github/plimsoll.yml': `version: 1\n${QUIET}\n`};
const SCRATCH = 'FROM busybox AS b\nFROM scratch\nCOPY --from=b /bin/busybox /app\nUSER 1000\n';
const NO_SET = {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined};

function gate(
  work: string,
  options: {
    readonly args?: readonly string[];
    readonly env?: Record<string, string | undefined>;
  } = {},
): Ran & {readonly reports: string} {
  const reports = folder();
  const ran = runCommand({
    args: ['--report-dir', reports, ...(options.args ?? []), work],
    env: {...NO_SET, ...options.env},
  });
  return {...ran, reports};
}

describe('a Dockerfile of the folder, with a size that a flag allows and a variable does not', () => {
  let ran: Ran & {readonly reports: string};
  beforeAll(() => {
    ran = gate(folder({...POLICY, 'apps/web/Dockerfile': SCRATCH}), {
      args: ['--max-size', '1GB', '--json'],
      env: {PLIMSOLL_MAX_SIZE: '1kB'},
    });
  });

  it('is named by its folder, with the line of every layer', () => {
    const [image] = readReport(ran.reports).images;
    expect(image).toMatchObject({
      id: 'apps-web/linux/amd64',
      state: 'built',
      verdict: 'pass',
      stages: 2,
    });
    expect(
      image?.layers?.map(({startLine, base, instruction}) => ({startLine, base, instruction})),
    ).toEqual([{startLine: 3, base: false, instruction: 'COPY --from=b /bin/busybox /app'}]);
  });

  it('passes: a flag goes before its variable', () => {
    expect(ran.status).toBe(0);
  });

  it('is told as report.json on standard output and nothing else there with --json', () => {
    expect(JSON.parse(ran.stdout)).toMatchObject({version: 0, verdict: 'pass'});
  });
});

describe('a bake file', () => {
  let report: Report;
  beforeAll(() => {
    const bake = [
      'target "both" {\n  platforms = ["linux/amd64", "linux/arm64"]\n}',
      'target "common" { args = {A = "1"} }',
      'target "tools" { dockerfile-inline = "FROM scratch\\nCOPY Dockerfile /t" }',
      'target "app" {\n  inherits = ["common"]\n  contexts = {tools = "target:tools"}\n  dockerfile = "app.Dockerfile"\n}',
      'target "bare" { dockerfile-inline = "FROM busybox\\nRUN rm -rf /etc/os-release\\nUSER nobody" }',
    ].join('\n');
    const work = folder({
      ...POLICY,
      'docker-bake.hcl': bake,
      Dockerfile: 'FROM scratch\nCOPY Dockerfile /x\nUSER 1\n',
      'app.Dockerfile': 'FROM tools\nCOPY Dockerfile /a\nUSER 1\n',
    });
    const ran = gate(work);
    expect(ran.status).toBe(2);
    report = readReport(ran.reports);
  });

  it('is all its targets but those that others inherit or use as a context', () => {
    expect(new Set(report.images.map(({name}) => name))).toEqual(new Set(['app', 'bare', 'both']));
  });

  it('has each platform of a target as an image of its own', () => {
    const both = report.images.filter(({name}) => name === 'both');
    expect(both.map(({id, state}) => ({id, state}))).toEqual([
      {id: 'both/linux/amd64', state: 'built'},
      {id: 'both/linux/arm64', state: 'built'},
    ]);
    expect(both[1]?.layers?.[0]).toMatchObject({file: 'Dockerfile', startLine: 2});
  });

  it('has an image that the scanner understands nothing of, which is unable', () => {
    const outcomes = report.outcomes.filter(({rule}) => rule === 'vulnerabilities');
    expect(outcomes.filter(({outcome}) => outcome === 'unable')).toMatchObject([
      {
        image: 'bare/linux/amd64',
        reason:
          'There is nothing in the image that the scanner understands: no system that it knows and no package. Take a base that keeps its list of packages, or FROM scratch for a single binary.',
      },
    ]);
  });
});

describe('what is built', () => {
  it('is refused when two files of one kind leave it open', () => {
    const work = folder({'compose.yml': 'services: {}', 'docker-compose.yml': 'services: {}'});
    const {status, stderr} = gate(work);
    expect(status).toBe(64);
    expect(stderr).toContain(
      'Both compose.yml and docker-compose.yml are here; say which one is meant with the input files.',
    );
  });

  it('is asked for when there is nothing', () => {
    const {status, stderr, reports} = gate(folder());
    expect(status).toBe(64);
    expect(stderr).toContain('There is nothing to build here');
    expect(readReport(reports)).toMatchObject({verdict: 'unable', error: {kind: 'user'}});
  });
});

/** Of every file of a report, unpacked. */
function textsIn(reports: string): readonly string[] {
  const files = readdirSync(reports, {recursive: true, encoding: 'utf8'});
  return files.flatMap((name) => {
    if (statSync(join(reports, name)).isDirectory()) return [];
    const data = readFileSync(join(reports, name));
    return (name.endsWith('.gz') ? gunzipSync(data) : data).toString('utf8');
  });
}

describe('a build that fails where rules are not enforced', () => {
  const compose =
    'services:\n  good: {build: {context: ., dockerfile: Dockerfile}}\n  bad: {build: {context: ., dockerfile: Dockerfile.bad, args: {HOST: "${NAME_OF_HOST}"}}}\n';
  const bad =
    'FROM busybox\nARG HOST\nRUN sleep 2 && \\\n  echo "the-last-words https://canary-user:canary-word@$HOST/p?t=canary-query" && exit 3\n';
  let ran: Ran & {readonly reports: string};
  beforeAll(() => {
    const work = folder({
      ...POLICY,
      'compose.yml': compose,
      Dockerfile: SCRATCH,
      'Dockerfile.bad': bad,
    });
    const args = ['--no-cache', '--json', '--enforce=false'];
    ran = gate(work, {env: {NAME_OF_HOST: 'h.ex'}, args});
  });

  it('names the line, shows the last output, and fails the step all the same', () => {
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('The build failed at Dockerfile.bad:3');
    expect(ran.stderr).toContain('the-last-words');
  });

  it('still reports the image that was finished', () => {
    const report = readReport(ran.reports);
    expect(report.verdict).toBe('unable');
    expect(report.images.find(({name}) => name === 'bad')).toMatchObject({
      state: 'not-built',
      verdict: 'unable',
    });
    expect(report.images.find(({name}) => name === 'good')).toMatchObject({state: 'built'});
  });

  it('has the secrets of its URLs in no byte, and the host can be read', () => {
    expect(ran.stderr).toContain('https://h.ex/p');
    const files = textsIn(ran.reports);
    for (const text of [ran.stdout, ran.stderr, ...files]) expect(text).not.toContain('canary-');
  });
});

it("a size that a variable limits is failed, with the biggest layer's line", () => {
  const work = folder({...POLICY, Dockerfile: SCRATCH});
  const {status, reports} = gate(work, {env: {PLIMSOLL_MAX_SIZE: '1kB'}});
  expect(status).toBe(1);
  expect(readReport(reports).violations).toMatchObject([
    {rule: 'size', level: 'error', place: {file: 'Dockerfile', startLine: 3}},
  ]);
});

describe('a job full of secrets and of what would steer the scanner', () => {
  const canary = (name: string): string => `canary-${name}-0123456789abcdef`;
  const value = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
  const compose = [
    'services:',
    '  app:',
    '    build:',
    '      context: .',
    '      secrets: [tok, key]',
    '      args: {ARG_CANARY: "${FROM_JOB}"}',
    '  leaky: {build: {context: ., dockerfile: leaky.Dockerfile}}',
    'secrets: {tok: {environment: TOK}, key: {file: ./key.txt}}',
  ].join('\n');
  const dockerfile = [
    'FROM debian:bookworm-slim',
    'ARG ARG_CANARY URL SET_CANARY',
    'ENV KEPT=$ARG_CANARY PORT=8000',
    'RUN --mount=type=secret,id=tok --mount=type=secret,id=key echo "says $ARG_CANARY and $(cat /run/secrets/tok) and $(cat /run/secrets/key) from $URL with $SET_CANARY" && touch "/named-$(cat /run/secrets/tok)"',
    'USER nobody',
    '',
  ].join('\n');
  let ran: Ran & {readonly reports: string};
  let report: Report;
  beforeAll(() => {
    const work = folder({
      ...POLICY,
      'compose.yml': compose,
      Dockerfile: dockerfile,
      'leaky.Dockerfile': 'FROM debian:bookworm-slim\nCOPY app.py /app.py\nUSER nobody\n',
      'app.py': `token = "${value}"\n`,
      'key.txt': `${canary('file')}\n`,
      'trivy.yaml': 'severity: [LOW]\nscan: {skip-dirs: ["**"]}\n',
    });
    const url = `https://${canary('user')}:x@host.example/path?key=${canary('query')}`;
    ran = gate(work, {
      env: {
        FROM_JOB: canary('argument'),
        TOK: canary('secret'),
        GITHUB_TOKEN: canary('token'),
        INPUT_SOMETHING: canary('input'),
        ...{TRIVY_SEVERITY: 'CRITICAL', TRIVY_SKIP_DIRS: '**'},
      },
      args: [
        ...['--no-cache', '--json', '--enforce=false', '--set', `app.args.URL=${url}`],
        ...['--set', `app.args.SET_CANARY=${canary('set')}`],
      ],
    });
    report = readReport(ran.reports);
  });

  it('has those of arguments, environment, build secrets, files and URLs in no byte of any output', () => {
    const files = textsIn(ran.reports);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const text of [ran.stdout, ran.stderr, ...files]) expect(text).not.toContain('canary-');
    expect(ran.stderr).toContain('says *** and *** and *** from *** with ***');
  });

  it('is told what a scan finds by rule and place, and never by value', () => {
    expect(report.violations.filter(({level}) => level === 'error')).toMatchObject([
      {rule: 'secrets', place: {file: 'leaky.Dockerfile', startLine: 2}},
    ]);
    for (const text of [ran.stderr, ...textsIn(ran.reports)]) expect(text).not.toContain(value);
  });

  it('has findings of several severities: neither its files nor its variables steer the scanner', () => {
    const severities = report.images.map(
      ({findings = []}) => new Set(findings.map(({severity}) => severity)),
    );
    expect(severities).toHaveLength(2);
    for (const one of severities)
      expect([...one]).toEqual(expect.arrayContaining(['low', 'medium', 'critical']));
  });

  it('ends well where rules are not enforced, and its verdict is what it is', () => {
    expect(ran.status).toBe(0);
    expect(report.verdict).toBe('fail');
  });
});

it('secrets of the runner cannot be named by a definition', () => {
  const bake = 'target "default" {\n  secret = ["id=t,env=ACTIONS_RUNTIME_TOKEN"]\n}\n';
  const {status, stderr} = gate(folder({'docker-bake.hcl': bake, Dockerfile: SCRATCH}));
  expect(status).toBe(64);
  expect(stderr).toContain('docker-bake.hcl:2 names ACTIONS_RUNTIME_TOKEN');
  const compose =
    'services:\n  app:\n    build:\n      context: .\n      args: {T: "${INPUT_TOKEN}"}\n';
  const other = gate(folder({'compose.yml': compose, Dockerfile: SCRATCH}));
  expect(other.status).toBe(64);
  expect(other.stderr).toContain('compose.yml:5 names INPUT_TOKEN');
});

describe('the command', () => {
  it('names the nearest flag for one that does not exist', () => {
    const {status, stderr} = runCommand({args: ['--max-sise', '1MB'], cwd: folder()});
    expect(status).toBe(64);
    expect(stderr).toContain('There is no flag --max-sise; the nearest is --max-size.');
  });

  it('names the nearest target, the known ones and the file that the user knows', () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    const {status, stderr} = gate(work, {args: ['--targets', 'defalt']});
    expect(status).toBe(64);
    expect(stderr).toContain(
      'There is no target defalt in Dockerfile; the nearest is default, and all are: default.',
    );
  });

  it('names file, line and the known ones for a key that the policy does not have', () => {
    const work = folder({'.github/plimsoll.yml': 'version: 1\nrulez: {}\n', Dockerfile: SCRATCH});
    const {status, stderr} = gate(work);
    expect(status).toBe(64);
    expect(stderr).toContain('.github/plimsoll.yml:2');
    expect(stderr).toContain('rules');
  });
});
