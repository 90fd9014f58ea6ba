/** What the scanner needs, fetched while the images build: memoised promises, awaited where used. */
import {findTrivy, type Trivy} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {isKnown, unable, type Known} from '../../domain/known.ts';
import {JAVA, mirrorsOf, VULNERABILITIES} from '../../domain/registry/databases.ts';
import type {ReportDatabase} from '../../domain/report/database-schema.ts';
import type {RunTools} from '../../domain/report/make.ts';
import {messageOf} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {makeCells, type Cells} from './cell.ts';
import type {Database} from './database.ts';
import {findDatabase} from './fetch-database.ts';
import type {FetchLimits} from './mirrors.ts';

export interface Supply {
  readonly cells: Promise<Known<Cells>>;
  readonly scanner: Promise<Known<Trivy>>;
  readonly database: Promise<Known<Database>>;
  /** Looked for when it is asked for the first time: for images with archives of Java alone. */
  readonly javaDatabase: () => Promise<Known<Database>>;
  tools(): Promise<RunTools>;
}

type Asked = Pick<Inputs, 'trivyPath' | 'dbPath' | 'dbRepositories' | 'offline'>;

const LIMITS: FetchLimits = {fetchSeconds: 300, pauseSeconds: 2};

/** Starts everything at once. No promise ever rejects: what failed is `unable`. */
export function startSupply(inputs: Asked, deps: Deps, limits: FetchLimits = LIMITS): Supply {
  const cells = knownOr('Trivy has no folder to run in', async () => ({
    value: await makeCells(deps),
  }));
  const scanner = knownOr('Trivy could not be started', async () => {
    const made = await cells;
    return isKnown(made) ? findTrivy(inputs.trivyPath ?? 'trivy', made.value.scanning, deps) : made;
  });
  const {vulnerabilities, java} = mirrorsOf(inputs.dbRepositories);
  const {dbPath, offline} = inputs;
  const asked = {dbPath, offline, limits};
  const database = knownOr('The vulnerability database could not be had', () =>
    findDatabase({...asked, kind: VULNERABILITIES, mirrors: vulnerabilities}, deps),
  );
  let javaDatabase: Promise<Known<Database>> | undefined;
  return {
    ...{cells, scanner, database},
    javaDatabase: () => {
      javaDatabase ??= knownOr('The Java database could not be had', () =>
        findDatabase({...asked, kind: JAVA, mirrors: java}, deps),
      );
      return javaDatabase;
    },
    tools: async () => describeTools(scanner, database, await javaDatabase),
  };
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
  java: Known<Database> | undefined,
): Promise<RunTools> {
  const trivy = await scanner;
  const found = await database;
  const notices = [found, java].flatMap((one) =>
    one === undefined || !isKnown(one) || one.value.notice === undefined ? [] : [one.value.notice],
  );
  return {
    versions: isKnown(trivy) ? {trivy: trivy.value.version} : {},
    ...(isKnown(found) && {database: describe(found.value)}),
    ...(notices.length > 0 && {notices}),
  };
}

function describe({dates, digest, from}: Database): ReportDatabase {
  return {...dates, from, ...(digest !== undefined && {digest})};
}
