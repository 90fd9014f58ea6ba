/** What the scanner needs, fetched while the images build: memoised promises, awaited where used. */
import {join} from 'node:path';
import {fetchDatabase, findTrivy, type Cell, type Trivy} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {parseDatabaseDates} from '../../domain/findings/schema.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {RunTools} from '../../domain/report/make.ts';
import type {Inputs} from '../../inputs.ts';

export interface Database {
  /** Absolute: holds `trivy.db` and `metadata.json`; shared read-only. */
  readonly folder: string;
  readonly updatedAt?: string;
  readonly nextUpdate?: string;
}

export interface Supply {
  readonly cell: Promise<Cell>;
  readonly scanner: Promise<Known<Trivy>>;
  readonly database: Promise<Known<Database>>;
  tools(): Promise<RunTools>;
}

const LARGEST_METADATA = 64 * 1024;
/** What Trivy may know of its surroundings: nothing of the job's but how to reach a mirror. */
const PASSED = [
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'DOCKER_CONFIG',
];

export function startSupply(inputs: Inputs, deps: Deps): Supply {
  const cell = makeCell(deps);
  const scanner = cell.then((made) => findTrivy(inputs.trivyPath ?? 'trivy', made, deps));
  const database = findDatabase({inputs, cell, scanner}, deps);
  return {cell, scanner, database, tools: () => describeTools(scanner, database)};
}

/** An empty folder, and an environment of listed names. PATH, so that `trivy` is found by its name. */
async function makeCell(deps: Deps): Promise<Cell> {
  const folder = await deps.files.makeTemporary('plimsoll-scan', 'run');
  const {env} = deps.workflow;
  const passed = PASSED.flatMap((name) =>
    env[name] === undefined ? [] : [[name, env[name]] as const],
  );
  await deps.files.write(join(folder, 'no-ignores'), '');
  await deps.files.write(join(folder, 'no-config.yaml'), '');
  return {
    folder,
    env: {...Object.fromEntries(passed), PATH: env['PATH'] ?? '', HOME: folder, TMPDIR: folder},
  };
}

interface DatabaseSearch {
  readonly inputs: Inputs;
  readonly cell: Promise<Cell>;
  readonly scanner: Promise<Known<Trivy>>;
}

async function findDatabase(
  {inputs, cell, scanner}: DatabaseSearch,
  deps: Deps,
): Promise<Known<Database>> {
  if (inputs.dbPath !== undefined) return readDatabase(inputs.dbPath, deps);
  const trivy = await scanner;
  if (!isKnown(trivy)) return trivy;
  const cache = await deps.files.makeTemporary('plimsoll-db', 'run');
  const fetched = await fetchDatabase(
    {trivy: trivy.value, cell: await cell, cache, repositories: inputs.dbRepositories},
    deps,
  );
  return isKnown(fetched) ? readDatabase(cache, deps) : fetched;
}

async function readDatabase(cache: string, deps: Deps): Promise<Known<Database>> {
  const folder = join(cache, 'db');
  if ((await deps.files.stat(join(folder, 'trivy.db')))?.kind !== 'file') {
    return unable(
      `There is no vulnerability database in ${cache} (db/trivy.db is missing); the input db-path names a Trivy cache folder that has one.`,
    );
  }
  const metadata = await deps.files
    .readText(join(folder, 'metadata.json'), LARGEST_METADATA)
    .catch(() => '');
  return known({folder, ...parseDatabaseDates(metadata)});
}

async function describeTools(
  scanner: Promise<Known<Trivy>>,
  database: Promise<Known<Database>>,
): Promise<RunTools> {
  const trivy = await scanner;
  const found = await database;
  const versions = isKnown(trivy) ? {trivy: trivy.value.version} : {};
  if (!isKnown(found)) return {versions};
  const {updatedAt, nextUpdate} = found.value;
  return {
    versions,
    database: {
      ...(updatedAt === undefined ? {} : {updatedAt}),
      ...(nextUpdate === undefined ? {} : {nextUpdate}),
    },
  };
}
