/**
 * One scan of a layout in the container that the product makes, over the same scan as a bare process:
 * the same arguments, each with a cache folder of its own and no analyses in it.
 */
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {scanLayout} from '../../src/clients/trivy.ts';
import type {Sandbox} from '../../src/clients/bare-trivy.ts';
import type {Scanner} from '../../src/clients/scanner.ts';
import type {Deps} from '../../src/deps.ts';
import {isKnown} from '../../src/domain/known.ts';
import {VULNERABILITIES} from '../../src/domain/registry/databases.ts';
import {MEMORY_BYTES} from '../../src/domain/supply/confinement.ts';
import {liveDeps} from '../../src/platform/live-deps.ts';
import {makeSandbox} from '../../src/stages/scan/sandbox.ts';
import {bareScanner} from '../../src/stages/scan/scanner/bare.ts';
import {findGround, makeScanner} from '../../src/stages/scan/scanner/index.ts';
import {syntheticLayout} from './layouts.ts';
import {fromEnv, runCommand, type Row} from './measure.ts';

export interface Confined {
  readonly deps: Deps;
  readonly cell: Sandbox;
  readonly scanner: Scanner;
  /** What was made for it goes. */
  readonly end: () => Promise<unknown>;
}

/** The lab's Trivy in a container, as the product runs it. */
export async function confinedTrivy(): Promise<Confined> {
  const deps = await liveDeps();
  const cells = await makeSandbox(deps);
  const cell = cells.sandbox;
  const path = await deps.files.realPath(fromEnv('PLIMSOLL_LAB_TRIVY'));
  const ground = await findGround({cells, memoryBytes: MEMORY_BYTES}, deps);
  const made = await makeScanner({program: path, sandbox: cell, ground}, deps);
  if (!isKnown(made) || made.value.bare() !== undefined)
    throw new Error(`The scanner is not confined: ${JSON.stringify(made)}`);
  return {deps, cell, scanner: made.value.scanner, end: () => deps.cleanup.run('job')};
}

/** And what must be removed afterwards. */
export async function scanRow(): Promise<Row & {readonly end: () => Promise<unknown>}> {
  const {deps, cell, scanner, end} = await confinedTrivy();
  const database = join(fromEnv('PLIMSOLL_LAB_CACHE'), 'bench-database');
  await prepareDatabase(database);
  const layout = await syntheticLayout(
    join(fromEnv('PLIMSOLL_LAB_CACHE'), 'bench-layouts', 'an-image-of-450-MB'),
    {layers: 6, filesPerLayer: 1500, bytesPerFile: 50_000, noise: 0.45},
  );
  const scan = (by: Scanner) => () => scanOnce(by, {deps, layout, cell, database});
  return {
    name: 'confined scan over unconfined, an image of 450 MB',
    limit: 1.6,
    runs: 7,
    ours: scan(scanner),
    bare: scan(bareScanner({program: scanner.program, sandbox: cell}, deps)),
    end,
  };
}

interface Scanning {
  readonly deps: Deps;
  readonly layout: string;
  readonly cell: {readonly folder: string};
  readonly database: string;
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

async function scanOnce(scanner: Scanner, {deps, layout, cell, database}: Scanning): Promise<void> {
  const cache = join(cell.folder, 'scan');
  const databases = [{kind: VULNERABILITIES, folder: join(database, 'db')}];
  const scanned = await scanLayout(
    {
      scanner,
      layout,
      cache,
      databases,
      vex: [],
      secretConfig: 'no-rules.yaml',
      deadlineSeconds: 120,
    },
    deps,
  );
  if (!isKnown(scanned)) throw new Error(scanned.unable);
  await rm(cache, {recursive: true});
}
