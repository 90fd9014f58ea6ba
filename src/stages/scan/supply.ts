/** What the scanner needs, fetched while the images build: memoised promises, awaited where used. */
import type {Scanner} from '../../clients/scanner.ts';
import type {Deps} from '../../deps.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {Scanned} from '../../domain/examined/examined.ts';
import type {RunTools} from '../../domain/report/make.ts';
import {JAVA, databaseMirrors, VULNERABILITIES} from '../../domain/registry/databases.ts';
import {MEMORY_BYTES} from '../../domain/supply/confinement.ts';
import {errorMessage} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import type {DownloadLimits as BinaryLimits} from './binary/download.ts';
import {findBinary, type Binary} from './binary/index.ts';
import {makeSandbox, type ScanSandbox} from './sandbox.ts';
import type {Database} from './database.ts';
import {describeTools} from './describe.ts';
import type {CacheStore} from '../cache/cache-store.ts';
import {findDatabase, type DatabaseRequest} from './fetch-database.ts';
import type {FetchLimits} from './mirrors.ts';
import {findGround, makeScanner, type MadeScanner} from './scanner/index.ts';

export interface Supply {
  readonly sandbox: Promise<Known<ScanSandbox>>;
  readonly binary: Promise<Known<Binary>>;
  /** Prepared when it is asked for the first time: where an earlier answer holds, no scan needs it. */
  readonly scanner: () => Promise<Known<MadeScanner>>;
  readonly database: Promise<Known<Database>>;
  /** Looked for when it is asked for the first time: for images with archives of Java alone. */
  readonly javaDatabase: () => Promise<Known<Database>>;
  /** @param scans of this run: they know the scanner's version, and where it could run */
  tools(scans: readonly Pick<Scanned, 'scanner'>[]): Promise<RunTools>;
  /** After the last scan. */
  end(): Promise<void>;
}

/** Those of the databases, each by itself, and of the binary. */
export interface SupplyLimits extends FetchLimits {
  readonly binary: BinaryLimits;
  /** Of one scan. */
  readonly memoryBytes: number;
}

const LIMITS: SupplyLimits = {
  fetchSeconds: 300,
  pauseSeconds: 2,
  memoryBytes: MEMORY_BYTES,
  binary: {seconds: 300, pauses: [1, 3, 9]},
};

type DatabaseInputs = 'dbPath' | 'dbRepositories' | 'offline';

export interface SupplyRequest {
  readonly inputs: Pick<Inputs, 'trivy' | DatabaseInputs>;
  /** What holds everything up: nothing is done for the scanner until it has ended. */
  readonly first?: Promise<unknown>;
  /** What other runs have kept; absent: nothing. */
  readonly cacheStore?: CacheStore;
}

/** Fetching starts at once. No promise ever rejects: what failed is `unable`. */
export function startSupply(
  {inputs, first, cacheStore}: SupplyRequest,
  deps: Deps,
  limits: SupplyLimits = LIMITS,
): Supply {
  const cells = knownOr('Trivy has no folder to run in', async () => ({
    value: await makeSandbox(deps),
  }));
  const {memoryBytes} = limits;
  const binary = knownOr('Trivy could not be had', async () => {
    await Promise.allSettled([first]);
    return findBinary(inputs.trivy, {limits: limits.binary, cacheStore}, deps);
  });
  const scanner = onDemand('Trivy could not be started', async () => {
    await Promise.allSettled([first]);
    return prepareScanner({cells: await cells, binary, memoryBytes}, deps);
  });
  const {database, java} = startDatabases(inputs, {limits, cacheStore}, deps);
  return {
    sandbox: cells,
    binary,
    database,
    scanner: scanner.get,
    javaDatabase: java.get,
    tools: async (scans) =>
      describeTools(scans, {
        binary: await binary,
        scanner: await scanner.asked(),
        memoryBytes,
        database: await database,
        java: await java.asked(),
      }),
    end: async () => {
      const made = await scanner.asked();
      if (made !== undefined && isKnown(made)) await made.value.end();
    },
  };
}

interface OnDemand<T> {
  readonly get: () => Promise<Known<T>>;
  /** Undefined: nobody has asked for it until now. */
  readonly asked: () => Promise<Known<T>> | undefined;
}

function onDemand<T>(failing: string, make: () => Promise<Known<T>>): OnDemand<T> {
  let made: Promise<Known<T>> | undefined;
  return {get: () => (made ??= knownOr(failing, make)), asked: () => made};
}

interface Databases {
  readonly database: Promise<Known<Database>>;
  readonly java: OnDemand<Database>;
}

function startDatabases(
  {dbPath, dbRepositories, offline}: Pick<Inputs, DatabaseInputs>,
  sources: Pick<DatabaseRequest, 'limits' | 'cacheStore'>,
  deps: Deps,
): Databases {
  const {vulnerabilities, java: mirrors} = databaseMirrors(dbRepositories);
  const asked = {dbPath, offline, ...sources};
  return {
    database: knownOr('The vulnerability database could not be had', () =>
      findDatabase({...asked, kind: VULNERABILITIES, mirrors: vulnerabilities}, deps),
    ),
    java: onDemand('The Java database could not be had', () =>
      findDatabase({...asked, kind: JAVA, mirrors}, deps),
    ),
  };
}

interface Preparing {
  readonly cells: Known<ScanSandbox>;
  readonly binary: Supply['binary'];
  readonly memoryBytes: number;
}

async function prepareScanner(
  {cells, binary, memoryBytes}: Preparing,
  deps: Deps,
): Promise<Known<MadeScanner>> {
  if (!isKnown(cells)) return cells;
  const cell = cells.value.sandbox;
  const [found, ground] = await Promise.all([
    binary,
    findGround({cells: cells.value, memoryBytes}, deps),
  ]);
  if (!isKnown(found)) return found;
  return makeScanner({program: found.value.path, sandbox: cell, ground}, deps);
}

/** What every scan needs. */
export interface SuppliedTools {
  /** Ours, for the cache folders of all scans. */
  readonly folder: string;
  readonly scanner: Scanner;
  /** `unable`: secrets are looked for without it. */
  readonly database: Known<Database>;
}

/** `unable` where there is no scanner. */
export async function suppliedTools(
  supply: Pick<Supply, 'sandbox' | 'scanner' | 'database'>,
): Promise<Known<SuppliedTools>> {
  const [cells, made, database] = await Promise.all([
    supply.sandbox,
    supply.scanner(),
    supply.database,
  ]);
  if (!isKnown(cells)) return cells;
  if (!isKnown(made)) return made;
  const {folder} = cells.value.sandbox;
  return known({folder, scanner: made.value.scanner, database});
}

/** Whatever is thrown (a full disk, mostly) becomes a sentence. */
async function knownOr<T>(failing: string, make: () => Promise<Known<T>>): Promise<Known<T>> {
  try {
    return await make();
  } catch (error) {
    return unable(`${failing}: ${errorMessage(error)}.`);
  }
}
