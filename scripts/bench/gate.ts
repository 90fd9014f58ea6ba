/**
 * The whole gate of the example over its bare critical path: the same bake with a warm build cache,
 * then the same two scans side by side, confined the same way, each with a cache folder of its own and
 * no analyses in it.
 */
import {cp, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {scanLayout} from '../../src/clients/trivy.ts';
import {isKnown} from '../../src/domain/known.ts';
import {VULNERABILITIES} from '../../src/domain/registry/databases.ts';
import {fromEnv, runCommand, type Row} from './measure.ts';
import {confinedTrivy, prepareDatabase, type Confined} from './scan.ts';

const root = resolve(import.meta.dirname, '../..');

/** What is built and gated: a folder with a definition of these targets. */
interface Product {
  readonly folder: string;
  readonly definition: string;
  readonly targets: readonly string[];
  /** More for bake. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export const EXAMPLE: Product = {
  folder: join(root, 'examples/financehub'),
  definition: 'docker-compose.yml',
  targets: ['backend', 'frontend'],
};

export function linesOf(name: string): readonly string[] {
  return (process.env[name] ?? '').split('\n').filter((line) => line !== '');
}

/** What the lab sets for builds with a network. */
export function bakeLines(): readonly string[] {
  return [
    ...linesOf('PLIMSOLL_ALLOW').map((entry) => `--allow=${entry}`),
    ...linesOf('PLIMSOLL_SET').map((entry) => `--set=${entry}`),
  ];
}

function bakeArgs({definition, targets, args = []}: Product, folder: string): readonly string[] {
  return [
    ...['buildx', 'bake', '-f', definition, '--progress=rawjson', `--allow=fs.write=${folder}`],
    ...bakeLines(),
    ...targets.map(
      (target) => `--set=${target}.output=type=oci,dest=${join(folder, target)},tar=false`,
    ),
    ...args,
    ...targets,
  ];
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

/** @param kept a folder with the scanner's analyses of an earlier run; absent: there are none */
export async function bare(
  product: Product,
  {confined: {scanner, deps}, database}: Bare,
  kept?: string,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const scan = async (target: string): Promise<void> => {
    const place = {layout: join(folder, target), cache: join(kept ?? folder, `cache-${target}`)};
    const databases = [{kind: VULNERABILITIES, folder: join(database, 'db')}];
    const call = {
      scanner,
      ...place,
      databases,

      vex: [],
      secretConfig: 'no-rules.yaml',
      deadlineSeconds: 300,
    };
    const scanned = await scanLayout(call, deps);
    if (!isKnown(scanned)) throw new Error(scanned.unable);
  };
  try {
    const {env = {}, folder: cwd} = product;
    await runCommand({program: 'docker', args: bakeArgs(product, folder), cwd, env});
    await Promise.all(product.targets.map(scan));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

interface Bare {
  readonly confined: Confined;
  readonly database: string;
}

/** @param kept what an earlier run has kept on the machine; absent: there was none */
export async function gate(
  {folder, definition}: Product,
  database: string,
  kept?: string,
): Promise<void> {
  const machine = kept ?? (await mkdtemp(join(tmpdir(), 'plimsoll-bench-')));
  const env = {XDG_CACHE_HOME: machine, RUNNER_TOOL_CACHE: ''};
  const reports = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const args = [
    join(root, 'dist/index.js'),
    // As one whose digest is known, which is not unpacked at each use.
    ...['--trivy-path', fromEnv('PLIMSOLL_LAB_TRIVY')],
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
    await runCommand({program: process.execPath, args, env, statuses: [0, 1]});
  } finally {
    await rm(reports, {recursive: true, force: true});
    if (kept === undefined) await rm(machine, {recursive: true, force: true});
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
  const confined = await confinedTrivy();
  await bare(product, {confined, database});
  return {
    ...row,
    name: `${row.name} over bake and two scans`,
    ours: () => gate(product, database),
    bare: () => bare(product, {confined, database}),
    end: confined.end,
  };
}

export function againRow(): Promise<Row> {
  return rowOfAgain(EXAMPLE, {name: 'second run of the example', limit: 1.5, runs: 5});
}

export function bigAgainRow(): Promise<Row> {
  const product = {...EXAMPLE, definition: 'docker-compose.before.yml'};
  return rowOfAgain(product, {name: 'second run of two large images', limit: 1.2, runs: 3});
}

/** An unchanged repository once more: all that the first run has kept is there, on both sides. */
async function rowOfAgain(
  product: Product,
  row: Pick<Row, 'name' | 'limit' | 'runs'>,
): Promise<Row> {
  const database = join(fromEnv('PLIMSOLL_LAB_CACHE'), 'bench-database');
  await prepareDatabase(database);
  const confined = await confinedTrivy();
  const [ours, theirs] = [await keptFolder(), await keptFolder()];
  await gate(product, database, ours);
  await bare(product, {confined, database}, theirs);
  return {
    ...row,
    name: `${row.name} over bake and two scans with kept analyses`,
    ours: () => gate(product, database, ours),
    bare: () => bare(product, {confined, database}, theirs),
    end: async () => {
      await confined.end();
      for (const folder of [ours, theirs]) await rm(folder, {recursive: true, force: true});
    },
  };
}

export function keptFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'plimsoll-bench-kept-'));
}
