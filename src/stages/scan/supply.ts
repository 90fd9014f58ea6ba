/** What the scanner needs, fetched while the images build: memoised promises, awaited where used. */
import type {Scanner} from '../../clients/scanner.ts';
import type {Deps} from '../../deps.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {RunTools, ScannerFacts} from '../../domain/report/make.ts';
import {JAVA, mirrorsOf, VULNERABILITIES} from '../../domain/registry/databases.ts';
import type {ReportDatabase} from '../../domain/report/scanner-schema.ts';
import {MEMORY_BYTES} from '../../domain/supply/confinement.ts';
import {messageOf} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import type {FetchLimits as BinaryLimits} from './binary/download.ts';
import {findBinary} from './binary/index.ts';
import {makeCells, type Cells} from './cell.ts';
import type {Database} from './database.ts';
import {findDatabase} from './fetch-database.ts';
import type {FetchLimits} from './mirrors.ts';
import {findGround, makeScanner, type MadeScanner} from './scanner/index.ts';

export interface Supply {
  readonly cells: Promise<Known<Cells>>;
  readonly scanner: Promise<Known<SuppliedScanner>>;
  readonly database: Promise<Known<Database>>;
  /** Looked for when it is asked for the first time: for images with archives of Java alone. */
  readonly javaDatabase: () => Promise<Known<Database>>;
  tools(): Promise<RunTools>;
}

export interface SuppliedScanner extends MadeScanner {
  readonly isVerified: boolean;
  /** Of how its program came. */
  readonly notices: readonly string[];
}

/** Those of the databases, each by itself, and of the binary. */
export interface SupplyLimits extends FetchLimits {
  readonly binary: BinaryLimits;
  /** Of one scan. */
  readonly memoryBytes: number;
}

const LIMITS: SupplyLimits = {
  ...{fetchSeconds: 300, pauseSeconds: 2, memoryBytes: MEMORY_BYTES},
  binary: {seconds: 300, pauses: [1, 3, 9]},
};

type DatabaseInputs = 'dbPath' | 'dbRepositories' | 'offline';

export interface SupplyAsk {
  readonly inputs: Pick<Inputs, 'trivy' | DatabaseInputs>;
  /** What holds everything up: the engine is asked nothing for the scanner until it has ended. */
  readonly first?: Promise<unknown>;
}

/** Fetching starts at once. No promise ever rejects: what failed is `unable`. */
export function startSupply(
  {inputs, first}: SupplyAsk,
  deps: Deps,
  limits: SupplyLimits = LIMITS,
): Supply {
  const cells = knownOr('Trivy has no folder to run in', async () => ({
    value: await makeCells(deps),
  }));
  const scanner = knownOr('Trivy could not be started', async () => {
    const binary = findBinary(inputs.trivy, limits.binary, deps);
    await Promise.allSettled([first]);
    return makeSupplied({cells: await cells, binary, limits}, deps);
  });
  const databases = startDatabases(inputs, limits, deps);
  const facts = {scanner, memoryBytes: limits.memoryBytes};
  return {cells, scanner, ...databases, tools: () => describeTools(facts, databases)};
}

type Databases = Pick<Supply, 'database' | 'javaDatabase'> & {
  /** The Java database, once it was asked for. */
  readonly java: () => Promise<Known<Database>> | undefined;
};

function startDatabases(
  {dbPath, dbRepositories, offline}: Pick<Inputs, DatabaseInputs>,
  limits: FetchLimits,
  deps: Deps,
): Databases {
  const {vulnerabilities, java: mirrors} = mirrorsOf(dbRepositories);
  const asked = {dbPath, offline, limits};
  let java: Promise<Known<Database>> | undefined;
  return {
    database: knownOr('The vulnerability database could not be had', () =>
      findDatabase({...asked, kind: VULNERABILITIES, mirrors: vulnerabilities}, deps),
    ),
    javaDatabase: () => {
      java ??= knownOr('The Java database could not be had', () =>
        findDatabase({...asked, kind: JAVA, mirrors}, deps),
      );
      return java;
    },
    java: () => java,
  };
}

interface Supplying {
  readonly cells: Known<Cells>;
  readonly binary: ReturnType<typeof findBinary>;
  readonly limits: SupplyLimits;
}

async function makeSupplied(
  {cells, binary, limits: {memoryBytes}}: Supplying,
  deps: Deps,
): Promise<Known<SuppliedScanner>> {
  if (!isKnown(cells)) return cells;
  const cell = cells.value.scanning;
  const [found, ground] = await Promise.all([
    binary,
    findGround({cells: cells.value, memoryBytes}, deps),
  ]);
  if (!isKnown(found)) return found;
  const {path, isVerified, notices} = found.value;
  const made = await makeScanner({program: path, cell, ground}, deps);
  return isKnown(made) ? known({...made.value, isVerified, notices}) : made;
}

/** What every scan needs. */
export interface SuppliedTools {
  /** Ours, for the cache folders of all scans. */
  readonly folder: string;
  readonly scanner: Scanner;
  readonly database: Database;
}

/** All of them; `unable` with the reason of the first that is not there. */
export async function suppliedTools(
  supply: Pick<Supply, 'cells' | 'scanner' | 'database'>,
): Promise<Known<SuppliedTools>> {
  const [cells, made, database] = await Promise.all([
    supply.cells,
    supply.scanner,
    supply.database,
  ]);
  if (!isKnown(cells)) return cells;
  if (!isKnown(made)) return made;
  if (!isKnown(database)) return database;
  const {folder} = cells.value.scanning;
  return known({folder, scanner: made.value.scanner, database: database.value});
}

/** Whatever is thrown (a full disk, mostly) becomes a sentence. */
async function knownOr<T>(failing: string, make: () => Promise<Known<T>>): Promise<Known<T>> {
  try {
    return await make();
  } catch (error) {
    return unable(`${failing}: ${messageOf(error)}.`);
  }
}

interface ScannerState {
  readonly scanner: Promise<Known<SuppliedScanner>>;
  readonly memoryBytes: number;
}

async function describeTools(
  {scanner, memoryBytes}: ScannerState,
  {database, java}: Databases,
): Promise<RunTools> {
  const found = await scanner;
  const judgedBy = await database;
  const facts = isKnown(found) ? scannerFacts(found.value, memoryBytes) : undefined;
  return {
    versions: isKnown(found) ? {trivy: found.value.scanner.version} : {},
    ...(facts === undefined ? {} : {scanner: facts}),
    ...(isKnown(judgedBy) ? {database: describe(judgedBy.value)} : {}),
    notices: [
      ...(isKnown(found) ? noticesOf(found.value) : []),
      ...[judgedBy, await java()].flatMap(databaseNotice),
    ],
  };
}

function describe({dates, digest, from}: Database): ReportDatabase {
  return {...dates, from, ...(digest !== undefined && {digest})};
}

function databaseNotice(database: Known<Database> | undefined): RunTools['notices'] {
  if (database === undefined || !isKnown(database)) return [];
  const {notice} = database.value;
  return notice === undefined ? [] : [{from: 'database', message: notice}];
}

function scannerFacts({isVerified, bare}: SuppliedScanner, memoryBytes: number): ScannerFacts {
  return {
    verified: isVerified,
    confined: bare === undefined,
    ...(bare === undefined ? {memoryBytes} : {}),
  };
}

function noticesOf({isVerified, bare, notices}: SuppliedScanner): RunTools['notices'] {
  const words = [
    ...notices,
    ...(isVerified
      ? []
      : ['Trivy is not verified: its digest is none of those in the source of Plimsoll.']),
    ...(bare === undefined
      ? []
      : [
          `Trivy ran not confined, as a process of its own in an empty folder with listed variables: ${bare}.`,
        ]),
  ];
  return words.map((message) => ({from: 'scanner', message}));
}
