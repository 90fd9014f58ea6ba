/** The bundle as a command, on tiny images built by the real engine and scanned by the real Trivy. */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {describe, expect, it} from '@jest/globals';
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

describe('what is built', () => {
  it('is a Dockerfile of the folder, named by it, with the line of every layer', () => {
    const work = folder({...POLICY, 'apps/web/Dockerfile': SCRATCH});
    const {status, reports} = gate(work);
    const [image] = readReport(reports).images;
    expect(status).toBe(0);
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

  it('is each platform of a target as an image of its own', () => {
    const bake = 'target "default" {\n  platforms = ["linux/amd64", "linux/arm64"]\n}\n';
    const work = folder({
      ...POLICY,
      'docker-bake.hcl': bake,
      Dockerfile: 'FROM scratch\nCOPY Dockerfile /x\nUSER 1\n',
    });
    const {reports} = gate(work);
    const images = readReport(reports).images;
    expect(images.map(({id, state}) => ({id, state}))).toEqual([
      {id: 'default/linux/amd64', state: 'built'},
      {id: 'default/linux/arm64', state: 'built'},
    ]);
    expect(images[1]?.layers?.[0]).toMatchObject({file: 'Dockerfile', startLine: 2});
  });

  it('leaves out bake targets that others inherit or use as a context', () => {
    const bake = [
      'target "common" { args = {A = "1"} }',
      'target "tools" { dockerfile-inline = "FROM scratch\\nCOPY Dockerfile /t" }',
      'target "app" {\n  inherits = ["common"]\n  contexts = {tools = "target:tools"}\n}',
    ].join('\n');
    const work = folder({
      ...POLICY,
      'docker-bake.hcl': bake,
      Dockerfile: 'FROM tools\nCOPY Dockerfile /a\nUSER 1\n',
    });
    expect(readReport(gate(work).reports).images.map(({name}) => name)).toEqual(['app']);
  });

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

describe('a build that fails', () => {
  const compose =
    'services:\n  good: {build: {context: ., dockerfile: Dockerfile}}\n  bad: {build: {context: ., dockerfile: Dockerfile.bad}}\n';
  const bad = 'FROM busybox\nRUN sleep 2 && \\\n  echo the-last-words && exit 3\n';

  it('names the line, shows the last output, and still reports the image that was finished', () => {
    const work = folder({
      ...POLICY,
      'compose.yml': compose,
      Dockerfile: SCRATCH,
      'Dockerfile.bad': bad,
    });
    const {status, stderr, reports} = gate(work);
    const report = readReport(reports);
    expect(status).toBe(2);
    expect(stderr).toContain('The build failed at Dockerfile.bad:2');
    expect(stderr).toContain('the-last-words');
    expect(report.verdict).toBe('unable');
    expect(report.images.find(({name}) => name === 'bad')).toMatchObject({
      state: 'not-built',
      verdict: 'unable',
    });
  });

  it('fails the step even when rules are not enforced', () => {
    const work = folder({...POLICY, Dockerfile: 'FROM busybox\nRUN exit 1\n'});
    expect(gate(work, {args: ['--enforce=false']}).status).toBe(2);
  });
});

describe('a verdict', () => {
  it("is fail for an image over its size, with the biggest layer's line", () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    const {status, reports} = gate(work, {args: ['--max-size', '1kB']});
    expect(status).toBe(1);
    expect(readReport(reports).violations).toMatchObject([
      {rule: 'size', level: 'error', place: {file: 'Dockerfile', startLine: 3}},
    ]);
  });

  it('is the same and excused with enforce=false', () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    const {status, reports} = gate(work, {args: ['--max-size', '1kB', '--enforce=false']});
    expect(status).toBe(0);
    expect(readReport(reports).verdict).toBe('fail');
  });

  it('is unable where the scanner understands nothing', () => {
    const work = folder({
      ...POLICY,
      Dockerfile: 'FROM busybox\nRUN rm -rf /etc/os-release\nUSER nobody\n',
    });
    const {status, reports} = gate(work);
    expect(status).toBe(2);
    expect(readReport(reports).outcomes.find(({rule}) => rule === 'vulnerabilities')).toMatchObject(
      {
        outcome: 'unable',
        reason:
          'There is nothing in the image that the scanner understands: no system that it knows and no package. Take a base that keeps its list of packages, or FROM scratch for a single binary.',
      },
    );
  });

  it('is unable without Trivy, and says how to get it', () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    const {status, stderr} = gate(work, {args: ['--trivy-path', join(work, 'no-trivy')]});
    expect(status).toBe(2);
    expect(stderr).toContain('install it, or name it with the input trivy-path');
  });

  it('is unable without a database, with the reason', () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    const {status, reports} = gate(work, {args: ['--db-repositories', '127.0.0.1:2/nothing:2']});
    expect(status).toBe(2);
    const reason =
      readReport(reports).outcomes.find(({rule}) => rule === 'vulnerabilities')?.reason ?? '';
    expect(reason).toMatch(
      /^The vulnerability database could not be fetched \(127\.0\.0\.1:2\/nothing:2: .*ECONNREFUSED/s,
    );
  });
});

describe('the surroundings', () => {
  it('are named when the engine is not running', () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    const {status, stderr} = gate(work, {env: {DOCKER_HOST: `unix://${work}/no.sock`}});
    expect(status).toBe(2);
    expect(stderr).toContain('The container engine that DOCKER_HOST names is not running');
  });

  it('are named when there is no docker client', () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    const {status, stderr} = gate(work, {env: {PATH: folder()}});
    expect(status).toBe(2);
    expect(stderr).toContain('There is no docker client on PATH');
  });

  it('do not steer the scanner', () => {
    const dockerfile = 'FROM debian:bookworm-slim\nUSER nobody\n';
    const hostile = {
      ...POLICY,
      Dockerfile: dockerfile,
      'trivy.yaml': 'severity: [LOW]\nscan: {skip-dirs: ["**"]}\n',
    };
    const plain = readReport(gate(folder({...POLICY, Dockerfile: dockerfile})).reports);
    const steered = readReport(
      gate(folder(hostile), {env: {TRIVY_SEVERITY: 'CRITICAL', TRIVY_SKIP_DIRS: '**'}}).reports,
    );
    const ids = (report: typeof plain): unknown =>
      report.images[0]?.findings?.map(({identity}) => identity);
    expect(plain.images[0]?.findings?.length).toBeGreaterThan(5);
    expect(ids(steered)).toEqual(ids(plain));
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

describe('secrets', () => {
  it('of arguments, environment, build secrets, files and URLs are in no byte of any output', () => {
    const canary = (name: string): string => `canary-${name}-0123456789abcdef`;
    const compose =
      'services:\n  app:\n    build:\n      context: .\n      secrets: [tok, key]\n      args: {ARG_CANARY: "${FROM_JOB}"}\nsecrets: {tok: {environment: TOK}, key: {file: ./key.txt}}\n';
    const dockerfile = [
      'FROM debian:bookworm-slim',
      'ARG ARG_CANARY URL SET_CANARY',
      'ENV KEPT=$ARG_CANARY PORT=8000',
      'RUN --mount=type=secret,id=tok --mount=type=secret,id=key echo "says $ARG_CANARY and $(cat /run/secrets/tok) and $(cat /run/secrets/key) from $URL with $SET_CANARY" && touch "/named-$(cat /run/secrets/tok)"',
      'USER nobody',
      '',
    ].join('\n');
    const work = folder({
      ...POLICY,
      'compose.yml': compose,
      Dockerfile: dockerfile,
      'key.txt': `${canary('file')}\n`,
    });
    const env = {
      FROM_JOB: canary('argument'),
      TOK: canary('secret'),
      GITHUB_TOKEN: canary('token'),
      INPUT_SOMETHING: canary('input'),
    };
    const url = `https://${canary('user')}:x@host.example/path?key=${canary('query')}`;
    const {stdout, stderr, reports} = gate(work, {
      env,
      args: [
        '--no-cache',
        '--json',
        '--set',
        `app.args.URL=${url}`,
        '--set',
        `app.args.SET_CANARY=${canary('set')}`,
      ],
    });
    const files = textsIn(reports);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const text of [stdout, stderr, ...files]) expect(text).not.toContain('canary-');
    expect(stderr).toContain('says *** and *** and *** from *** with ***');
  });

  it('in URLs of a failing build are in no byte either, and the host can be read', () => {
    const compose = 'services:\n  app: {build: {context: ., args: {HOST: "${NAME_OF_HOST}"}}}\n';
    const dockerfile =
      'FROM busybox\nARG HOST\nRUN echo "https://canary-user:canary-word@$HOST/p?t=canary-query" && exit 7\n';
    const work = folder({...POLICY, 'compose.yml': compose, Dockerfile: dockerfile});
    const {status, stderr, stdout, reports} = gate(work, {
      env: {NAME_OF_HOST: 'h.ex'},
      args: ['--no-cache', '--json'],
    });
    expect(status).toBe(2);
    expect(stderr).toContain('https://h.ex/p');
    const files = textsIn(reports);
    for (const text of [stdout, stderr, ...files]) expect(text).not.toContain('canary-');
  });

  it('that a scan finds are told by rule and place, and never by value', () => {
    const value = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
    const work = folder({
      ...POLICY,
      Dockerfile: 'FROM debian:bookworm-slim\nCOPY app.py /app.py\nUSER nobody\n',
      'app.py': `token = "${value}"\n`,
    });
    const {status, stderr, reports} = gate(work);
    expect(status).toBe(1);
    expect(readReport(reports).violations.filter(({level}) => level === 'error')).toMatchObject([
      {rule: 'secrets', place: {file: 'Dockerfile', startLine: 2}},
    ]);
    const files = textsIn(reports);
    for (const text of [stderr, ...files]) expect(text).not.toContain(value);
  });

  it('of the runner cannot be named by a definition', () => {
    const compose =
      'services:\n  app:\n    build:\n      context: .\n      args: {T: "${INPUT_TOKEN}"}\n';
    const {status, stderr} = gate(folder({'compose.yml': compose, Dockerfile: SCRATCH}));
    expect(status).toBe(64);
    expect(stderr).toContain('compose.yml:5 names INPUT_TOKEN');
    const bake = 'target "default" {\n  secret = ["id=t,env=ACTIONS_RUNTIME_TOKEN"]\n}\n';
    const other = gate(folder({'docker-bake.hcl': bake, Dockerfile: SCRATCH}));
    expect(other.status).toBe(64);
    expect(other.stderr).toContain('docker-bake.hcl:2 names ACTIONS_RUNTIME_TOKEN');
  });
});

describe('the command', () => {
  it('prints report.json to standard output and nothing else there with --json', () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    const {stdout} = gate(work, {args: ['--json']});
    expect(JSON.parse(stdout)).toMatchObject({version: 0, verdict: 'pass'});
  });

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

  it('reads a variable for each flag, and a flag goes before it', () => {
    const work = folder({...POLICY, Dockerfile: SCRATCH});
    expect(gate(work, {env: {PLIMSOLL_MAX_SIZE: '1kB'}}).status).toBe(1);
    expect(gate(work, {env: {PLIMSOLL_MAX_SIZE: '1kB'}, args: ['--max-size', '1GB']}).status).toBe(
      0,
    );
  });
});
