/**
 * The whole gate of the example over its bare critical path: the same bake with a warm build cache,
 * then the same two scans side by side, each with a cache folder of its own and no analyses in it.
 */
import {mkdtemp, mkdir, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {runCommand, type Row} from './measure.ts';

const root = resolve(import.meta.dirname, '../..');
const example = join(root, 'examples/financehub');
const TARGETS = ['backend', 'frontend'];

function fromEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: run 'lab/up' and 'eval "$(lab/env)"' first.`);
  }
  return value;
}

function linesOf(name: string): readonly string[] {
  return (process.env[name] ?? '').split('\n').filter((line) => line !== '');
}

/** Fetches the database once, so that both sides find it there. */
async function prepareDatabase(folder: string): Promise<void> {
  await runCommand({
    program: fromEnv('PLIMSOLL_TRIVY_PATH'),
    args: [
      ...['image', '--download-db-only', '--insecure', '--cache-dir', folder],
      ...['--db-repository', fromEnv('PLIMSOLL_DB_REPOSITORIES')],
    ],
  });
}

function bakeArgs(folder: string): readonly string[] {
  return [
    ...[
      'buildx',
      'bake',
      '-f',
      'docker-compose.yml',
      '--progress=rawjson',
      `--allow=fs.write=${folder}`,
    ],
    ...linesOf('PLIMSOLL_ALLOW').map((entry) => `--allow=${entry}`),
    ...linesOf('PLIMSOLL_SET').map((entry) => `--set=${entry}`),
    ...TARGETS.map(
      (target) => `--set=${target}.output=type=oci,dest=${join(folder, target)},tar=false`,
    ),
    ...TARGETS,
  ];
}

async function scan(
  layout: string,
  work: {readonly folder: string; readonly database: string},
): Promise<void> {
  const cache = join(work.folder, `cache-${layout}`);
  await mkdir(cache);
  await symlink(join(work.database, 'db'), join(cache, 'db'));
  await runCommand({
    program: fromEnv('PLIMSOLL_TRIVY_PATH'),
    args: [
      ...['image', '--input', join(work.folder, layout), '--format', 'json', '--list-all-pkgs'],
      ...['--scanners', 'vuln,secret', '--image-config-scanners', 'secret', '--cache-dir', cache],
      ...[
        '--skip-db-update',
        '--skip-java-db-update',
        '--offline-scan',
        '--output',
        `${cache}.json`,
      ],
    ],
    cwd: work.folder,
  });
}

async function bare(database: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  try {
    await runCommand({program: 'docker', args: bakeArgs(folder), cwd: example});
    await Promise.all(TARGETS.map((target) => scan(target, {folder, database})));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function gate(database: string): Promise<void> {
  const reports = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const args = [
    join(root, 'dist/index.js'),
    '--db-path',
    database,
    '--report-dir',
    reports,
    example,
  ];
  try {
    await runCommand({program: process.execPath, args});
  } finally {
    await rm(reports, {recursive: true, force: true});
  }
}

export async function gateRow(): Promise<Row> {
  const database = join(fromEnv('PLIMSOLL_LAB_CACHE'), 'bench-database');
  await prepareDatabase(database);
  await bare(database);
  return {
    name: 'whole gate of the example over bake and two scans',
    limit: 1.25,
    runs: 5,
    ours: () => gate(database),
    bare: () => bare(database),
  };
}
