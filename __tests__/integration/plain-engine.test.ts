/** An engine without the containerd image store, as some hosted runners have it. */
import {execFileSync} from 'node:child_process';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {join} from 'node:path';
import {readReport, ROOT, runCommand, type Ran} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab, variable} from '../support/lab.ts';

const {registry} = lab();
const folder = folders();
const builders = folder();
const engine = (): Record<string, string | undefined> => ({
  DOCKER_HOST: variable('PLIMSOLL_LAB_PLAIN_ENGINE'),
  PLIMSOLL_SET: undefined,
  PLIMSOLL_ALLOW: undefined,
  // Builders are the user's, not the engine's.
  BUILDX_CONFIG: builders,
});

function docker(...args: readonly string[]): string {
  return execFileSync('docker', args, {
    encoding: 'utf8',
    env: {...process.env, ...engine()},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

beforeAll(() => {
  execFileSync('bash', [join(ROOT, 'lab/up'), 'engine-plain', 'buildkit'], {stdio: 'pipe'});
}, 600_000);

const FILES = {
  Dockerfile:
    'FROM busybox\nRUN echo hello > /hello\nUSER 1\nHEALTHCHECK CMD ["/bin/ls", "/hello"]\n',
};
const POLICY = 'version: 1\nrules: {vulnerabilities: {level: off}, build-tools: {level: off}}';
const image = `${registry}/moby/buildkit:v0.31.0`;

function gate(reports: string, args: readonly string[]): Ran {
  return runCommand({
    args: ['--report-dir', reports, '--policy', POLICY, ...args, folder(FILES)],
    env: engine(),
  });
}

describe('an engine that cannot export OCI layouts', () => {
  it('gets a container builder, which the command keeps and uses again', () => {
    const reports = folder();
    const first = gate(reports, ['--buildkit-image', image]);
    expect(first.stderr).toContain('making the container builder plimsoll');
    expect(first.stderr).toContain('docker buildx rm plimsoll removes it');
    expect(first.status).toBe(0);
    expect(readReport(reports).runs[0]?.builder).toEqual({
      name: 'plimsoll',
      driver: 'docker-container',
      buildkit: 'v0.31.0',
    });
    const second = gate(reports, []);
    expect(second.stderr).not.toContain('making the container builder');
    expect(second.status).toBe(0);
    expect(readReport(reports).images[0]?.build?.cachedSteps).toBe(1);
    docker('buildx', 'rm', '--force', 'plimsoll');
  });

  it('cannot be asked for by name', () => {
    const {status, stderr} = gate(folder(), ['--builder', 'default']);
    expect(status).toBe(2);
    expect(stderr).toContain('The builder default, which the input builder names, cannot export');
  });
});
