/** Builders that cannot be had, and an engine that needs one, through the whole gate. */
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {beforeAll, expect} from '@jest/globals';
import {runAction} from '../support/action.ts';
import {readReport, ROOT} from '../support/command.ts';
import {CANARY, fault} from '../support/faults.ts';
import {FILES, gateIn, within} from '../support/fault-gate.ts';
import {folders} from '../support/folders.ts';
import {servers, type TestServer} from '../support/http.ts';
import {lab, variable} from '../support/lab.ts';

const {registry, trivyPath, dbRepositories} = lab();
const folder = folders();
const serve = servers();

const plainEngine = (): string => variable('PLIMSOLL_LAB_PLAIN_ENGINE');

beforeAll(() => {
  execFileSync('bash', [join(ROOT, 'lab/up'), 'engine-plain', 'buildkit'], {stdio: 'pipe'});
}, 600_000);

/** A registry from which somebody has pulled too often. */
function busyRegistry(): Promise<TestServer> {
  return serve((_, response) => {
    response
      .writeHead(429, {'content-type': 'application/json'})
      .end('{"errors": [{"code": "TOOMANYREQUESTS", "message": "you have pulled too often"}]}');
  });
}

const imageAt = ({url}: TestServer): string => `${url.replace('http://', '')}/moby/buildkit:x`;

fault('builder-pull', async (place) => {
  const busy = await busyRegistry();
  const gated = await gateIn(place, {
    work: folder(FILES),
    args: [`--buildkit-image=${imageAt(busy)}`],
    env: {DOCKER_HOST: plainEngine(), BUILDX_CONFIG: folder()},
    change: within(60),
  });
  expect(gated.lines.filter((line) => line.includes('trying again'))).toHaveLength(2);
  expect(busy.requests.length).toBeGreaterThanOrEqual(3);
  return {...gated, on: `${busy.url} (${busy.requests.length} requests)`, hosts: [plainEngine()]};
});

fault('builder-pull-docker', async (place) => {
  const busy = await busyRegistry();
  const config = folder();
  const buildx = (...args: readonly string[]): void => {
    execFileSync('docker', ['buildx', ...args], {
      env: {...process.env, BUILDX_CONFIG: config},
      stdio: 'pipe',
    });
  };
  const image = `image=${imageAt(busy)}`;
  buildx('create', '--use', '--name=busy', '--driver=docker-container', `--driver-opt=${image}`);
  place.after(() => {
    buildx('rm', '--force', 'busy');
  });
  const gated = await gateIn(place, {
    work: folder(FILES),
    env: {BUILDX_CONFIG: config},
    change: within(60),
  });
  expect(gated.report.runs[0]?.builder).toMatchObject({name: 'default', driver: 'docker'});
  expect(gated.lines.filter((line) => line.includes('trying again'))).toHaveLength(2);
  return {...gated, on: `${busy.url} (${busy.requests.length} requests)`};
});

fault(
  'engine-plain',
  (place) => {
    const run = {job: folder(), workspace: folder(FILES)};
    const env = {
      ...{DOCKER_HOST: plainEngine(), BUILDX_CONFIG: folder(), RUNNER_TEMP: place.temporary},
      ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, GITHUB_TOKEN: CANARY},
    };
    const reports = folder();
    const inputs = {
      ...{'buildkit-image': `${registry}/moby/buildkit:v0.31.0`, 'report-dir': reports},
      ...{'trivy-path': trivyPath, 'db-repositories': dbRepositories},
    };
    const first = runAction({...run, inputs, env});
    const docker = (...args: readonly string[]): string =>
      execFileSync('docker', args, {encoding: 'utf8', env: {...process.env, ...env}});
    expect(docker('buildx', 'ls')).toContain('plimsoll-');
    // What lives until the job's end goes with the post step.
    const saved = [...first.state].map(([name, value]) => [`STATE_${name}`, value] as const);
    const post = runAction({...run, inputs, env: {...env, ...Object.fromEntries(saved)}});
    expect(docker('buildx', 'ls')).not.toContain('plimsoll-');
    const written = [first.stdout, first.stderr, first.summary, post.stdout, post.stderr];
    return {
      verdict: readReport(reports).verdict,
      sentences: [...new Set(first.stdout.split('\n'))],
      ...{written, on: docker('version', '--format', 'dockerd {{.Server.Version}}').trim()},
      hosts: [plainEngine()],
    };
  },
  180,
);
