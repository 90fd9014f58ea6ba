/**
 * The whole gate of the example over its bare critical path: the same bake with a warm build cache,
 * then the same two scans side by side, each with a cache folder of its own and no analyses in it.
 */
import {cp, mkdtemp, mkdir, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {runCommand, type Row} from './measure.ts';

const root = resolve(import.meta.dirname, '../..');

/** What is built and gated: a folder with a definition of these targets. */
interface Product {
  readonly folder: string;
  readonly definition: string;
  readonly targets: readonly string[];
}

const EXAMPLE: Product = {
  folder: join(root, 'examples/financehub'),
  definition: 'docker-compose.yml',
  targets: ['backend', 'frontend'],
};

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
export async function prepareDatabase(folder: string): Promise<void> {
  await runCommand({
    program: fromEnv('PLIMSOLL_LAB_TRIVY'),
    args: [
      ...['image', '--download-db-only', '--insecure', '--cache-dir', folder],
      ...['--db-repository', fromEnv('PLIMSOLL_DB_REPOSITORIES')],
    ],
  });
}

function bakeArgs({definition, targets}: Product, folder: string): readonly string[] {
  return [
    ...['buildx', 'bake', '-f', definition, '--progress=rawjson', `--allow=fs.write=${folder}`],
    ...linesOf('PLIMSOLL_ALLOW').map((entry) => `--allow=${entry}`),
    ...linesOf('PLIMSOLL_SET').map((entry) => `--set=${entry}`),
    ...targets.map(
      (target) => `--set=${target}.output=type=oci,dest=${join(folder, target)},tar=false`,
    ),
    ...targets,
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
    program: fromEnv('PLIMSOLL_LAB_TRIVY'),
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

/** One target of the example as it was, as an OCI layout. */
export async function exportImage(target: string, folder: string): Promise<void> {
  const before = {...EXAMPLE, definition: 'docker-compose.before.yml', targets: [target]};
  const parent = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  await runCommand({program: 'docker', args: bakeArgs(before, parent), cwd: before.folder});
  await rm(folder, {recursive: true, force: true});
  await cp(join(parent, target), folder, {recursive: true});
  await rm(parent, {recursive: true, force: true});
}

async function bare(product: Product, database: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  try {
    await runCommand({program: 'docker', args: bakeArgs(product, folder), cwd: product.folder});
    await Promise.all(product.targets.map((target) => scan(target, {folder, database})));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function gate({folder, definition}: Product, database: string): Promise<void> {
  const reports = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const args = [
    join(root, 'dist/index.js'),
    '--db-path',
    database,
    '--report-dir',
    reports,
    '--files',
    definition,
    folder,
  ];
  try {
    // It may say that it cannot judge: an image made for measuring has no health check.
    await runCommand({program: process.execPath, args, statuses: [0, 1]});
  } finally {
    await rm(reports, {recursive: true, force: true});
  }
}

export function gateRow(): Promise<Row> {
  return rowOf(EXAMPLE, {name: 'whole gate of the example', limit: 1.25, runs: 5});
}

/** As it was: real images of 640 MB and 1.1 GB. */
export function bigGateRow(): Promise<Row> {
  const product = {...EXAMPLE, definition: 'docker-compose.before.yml'};
  return rowOf(product, {name: 'whole gate of two large images', limit: 1.2, runs: 3});
}

async function rowOf(product: Product, row: Pick<Row, 'name' | 'limit' | 'runs'>): Promise<Row> {
  const database = join(fromEnv('PLIMSOLL_LAB_CACHE'), 'bench-database');
  await prepareDatabase(database);
  await bare(product, database);
  return {
    ...row,
    name: `${row.name} over bake and two scans`,
    ours: () => gate(product, database),
    bare: () => bare(product, database),
  };
}
