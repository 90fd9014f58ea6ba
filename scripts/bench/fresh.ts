/**
 * A fresh runner: the builder was pruned, and all that earlier runs have left is in the job's cache service,
 * on loopback. Against the same bake with `cache-from` and the two scans with kept analyses.
 */
import {execFileSync} from 'node:child_process';
import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {startAction} from '../../__tests__/support/action.ts';
import {CacheServer} from '../../__tests__/support/cache-server.ts';
import {readReport} from '../../__tests__/support/command.ts';
import {checkout} from '../../__tests__/support/fault-job.ts';
import {runtimeToken} from '../../__tests__/support/runtime-token.ts';
import {cacheArgs, GHA} from '../../src/domain/build/cache.ts';
import {cacheScope} from '../../src/domain/image-id.ts';
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

/** What the job's cache service is known by, to bake as to the action. */
function serviceOf({server}: Pick<Runner, 'server'>): Readonly<Record<string, string>> {
  return {
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RESULTS_URL: server.url,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(),
  };
}

/** The action as a push to the default branch; gives the seconds of its import. */
async function job(runner: Runner): Promise<number> {
  const {folder, work, commit, builder, database} = runner;
  const place = await mkdtemp(join(folder, 'job-'));
  const event = join(place, 'event.json');
  await writeFile(event, JSON.stringify({repository: {default_branch: 'main'}}));
  const ran = await startAction({
    ...{job: place, workspace: work},
    inputs: {
      ...{builder, 'db-path': database, sarif: 'off', files: EXAMPLE.definition},
      ...{'trivy-path': fromEnv('PLIMSOLL_LAB_TRIVY'), 'report-dir': join(place, 'report')},
      ...{set: linesOf('PLIMSOLL_SET').join('\n'), allow: linesOf('PLIMSOLL_ALLOW').join('\n')},
    },
    env: {
      ...{RUNNER_TOOL_CACHE: join(place, 'tools'), ...serviceOf(runner)},
      ...{GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: commit},
      ...{GITHUB_EVENT_PATH: event, GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1'},
      GITHUB_SERVER_URL: 'https://github.com',
    },
  });
  if (ran.status !== 0) throw new Error(ran.stdout.slice(-2000));
  return readReport(join(place, 'report')).runs[0]?.buildCache?.importSeconds ?? 0;
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
  await job(runner);
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
