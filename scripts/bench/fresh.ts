/**
 * A fresh runner: the builder was pruned, and all that earlier runs have left is in the job's cache service,
 * on loopback. Against the same bake with `cache-from` and the two scans with kept analyses.
 */
import {execFileSync} from 'node:child_process';
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {CacheServer} from '../../__tests__/support/cache-server.ts';
import {runtimeToken, type TokenOf} from '../../__tests__/support/runtime-token.ts';
import {cacheArgs, GHA} from '../../src/domain/build/cache.ts';
import {cacheScope} from '../../src/domain/image-id.ts';
import {reportSchema} from '../../src/domain/report/schema.ts';
import {bare, EXAMPLE, keptFolder, linesOf} from './gate.ts';
import {fromEnv, runCommand, type Row} from './measure.ts';
import {confinedTrivy, prepareDatabase} from './scan.ts';

const root = resolve(import.meta.dirname, '../..');

interface Runner {
  readonly folder: string;
  /** The checkout. */
  readonly work: string;
  readonly commit: string;
  readonly builder: string;
  readonly server: CacheServer;
  readonly database: string;
}

/** As most runs are: they leave nothing. */
const READS: TokenOf = {permission: 1};
const WRITES: TokenOf = {permission: 3};

/** What the job's cache service is known by, to bake as to the action. */
function serviceOf(
  {server}: Pick<Runner, 'server'>,
  token: TokenOf = READS,
): Readonly<Record<string, string>> {
  return {
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RESULTS_URL: server.url,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(token),
  };
}

/** The action as a push to the default branch; gives the seconds of its import. */
async function job(runner: Runner, token?: TokenOf): Promise<number> {
  const {folder, work, commit, builder, database} = runner;
  const place = await mkdtemp(join(folder, 'job-'));
  const event = join(place, 'event.json');
  await writeFile(event, JSON.stringify({repository: {default_branch: 'main'}}));
  const files = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
  for (const name of files) await writeFile(join(place, name), '');
  await mkdir(join(place, 'temp'));
  const inputs = {
    ...{WORKDIR: '.', BUILDER: builder, SARIF: 'off', FILES: EXAMPLE.definition},
    ...{'DB-PATH': database, 'TRIVY-PATH': fromEnv('PLIMSOLL_LAB_TRIVY')},
    ...{'REPORT-DIR': join(place, 'report'), SET: linesOf('PLIMSOLL_SET').join('\n')},
    ALLOW: linesOf('PLIMSOLL_ALLOW').join('\n'),
  };
  await runCommand({
    ...{program: process.execPath, args: [join(root, 'dist/index.js')], cwd: work},
    env: {
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value]),
      ),
      ...Object.fromEntries(files.map((name) => [name, join(place, name)])),
      ...{GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: work, RUNNER_TEMP: join(place, 'temp')},
      ...{RUNNER_TOOL_CACHE: join(place, 'tools'), ...serviceOf(runner, token)},
      ...{GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: commit},
      ...{GITHUB_EVENT_PATH: event, GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1'},
      GITHUB_SERVER_URL: 'https://github.com',
    },
  });
  const report = JSON.parse(await readFile(join(place, 'report/report.json'), 'utf8')) as unknown;
  return reportSchema.parse(report).runs[0]?.buildCache?.importSeconds ?? 0;
}

/** A clean commit, which may leave what later runs find. */
function checkout(cwd: string): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd,
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x');
  return git('rev-parse', 'HEAD');
}

/** A container builder of our own, which can be pruned without anybody missing anything. */
function makeBuilder(name: string, config: string): void {
  const registry = fromEnv('PLIMSOLL_LAB_REGISTRY');
  execFileSync('bash', [join(root, 'lab/up'), 'buildkit'], {stdio: 'pipe'});
  const args = ['--name', name, '--driver', 'docker-container', '--bootstrap'];
  const options = [`image=${registry}/moby/buildkit:v0.31.0`, 'network=host'];
  execFileSync(
    'docker',
    [
      ...['buildx', 'create', ...args, '--buildkitd-config', config],
      ...options.flatMap((option) => ['--driver-opt', option]),
    ],
    {stdio: 'pipe'},
  );
}

export async function freshRow(): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const registry = fromEnv('PLIMSOLL_LAB_REGISTRY');
  const config = join(folder, 'buildkitd.toml');
  await writeFile(
    config,
    `[registry."docker.io"]\n  mirrors = ["${registry}"]\n[registry."${registry}"]\n  http = true\n`,
  );
  const builder = `plimsoll-bench-${process.pid}`;
  makeBuilder(builder, config);
  const work = join(folder, 'work');
  await cp(EXAMPLE.folder, work, {recursive: true});
  const database = join(fromEnv('PLIMSOLL_LAB_CACHE'), 'bench-database');
  await prepareDatabase(database);
  const server = await new CacheServer().start();
  const runner = {folder, work, commit: checkout(work), builder, server, database};
  const prune = (): Promise<void> =>
    runCommand({
      program: 'docker',
      args: ['buildx', 'prune', '--all', '--force', '--builder', builder],
    });
  const [confined, kept] = [await confinedTrivy(), await keptFolder()];
  const scopes = EXAMPLE.targets.map((target) => ({
    target,
    scope: cacheScope({name: target, platforms: ['linux/amd64']}),
  }));
  const product = {
    ...{...EXAMPLE, folder: work, env: serviceOf(runner)},
    args: ['--builder', builder, ...cacheArgs(scopes, GHA).from],
  };
  // It leaves what both sides find, and fills the folder of kept analyses.
  await job(runner, WRITES);
  await bare(product, {confined, database}, kept);
  const imports: number[] = [];
  return {
    name: 'a fresh runner with a warm gha cache over bake with cache-from and two scans with kept analyses',
    ...{limit: 1.15, runs: 3, before: prune},
    ours: async () => void imports.push(await job(runner)),
    bare: () => bare(product, {confined, database}, kept),
    end: async () => {
      console.log(`shown  seconds of import: ${imports.map((one) => one.toFixed(1)).join(', ')}`);
      await confined.end();
      await server.stop();
      execFileSync('docker', ['buildx', 'rm', '--force', builder], {stdio: 'pipe'});
      for (const path of [folder, kept]) await rm(path, {recursive: true, force: true});
    },
  };
}
