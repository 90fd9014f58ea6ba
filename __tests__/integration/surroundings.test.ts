/** What a build can meet on a machine: a full disk, an old tool, a missing emulator; and what must keep working. */
import {execFileSync} from 'node:child_process';
import {chmodSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {readReport, runCommand, type Ran} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const {trivyPath} = lab();
const folder = folders();

const QUIET =
  'version: 1\nrules: {user: {level: off}, healthcheck: {level: off}, vulnerabilities: {level: off}}\n';

function gate(
  files: Readonly<Record<string, string>>,
  options: {
    readonly args?: readonly string[];
    readonly env?: Record<string, string | undefined>;
  } = {},
): Ran & {readonly reports: string; readonly work: string} {
  const reports = folder();
  const work = folder({'.github/plimsoll.yml': QUIET, ...files});
  const ran = runCommand({
    args: ['--report-dir', reports, ...(options.args ?? []), work],
    env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, ...options.env},
  });
  return {...ran, reports, work};
}

/** A folder to put first on PATH, in which `name` is this script. */
function shim(name: string, script: string): string {
  const path = folder();
  writeFileSync(join(path, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(path, name), 0o755);
  return path;
}

const first = (path: string): string => `${path}:${process.env['PATH'] ?? ''}`;

describe('a disk that is nearly full', () => {
  let small = '';
  beforeAll(() => {
    small = folder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small]);
  });
  afterAll(() => {
    execFileSync('umount', [small]);
  });

  it('is warned of first, and named when it is what ended the build', () => {
    const {status, stderr, reports} = gate(
      {
        Dockerfile:
          'FROM busybox AS b\nRUN head -c 9000000 /dev/urandom > /big\nFROM scratch\nCOPY --from=b /big /big\n',
      },
      {env: {TMPDIR: small, RUNNER_TEMP: undefined}},
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/Only \d\.\d MB are free where the images are written/);
    expect(stderr).toContain(
      `The disk is full where the images are written (${small}): no space left on device.`,
    );
    expect(readReport(reports)).toMatchObject({
      verdict: 'unable',
      images: [{state: 'not-built'}],
      runs: [{notices: expect.arrayContaining([expect.objectContaining({from: 'build'})])}],
    });
  });
});

describe('tools', () => {
  const docker = execFileSync('sh', ['-c', 'command -v docker'], {encoding: 'utf8'}).trim();

  it('that are too old are named with the version found and the one needed', () => {
    const old = shim(
      'docker',
      `if [ "$1 $2" = "buildx version" ]; then echo github.com/docker/buildx v0.10.4 abc; else exec ${docker} "$@"; fi`,
    );
    const {status, stderr} = gate({Dockerfile: 'FROM scratch\n'}, {env: {PATH: first(old)}});
    expect(status).toBe(2);
    expect(stderr).toContain('buildx 0.10.4 is too old: 0.22.0 or newer is needed');
  });

  it('that are not there are named: buildx', () => {
    const none = shim(
      'docker',
      `if [ "$1" = buildx ]; then echo "docker: 'buildx' is not a docker command." >&2; exit 1; else exec ${docker} "$@"; fi`,
    );
    const {status, stderr} = gate({Dockerfile: 'FROM scratch\n'}, {env: {PATH: first(none)}});
    expect(status).toBe(2);
    expect(stderr).toContain('The docker client has no buildx (needed: 0.22.0 or newer)');
  });

  it('may be without git: then the folder itself is the repository', () => {
    const tools = folder();
    for (const name of ['docker', 'sh'])
      execFileSync('ln', ['-s', execFileSync('which', [name], {encoding: 'utf8'}).trim(), tools]);
    const {status, stderr, reports} = gate(
      {Dockerfile: 'FROM scratch\nCOPY Dockerfile /x\n'},
      {env: {PATH: tools}},
    );
    expect({status, stderr}).toMatchObject({status: 0});
    expect(readReport(reports).images[0]?.layers?.[0]).toMatchObject({file: 'Dockerfile'});
  });
});

describe('a platform without an emulator', () => {
  it('is named with the two ways out', () => {
    const bake = 'target "default" {\n  platforms = ["linux/s390x"]\n}\n';
    const {status, stderr} = gate({
      'docker-bake.hcl': bake,
      Dockerfile: 'FROM scratch\nCOPY --chmod=755 Dockerfile /x\nRUN ["/x"]\n',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/A platform cannot be built here \(.+\): the machine has no emulator/);
  });
});

describe("a definition's own", () => {
  it('ssh and secrets reach the build', () => {
    const agent = execFileSync('ssh-agent', ['-s'], {encoding: 'utf8'});
    const [, socket = '', pid = ''] =
      /SSH_AUTH_SOCK=([^;]+);.*SSH_AGENT_PID=(\d+)/s.exec(agent) ?? [];
    try {
      const {status, stderr} = gate(
        {
          'docker-bake.hcl':
            'target "default" {\n  ssh = ["default"]\n  secret = ["id=token,env=TOKEN_OF_TEST"]\n}\n',
          Dockerfile:
            'FROM busybox\nRUN --mount=type=ssh test -S "$SSH_AUTH_SOCK"\nRUN --mount=type=secret,id=token test -s /run/secrets/token\n',
        },
        {
          args: ['--no-cache', '--allow', 'ssh'],
          env: {SSH_AUTH_SOCK: socket, TOKEN_OF_TEST: 'a-value-of-a-test'},
        },
      );
      expect({status, stderr}).toMatchObject({status: 0});
    } finally {
      process.kill(Number(pid));
    }
  });
});

describe('the first image', () => {
  it("is scanned before the second's build has ended", () => {
    const seen = folder();
    const scanner = shim('trivy', `date +%s%3N >> ${seen}/$$; exec ${trivyPath} "$@"`);
    const {status, stderr} = gate(
      {
        'compose.yml':
          'services:\n  quick: {build: {context: .}}\n  slow: {build: {context: ., dockerfile: Dockerfile.slow}}\n',
        Dockerfile: 'FROM busybox\n',
        'Dockerfile.slow': 'FROM busybox\nRUN sleep 5\n',
      },
      {args: ['--no-cache', '--keep', '--trivy-path', join(scanner, 'trivy')]},
    );
    expect(status).toBe(0);
    const layout = (name: string): string =>
      new RegExp(`${name}/linux/amd64 {2}(/\\S+)`).exec(stderr)?.[1] ?? '';
    const done = statSync(join(layout('slow'), 'index.json')).mtimeMs;
    const starts = execFileSync('sh', ['-c', `cat ${seen}/*`], {encoding: 'utf8'})
      .trim()
      .split('\n')
      .map(Number);
    // Its version, and the scan of the quick one: two starts of the scanner.
    expect(starts.filter((start) => start < done - 2000).length).toBeGreaterThanOrEqual(2);
    rmSync(join(layout('slow'), '..'), {recursive: true});
  });
});

describe('a node that does not tell of the children that it starts', () => {
  it('runs the gate all the same, and the report says what that takes away', () => {
    const untold =
      "process.getBuiltinModule('node:diagnostics_channel').subscribe = () => undefined; process.getBuiltinModule('node:module').syncBuiltinESMExports();";
    const {status, reports, stderr} = gate(
      {Dockerfile: 'FROM busybox\n'},
      {env: {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(untold)}`}},
    );
    expect(status).toBe(0);
    const gap = 'they cannot be ended as a group and are given no input';
    expect(stderr).toContain(gap);
    const {images, runs} = readReport(reports);
    expect(images.map(({verdict}) => verdict)).toEqual(['pass']);
    expect(runs[0]?.notices).toContainEqual({from: 'run', message: expect.stringContaining(gap)});
  });
});
