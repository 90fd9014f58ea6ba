/** Steps of one builder, taken by another that has none: GitHub's cache by the real BuildKit, and others. */
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {CacheServer} from '../support/cache-server.ts';
import {ROOT, runCommand, readReport} from '../support/command.ts';
import {jobOf} from '../support/fault-job.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {runtimeToken} from '../support/runtime-token.ts';
import type {Report} from '../../src/domain/report/schema.ts';

const {registry} = lab();
const folder = folders();
const server = new CacheServer();
const BUILDER = `plimsoll-test-${process.pid}-${Date.now()}`;

beforeAll(async () => {
  execFileSync('bash', [join(ROOT, 'lab/up'), 'buildkit'], {stdio: 'pipe'});
  makeBuilder();
  await server.start();
}, 600_000);
afterAll(() => {
  execFileSync('docker', ['buildx', 'rm', '--force', BUILDER], {stdio: 'pipe'});
});
afterAll(() => server.stop());

function makeBuilder(): void {
  const config = folder({
    'buildkitd.toml': `[registry."docker.io"]\n  mirrors = ["${registry}"]\n[registry."${registry}"]\n  http = true\n`,
  });
  execFileSync(
    'docker',
    [
      ...['buildx', 'create', '--name', BUILDER, '--driver', 'docker-container', '--bootstrap'],
      ...[
        '--driver-opt',
        `image=${registry}/moby/buildkit:v0.31.0`,
        '--driver-opt',
        'network=host',
      ],
      ...['--buildkitd-config', join(config, 'buildkitd.toml')],
    ],
    {stdio: 'pipe'},
  );
}

/** A container builder that has nothing of an earlier build. */
function freshBuilder(): string {
  const args = ['buildx', 'prune', '--builder', BUILDER, '--all', '--force'];
  execFileSync('docker', args, {stdio: 'pipe'});
  return BUILDER;
}

const FILES = {
  Dockerfile: 'FROM debian:bookworm-slim\nRUN echo a > /a\nUSER 1000\n',
  '.github/plimsoll.yml': 'version: 1\nrules: {healthcheck: {level: off}}\n',
};

interface Steps {
  readonly cached: string;
  readonly cache: Report['runs'][number]['buildCache'];
}

function stepsOf(report: Report): Steps {
  const {build} = report.images[0] ?? {};
  return {cached: `${build?.cachedSteps} of ${build?.steps}`, cache: report.runs[0]?.buildCache};
}

describe('GitHub’s cache', () => {
  const work = folder(FILES);
  const run = async (
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Steps> => {
    const {report} = await jobOf({
      ...{server, work, job: folder(), temporary: folder(), env},
      inputs: {builder: freshBuilder(), 'cache-timeout': '30s', ...inputs},
    });
    return stepsOf(report);
  };

  it('gives a fresh builder what another has left on the default branch', async () => {
    const first = await run({});
    expect(first.cached).toBe('0 of 1');
    expect(first.cache?.exportSeconds).toBeGreaterThan(0);
    expect(server.keys().filter((key) => key.startsWith('index-plimsoll-')).length).toBe(1);
    const second = await run({}, {ACTIONS_RUNTIME_TOKEN: runtimeToken({permission: 1})});
    expect(second.cached).toBe('1 of 1');
    expect(second.cache).toEqual({kind: 'gha', importSeconds: expect.any(Number)});
  }, 120_000);

  it('is left alone where it is off', async () => {
    const calls = server.calls.length;
    const steps = await run({cache: 'off'});
    expect(steps).toEqual({cached: '0 of 1', cache: undefined});
    const asked = server.calls.slice(calls).filter(({key}) => key.startsWith('index-'));
    expect(asked).toEqual([]);
  }, 120_000);
});

describe('a cache as BuildKit writes it', () => {
  it('is a place of its own for each image', () => {
    const cache = folder();
    const work = folder({
      ...FILES,
      'docker-bake.json': JSON.stringify({
        group: {default: {targets: ['one', 'two']}},
        target: {one: {context: '.'}, two: {context: '.', args: {A: '1'}}},
      }),
    });
    const run = (): Report => {
      const reports = folder();
      runCommand({
        args: [
          ...['--cache', `type=local,src=${cache},dest=${cache}`, '--builder', freshBuilder()],
          ...['--allow', `fs=${cache}`, '--report-dir', reports, work],
        ],
        env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
      });
      return readReport(reports);
    };
    expect(stepsOf(run()).cached).toBe('0 of 1');
    expect(readdirSync(cache).length).toBe(2);
    for (const name of readdirSync(cache))
      expect(existsSync(join(cache, name, 'index.json'))).toBe(true);
    expect(stepsOf(run())).toEqual({
      cached: '1 of 1',
      cache: {kind: 'local', importSeconds: expect.any(Number), exportSeconds: expect.any(Number)},
    });
  }, 120_000);
});
