/** What the scanner needs, fetched while the images build: memoised promises, awaited where used. */
import {findTrivy, type Trivy} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {isKnown, unable, type Known} from '../../domain/known.ts';
import type {RunTools} from '../../domain/report/make.ts';
import {messageOf} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {makeCells, type Cells} from './cell.ts';
import {fetchFirst, readDatabase, type Database} from './database.ts';

export interface Supply {
  readonly cells: Promise<Known<Cells>>;
  readonly scanner: Promise<Known<Trivy>>;
  readonly database: Promise<Known<Database>>;
  tools(): Promise<RunTools>;
}

export interface SupplyLimits {
  /** For all attempts at the database together. */
  readonly fetchSeconds: number;
  /** Between two rounds of attempts. */
  readonly pauseSeconds: number;
}

const LIMITS: SupplyLimits = {fetchSeconds: 300, pauseSeconds: 2};

/** Starts everything at once. No promise ever rejects: what failed is `unable`. */
export function startSupply(
  inputs: Pick<Inputs, 'trivyPath' | 'dbPath' | 'dbRepositories'>,
  deps: Deps,
  limits: SupplyLimits = LIMITS,
): Supply {
  const cells = knownOr('Trivy has no folder to run in', async () => ({
    value: await makeCells(deps),
  }));
  const scanner = knownOr('Trivy could not be started', async () => {
    const made = await cells;
    return isKnown(made) ? findTrivy(inputs.trivyPath ?? 'trivy', made.value.scanning, deps) : made;
  });
  const database = knownOr('The vulnerability database could not be had', async () => {
    if (inputs.dbPath !== undefined) return readDatabase(inputs.dbPath, deps);
    const [made, trivy] = [await cells, await scanner];
    if (!isKnown(made)) return made;
    if (!isKnown(trivy)) return trivy;
    const fetching = {trivy: trivy.value, cell: made.value.fetching, limits};
    return fetchFirst({...fetching, repositories: inputs.dbRepositories}, deps);
  });
  return {cells, scanner, database, tools: () => describeTools(scanner, database)};
}

/** Whatever is thrown (a full disk, mostly) becomes a sentence. */
async function knownOr<T>(failing: string, make: () => Promise<Known<T>>): Promise<Known<T>> {
  try {
    return await make();
  } catch (error) {
    return unable(`${failing}: ${messageOf(error)}.`);
  }
}

async function describeTools(
  scanner: Promise<Known<Trivy>>,
  database: Promise<Known<Database>>,
): Promise<RunTools> {
  const trivy = await scanner;
  const found = await database;
  const versions = isKnown(trivy) ? {trivy: trivy.value.version} : {};
  return isKnown(found) ? {versions, database: found.value.dates} : {versions};
}
