/** Builders that are elsewhere: an engine behind TLS in a Docker context, and a buildkitd of its own. */
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {readReport, ROOT, runCommand} from '../support/command.ts';
import {startEngine, type Engine} from '../support/engine.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const {cache, registry} = lab();
const folder = folders();
const FILES = {
  Dockerfile: 'FROM debian:bookworm-slim\nRUN echo hello > /hello\nUSER 1000\n',
  '.github/plimsoll.yml':
    'version: 1\nrules: {healthcheck: {level: off}, vulnerabilities: {fail-on: critical}}\n',
};

interface Gate {
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

function gate({args = [], env}: Gate) {
  const reports = folder();
  const {stderr} = runCommand({
    args: ['--report-dir', reports, ...args, folder(FILES)],
    env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, ...env},
  });
  return {report: readReport(reports), stderr};
}

describe('an engine behind TLS, in a Docker context', () => {
  let engine: Engine;
  let config: string;
  beforeAll(async () => {
    const keys = makeKeys(folder());
    const host = `tcp://127.0.0.1:${await freePort()}`;
    engine = await startEngine({
      options: [
        ...['--host', host, '--tlsverify', `--tlscacert=${keys}/ca.pem`],
        ...[`--tlscert=${keys}/server.pem`, `--tlskey=${keys}/server.key`],
      ],
    });
    config = folder();
    const docker = (...args: readonly string[]): void => {
      execFileSync('docker', args, {env: {...process.env, DOCKER_CONFIG: config}, stdio: 'pipe'});
    };
    const files = `ca=${keys}/ca.pem,cert=${keys}/client.pem,key=${keys}/client.key`;
    docker('context', 'create', 'far', '--docker', `host=${host},${files}`);
    docker('context', 'use', 'far');
  }, 60_000);
  afterAll(() => engine.kill());

  it('builds, and scans confined, and the report says which it was', () => {
    const {report} = gate({env: {DOCKER_CONFIG: config}});
    expect(report).toMatchObject({
      verdict: 'pass',
      runs: [{builder: {name: 'far', driver: 'docker'}, scanner: {confined: true}}],
    });
  });
});

describe('a buildkitd on a socket, by the driver remote', () => {
  const config = folder();
  let daemon: ChildProcess;
  beforeAll(async () => {
    execFileSync('bash', [join(ROOT, 'lab/up'), 'buildkit'], {stdio: 'pipe'});
    const home = folder({
      'buildkitd.toml': [
        `[registry."docker.io"]\n  mirrors = ["${registry}"]`,
        `[registry."${registry}"]\n  http = true\n`,
      ].join('\n'),
    });
    const socket = join(home, 'buildkitd.sock');
    daemon = spawn(
      join(cache, 'bin/buildkitd'),
      [
        ...['--addr', `unix://${socket}`, '--root', join(home, 'root')],
        ...['--config', join(home, 'buildkitd.toml'), '--oci-worker-net', 'host'],
      ],
      {stdio: 'ignore'},
    );
    for (let tries = 0; !existsSync(socket); tries += 1) {
      if (tries > 100) throw new Error('buildkitd did not start within 10 s.');
      await pause(100);
    }
    const args = ['buildx', 'create', '--use', '--name=far', '--driver=remote', `unix://${socket}`];
    execFileSync('docker', args, {env: {...process.env, BUILDX_CONFIG: config}, stdio: 'pipe'});
  }, 600_000);
  afterAll(async () => {
    const gone = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill();
    await gone;
  });

  it.each([
    ['current', []],
    ['asked for by name', ['--builder=far']],
  ])('builds when it is %s, and the report says so in one line', (_, args) => {
    const {report, stderr} = gate({args, env: {BUILDX_CONFIG: config}});
    expect(report).toMatchObject({
      verdict: 'pass',
      runs: [{builder: {name: 'far', driver: 'remote', buildkit: 'v0.31.0'}}],
    });
    expect(stderr).toContain('builder far (remote, BuildKit v0.31.0)');
    expect(report.images[0]?.layers?.at(-1)).toMatchObject({file: 'Dockerfile', startLine: 2});
  });
});

/** A CA, and a certificate by it for each side. */
function makeKeys(keys: string): string {
  mkdirSync(keys, {recursive: true});
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, {cwd: keys, stdio: 'pipe'});
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=ca');
  for (const [name, extensions] of [
    ['server', 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n'],
    ['client', 'extendedKeyUsage=clientAuth\n'],
  ] as const) {
    writeFileSync(join(keys, `${name}.ext`), extensions);
    openssl(
      'req',
      ...newKey,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${name}`,
    );
    openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key'],
      ...['-CAcreateserial', '-out', `${name}.pem`, '-extfile', `${name}.ext`],
    );
  }
  return keys;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
