/** docker, buildx and Trivy of a machine that has none: each call is answered as the real one does it. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Exec, RunOptions, RunResult} from '../../src/deps.ts';
import {writeLayout} from './layouts.ts';

export const TRIVY = '/stand-in/trivy';

/** What a call says: `docker buildx bake --print web`. */
export type Call = string;

const WELL: RunResult = {
  ...{ended: 'exit', exitCode: 0, stdout: '', stderr: '', truncated: false, seconds: 0},
};

const BUILDER = [
  ...['Name: default', 'Driver: docker', '', 'Nodes:', 'Name: default', 'Status: running'],
  ...['BuildKit version: v0.31.0', 'Features:', ' OCI exporter: true', ' Cache export: true'],
].join('\n');

const HEALTHY = {
  ...{Status: 'running', Running: true, ExitCode: 0, OOMKilled: false, Error: ''},
  Health: {Status: 'healthy', FailingStreak: 0, Log: []},
};

/** By what a call contains; the first that does answers. */
const ANSWERS: readonly (readonly [string, (run: RunOptions) => Promise<string> | string])[] = [
  ['docker buildx version', () => 'github.com/docker/buildx v0.36.1 abc'],
  ['docker buildx --debug inspect', () => BUILDER],
  ['docker context show', () => 'default'],
  ['--list=type=targets', () => JSON.stringify([{name: 'web'}, {name: 'default', group: true}])],
  ['--print', () => definition()],
  ['docker version', () => JSON.stringify({Version: '29.4.0', Os: 'linux', Arch: 'amd64'})],
  ['docker buildx bake', bake],
  ['docker image inspect', () => JSON.stringify({RepoTags: []})],
  ['{{json .Mounts}}', () => '[]'],
  ['docker inspect --type container', () => JSON.stringify(HEALTHY)],
  ['/trivy version', () => JSON.stringify({Version: '0.74.0'})],
  ['/trivy image', scan],
];

/** @param before sees every call; what it gives is the answer */
export function standInExec(
  real: Exec,
  before: (call: Call, run: RunOptions) => Promise<RunResult | undefined>,
): Exec {
  return {
    run: async (program, run) => {
      if (program === 'git') return real.run(program, run);
      const call = [program, ...run.args].join(' ');
      const given = await before(call, run);
      if (given !== undefined) return given;
      // No engine of its own for the scanner: it is a process then.
      if (call.startsWith('docker import')) return {...WELL, exitCode: 1, stderr: 'no engine'};
      const [, answer] = ANSWERS.find(([words]) => call.includes(words)) ?? [];
      return {...WELL, stdout: (await answer?.(run)) ?? ''};
    },
  };
}

function definition(): string {
  const web = {context: '.', dockerfile: 'Dockerfile', platforms: ['linux/amd64']};
  return JSON.stringify({group: {default: {targets: ['web']}}, target: {web}});
}

/** `[2/2] RUN npm ci` begins; what comes of it is there when it is asked for no more. */
export function stepUnderWay(run: RunOptions, name: string): void {
  const vertex = {digest: `sha256:${'1'.repeat(64)}`, name, started: new Date(0).toISOString()};
  run.onStderrLine?.(JSON.stringify({vertexes: [vertex]}));
}

async function bake({args}: RunOptions): Promise<string> {
  const dest = args.map((arg) => /^--set=web\.output=type=oci,dest=(.*),tar=false$/.exec(arg)?.[1]);
  const folder = dest.find((one) => one !== undefined);
  if (folder === undefined) return '';
  mkdirSync(folder, {recursive: true});
  await writeLayout(folder, {
    layers: [{entries: [{name: 'app/server', content: 'It serves.'}]}],
    settings: {User: '1000', Healthcheck: {Test: ['CMD', '/app/server', '--check']}},
  });
  return '';
}

function scan({args}: RunOptions): string {
  const [output = '', input = ''] = ['--output', '--input'].map(
    (name) => args[args.indexOf(name) + 1] ?? '',
  );
  const packages = [{ID: 'a@1', Name: 'a', Version: '1', Identifier: {PURL: 'pkg:deb/debian/a@1'}}];
  const result = {Target: 'debian', Class: 'os-pkgs', Type: 'debian', Packages: packages};
  const report = {SchemaVersion: 2, ArtifactName: input, Results: [result]};
  writeFileSync(
    output,
    JSON.stringify({...report, Metadata: {OS: {Family: 'debian', Name: '12'}}}),
  );
  return '';
}

/** A Trivy cache folder with a database that nobody opens. */
export function standInDatabase(folder: string): string {
  if (!existsSync(join(folder, 'db'))) mkdirSync(join(folder, 'db'), {recursive: true});
  writeFileSync(join(folder, 'db/trivy.db'), '');
  const now = new Date().toISOString();
  writeFileSync(
    join(folder, 'db/metadata.json'),
    JSON.stringify({Version: 2, UpdatedAt: now, NextUpdate: now, DownloadedAt: now}),
  );
  return folder;
}
