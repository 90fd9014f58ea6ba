/** The vulnerability database over a real registry with faults: design of the engine room, rows of "Database". */
import {existsSync, readFileSync, readdirSync, writeFileSync, chmodSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {isKnown, type Known} from '../../src/domain/known.ts';
import type {Database} from '../../src/stages/scan/database.ts';
import type {Supply} from '../../src/stages/scan/supply.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {FAULTS} from '../support/fault-rows.ts';
import {folders} from '../support/folders.ts';
import {servers} from '../support/http.ts';
import {lab} from '../support/lab.ts';
import {
  artifactOf,
  databaseOf,
  fresh,
  metadata,
  repositoryAt,
  serve,
  type Artifact,
  type Dates,
} from '../support/registry.ts';
import {DATABASE_FAULTS, type Fault} from '../support/registry-faults.ts';
import {supplyOf, type SupplyOf} from '../support/scan.ts';

lab();
const folder = folders();
const server = servers();
const made: TestDeps[] = [];
afterAll(async () => {
  for (const deps of made) await deps.cleanup.run('job');
});

interface Machine {
  readonly deps: TestDeps;
  readonly supply: Supply;
}

/** A run on a machine whose tool cache is this folder. */
function run(tools: string, given: SupplyOf, env: Record<string, string> = {}): Machine {
  const deps = testDeps({
    env: {RUNNER_TOOL_CACHE: tools, DOCKER_HOST: 'unix:///nowhere.sock', ...env},
  });
  made.push(deps);
  // No scanner is needed here, and no engine.
  return {deps, supply: supplyOf(deps, {trivyPath: '/bin/true', ...given})};
}

function valueOf(database: Known<Database>): Database {
  if (!isKnown(database)) throw new Error(database.unable);
  return database.value;
}

function reasonOf(database: Known<Database>): string {
  return isKnown(database) ? 'known' : database.unable;
}

function filesBelow(path: string): readonly string[] {
  return existsSync(path)
    ? readdirSync(path, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
        .sort()
    : [];
}

const DAY = 86_400_000;
function daysAgo(days: number): Dates {
  const updatedAt = new Date(Date.now() - days * DAY);
  return {updatedAt, nextUpdate: new Date(updatedAt.getTime() + DAY)};
}

let labDatabase: string;
let artifact: Artifact;
beforeAll(async () => {
  const {supply} = run(folder(), {});
  labDatabase = valueOf(await supply.database).folder;
  artifact = await databaseOf(labDatabase);
});

const good = () => serve({artifacts: new Map([['trivy-db', artifact]])});

describe('a database from a mirror', () => {
  it('is the one of the registry, with dates, digest and origin in the report', async () => {
    const mirror = await server(good());
    const tools = folder();
    const {supply} = run(tools, {dbRepositories: [repositoryAt(mirror)]});
    const database = valueOf(await supply.database);
    expect(readFileSync(join(database.folder, 'trivy.db'))).toEqual(
      readFileSync(join(labDatabase, 'trivy.db')),
    );
    expect((await supply.tools([])).database).toEqual({
      updatedAt: expect.stringMatching(/^20\d\d-/),
      nextUpdate: expect.stringMatching(/^20\d\d-/),
      digest: artifact.digest,
      from: repositoryAt(mirror),
    });
    expect(mirror.requests).toEqual([
      'GET /v2/trivy-db/manifests/2',
      `GET /v2/trivy-db/blobs/${artifact.layerDigest}`,
    ]);
  });

  it('is kept under its own time, and not fetched again while it is fresh', async () => {
    const mirror = await server(good());
    const tools = folder();
    const given = {dbRepositories: [repositoryAt(mirror)]};
    await run(tools, given).supply.database;
    const before = mirror.requests.length;
    const {deps, supply} = run(tools, given);
    expect(valueOf(await supply.database).digest).toBe(artifact.digest);
    expect(mirror.requests).toHaveLength(before);
    expect(filesBelow(tools)).toEqual([
      expect.stringMatching(/^plimsoll\/trivy-db\/\d{8}T\d{6}Z-[0-9a-f]{12}\/db\/metadata\.json$/),
      expect.stringMatching(/\/db\/trivy\.db$/),
      expect.stringMatching(/\/origin\.json$/),
    ]);
    await deps.cleanup.run('job');
    expect(filesBelow(tools)).toHaveLength(3);
  });

  it('that is kept and damaged is not used, and fetched again', async () => {
    const mirror = await server(good());
    const tools = folder();
    const given = {dbRepositories: [repositoryAt(mirror)]};
    const kept = valueOf(await run(tools, given).supply.database);
    writeFileSync(join(kept.folder, 'trivy.db'), 'not what it was');
    const again = valueOf(await run(tools, given).supply.database);
    expect(mirror.requests).toHaveLength(4);
    expect(readFileSync(join(again.folder, 'trivy.db')).length).toBeGreaterThan(1000);
  });

  it('that came from elsewhere is not used', async () => {
    const [one, other] = [await server(good()), await server(good())];
    const tools = folder();
    await run(tools, {dbRepositories: [repositoryAt(one)]}).supply.database;
    const found = await run(tools, {dbRepositories: [repositoryAt(other)]}).supply.database;
    expect(valueOf(found).from).toBe(repositoryAt(other));
  });

  it('is fetched anew when its makers have promised a newer one, and two are kept at most', async () => {
    const tools = folder();
    let served = await databaseOf(labDatabase, daysAgo(4));
    const mirror = await server((request, response) => {
      serve({artifacts: new Map([['trivy-db', served]])})(request, response);
    });
    const given = {dbRepositories: [repositoryAt(mirror)]};
    for (const days of [3, 2, 0]) {
      await run(tools, given).supply.database;
      served = await databaseOf(labDatabase, days === 0 ? fresh() : daysAgo(days));
    }
    const database = valueOf(await run(tools, given).supply.database);
    expect(database.digest).toBe(served.digest);
    expect(readdirSync(join(tools, 'plimsoll/trivy-db'))).toHaveLength(2);
  });

  it('is used from a temporary folder where nothing can be kept', async () => {
    const mirror = await server(good());
    const tools = join(folder({file: ''}), 'file');
    const {deps, supply} = run(tools, {dbRepositories: [repositoryAt(mirror)]});
    const {folder: found} = valueOf(await supply.database);
    expect(existsSync(join(found, 'trivy.db'))).toBe(true);
    await deps.cleanup.run('run');
    expect(existsSync(found)).toBe(false);
  });
});

describe('offline', () => {
  it('takes what is kept, however old, and asks nobody', async () => {
    const old = await databaseOf(labDatabase, daysAgo(40));
    const mirror = await server(serve({artifacts: new Map([['trivy-db', old]])}));
    const tools = folder();
    const given = {dbRepositories: [repositoryAt(mirror)]};
    await run(tools, given).supply.database;
    const before = mirror.requests.length;
    const database = await run(tools, {...given, offline: true}).supply.database;
    expect(valueOf(database).digest).toBe(old.digest);
    expect(mirror.requests).toHaveLength(before);
  });

  it('is unable where nothing is kept, and says what to do', async () => {
    const mirror = await server(good());
    const {supply} = run(folder(), {offline: true, dbRepositories: [repositoryAt(mirror)]});
    expect(reasonOf(await supply.database)).toBe(
      `No vulnerability database of ${repositoryAt(mirror)} is kept on this machine, and offline is set, so that nothing is fetched. Name a Trivy cache folder with the input db-path, or run once without offline.`,
    );
    expect(mirror.requests).toEqual([]);
  });
});

describe.each(DATABASE_FAULTS)('%s: a mirror with this fault', (id, faultOf) => {
  const words = FAULTS[id].says;
  const fault: Fault = (request, response) => faultOf(artifact)(request, response);

  it('leaves the old copy, whose age is said', async () => {
    const tools = folder();
    let broken = false;
    const old = await databaseOf(labDatabase, daysAgo(5));
    const mirror = await server((request, response) => {
      serve({artifacts: new Map([['trivy-db', old]]), ...(broken && {fault})})(request, response);
    });
    const given = {dbRepositories: [repositoryAt(mirror)], fetchSeconds: 1};
    await run(tools, given).supply.database;
    broken = true;
    const {deps, supply} = run(tools, given);
    expect(valueOf(await supply.database).digest).toBe(old.digest);
    const {notices} = await supply.tools([]);
    expect(notices.map(({message}) => message)).toEqual([
      expect.stringMatching(
        /could not be fetched \(.*; the one that was kept, 5 days old, is used\.$/s,
      ),
    ]);
    await deps.cleanup.run('run');
    expect(readdirSync(join(tools, 'plimsoll/trivy-db'))).toHaveLength(1);
  });

  it('alone is unable, with the reason and what to do, and nothing left behind', async () => {
    const tools = folder();
    const bad = await server(serveWith(fault));
    const {deps, supply} = run(tools, {dbRepositories: [repositoryAt(bad)], fetchSeconds: 1});
    const reason = reasonOf(await supply.database);
    expect(reason).toMatch(words);
    expect(reason).toContain(`${repositoryAt(bad)}: `);
    expect(reason).toMatch(/Name a registry that can be reached with the input db-repositories/);
    await deps.cleanup.run('run');
    expect(filesBelow(tools)).toEqual([]);
  });
});

function serveWith(fault: Fault) {
  return serve({artifacts: new Map([['trivy-db', artifact]]), fault});
}

it('asks a mirror again after a pause that it asks for', async () => {
  let asked = 0;
  const mirror = await server(
    serveWith((_, response) => {
      asked += 1;
      if (asked > 2) return false;
      response.writeHead(429, {'retry-after': '1'}).end();
      return true;
    }),
  );
  const start = performance.now();
  const {supply} = run(folder(), {dbRepositories: [repositoryAt(mirror)]});
  expect(reasonOf(await supply.database)).toBe('known');
  expect(performance.now() - start).toBeGreaterThan(1900);
});

it('takes no path of an archive out of its folder, and no link', async () => {
  const trivyDb = readFileSync(join(labDatabase, 'trivy.db'));
  const hostile = await artifactOf([
    {name: '../../escaped', content: 'x'},
    {name: '/trivy.db', content: 'x'},
    {name: 'metadata.json', type: 'symlink', linkname: '/etc/passwd'},
    {name: './trivy.db', content: trivyDb},
  ]);
  const mirror = await server(serve({artifacts: new Map([['trivy-db', hostile]])}));
  const tools = folder();
  const {deps, supply} = run(tools, {dbRepositories: [repositoryAt(mirror)]});
  expect(reasonOf(await supply.database)).toContain('db/metadata.json is missing');
  await deps.cleanup.run('run');
  expect(filesBelow(tools)).toEqual([]);
});

it('takes a name that comes twice for damage', async () => {
  const twice = await artifactOf([
    {name: 'metadata.json', content: metadata(fresh())},
    {name: 'metadata.json', content: metadata(fresh())},
  ]);
  const mirror = await server(serve({artifacts: new Map([['trivy-db', twice]])}));
  const {supply} = run(folder(), {dbRepositories: [repositoryAt(mirror)]});
  expect(reasonOf(await supply.database)).toContain('it has metadata.json twice');
});

describe('a mirror that asks for a login', () => {
  const USER = 'robot';
  const PASSWORD = 'canary-password-0815';
  const TOKEN = 'canary-token-of-the-registry-0816';
  const basic = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;

  /** Asks for a token; `needs` is the login that the token costs. */
  const withToken = (seen: string[], needs: string | undefined) =>
    serveWith((request, response) => {
      const {host = '', authorization} = request.headers;
      if (request.url?.startsWith('/token') === true) {
        seen.push(request.url, authorization ?? 'no login');
        if (needs !== undefined && authorization !== needs) response.writeHead(401).end();
        else response.end(JSON.stringify({token: TOKEN}));
        return true;
      }
      if (authorization === `Bearer ${TOKEN}`) return false;
      const challenge = `Bearer realm="http://${host}/token?x=1",service="the, service",scope="ignored"`;
      response.writeHead(401, {'www-authenticate': challenge}).end();
      return true;
    });
  const everything = ({deps, supply}: Machine, database: Known<Database>): Promise<string> =>
    supply.tools([]).then((tools) => JSON.stringify([database, tools, deps.recorded.lines]));

  it('gets a token without one where that is enough', async () => {
    const seen: string[] = [];
    const mirror = await server(withToken(seen, undefined));
    const {supply} = run(
      folder(),
      {dbRepositories: [repositoryAt(mirror)]},
      {DOCKER_CONFIG: folder()},
    );
    expect(reasonOf(await supply.database)).toBe('known');
    expect(seen).toEqual([
      '/token?x=1&service=the%2C+service&scope=repository%3Atrivy-db%3Apull',
      'no login',
    ]);
  });

  it.each(['auths', 'credHelpers', 'credsStore'])('gets docker’s own, from %s', async (place) => {
    const seen: string[] = [];
    const mirror = await server(withToken(seen, basic));
    const host = mirror.url.replace('http://', '');
    const bin = folder({
      'docker-credential-lab': `#!/bin/sh\nread -r server\n[ "$1 $server" = "get ${host}" ] || { echo credentials not found in native keychain; exit 1; }\necho '{"ServerURL": "x", "Username": "${USER}", "Secret": "${PASSWORD}"}'\n`,
    });
    chmodSync(join(bin, 'docker-credential-lab'), 0o755);
    const config = {
      auths: {auths: {[`https://${host}/v1/`]: {auth: basic.replace('Basic ', '')}}},
      credHelpers: {credHelpers: {[host]: 'lab'}},
      credsStore: {auths: {[host]: {}}, credsStore: 'lab'},
    }[place];
    const machine = run(
      folder(),
      {dbRepositories: [repositoryAt(mirror)]},
      {
        DOCKER_CONFIG: folder({'config.json': JSON.stringify(config)}),
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      },
    );
    const database = await machine.supply.database;
    expect(reasonOf(database)).toBe('known');
    expect(seen).toContain(basic);
    const {mask} = machine.deps.secrets;
    expect(mask(`${PASSWORD} ${TOKEN} ${basic}`)).toBe('*** *** Basic ***');
    expect(await everything(machine, database)).not.toMatch(/canary/);
  });

  it('that docker does not have says which command gives it', async () => {
    const mirror = await server(withToken([], basic));
    const machine = run(
      folder(),
      {dbRepositories: [repositoryAt(mirror)]},
      {DOCKER_CONFIG: folder({'config.json': '{"auths": 7}'})},
    );
    const host = mirror.url.replace('http://', '');
    expect(reasonOf(await machine.supply.database)).toContain(
      `it asks for a login, and docker has none for ${host} (docker login ${host})`,
    );
  });

  it('that is refused is in no output', async () => {
    const mirror = await server(withToken([], 'Basic something else'));
    const host = mirror.url.replace('http://', '');
    const config = JSON.stringify({auths: {[host]: {auth: basic.replace('Basic ', '')}}});
    const machine = run(
      folder(),
      {dbRepositories: [repositoryAt(mirror)]},
      {DOCKER_CONFIG: folder({'config.json': config})},
    );
    const database = await machine.supply.database;
    expect(reasonOf(database)).toContain(`it refused docker’s login for ${host}`);
    expect(await everything(machine, database)).not.toMatch(/canary/);
  });
});

it('ends with its run', async () => {
  const mirror = await server(serveWith(() => true));
  const {deps, supply} = run(folder(), {dbRepositories: [repositoryAt(mirror)]});
  setTimeout(() => {
    deps.abort(new Error('stopped'));
  }, 50);
  expect(reasonOf(await supply.database)).toContain('the run was stopped');
});
