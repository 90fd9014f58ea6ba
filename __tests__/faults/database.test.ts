/** Faults of the databases and their mirrors, through the whole gate. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect} from '@jest/globals';
import {isKnown} from '../../src/domain/known.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {fault, type Place} from '../support/faults.ts';
import {FILES, gateIn, within, type Gated} from '../support/fault-gate.ts';
import {folders} from '../support/folders.ts';
import {servers, type TestServer} from '../support/http.ts';
import {JAR} from '../support/jar.ts';
import {lab} from '../support/lab.ts';
import {databaseOf, repositoryAt, serve, type Artifact} from '../support/registry.ts';
import {DATABASE_FAULTS} from '../support/registry-faults.ts';
import {supplyOf} from '../support/scan.ts';

lab();
const folder = folders();
const server = servers();
const made: TestDeps[] = [];
afterAll(async () => {
  for (const deps of made) await deps.cleanup.run('job');
});

const DAY = 86_400_000;
/** Where nobody listens: no server of a test gets so high a port. */
const NOBODY = '127.0.0.1:65533/trivy-db:2';

let labDatabase: string;
let artifact: Artifact;
beforeAll(async () => {
  const deps = testDeps();
  made.push(deps);
  const database = await supplyOf(deps, {trivyPath: '/bin/true'}).database;
  if (!isKnown(database)) throw new Error(database.unable);
  labDatabase = database.value.folder;
  artifact = await databaseOf(labDatabase);
});

interface Ask {
  readonly repositories: readonly string[];
  readonly tools?: string;
  readonly work?: string;
}

function gate(place: Place, {repositories, tools, work}: Ask): Promise<Gated> {
  return gateIn(place, {
    work: work ?? folder(FILES),
    args: [`--db-repositories=${repositories.join(',')}`],
    env: {RUNNER_TOOL_CACHE: tools ?? folder()},
    change: within(1),
  });
}

const seenBy = (mirror: TestServer): string => `${mirror.url} (${mirror.requests.length} requests)`;

for (const [id, faultOf] of DATABASE_FAULTS)
  fault(id, async (place) => {
    const artifacts = new Map([['trivy-db', artifact]]);
    const bad = await server(serve({artifacts, fault: faultOf(artifact)}));
    const good = await server(serve({artifacts}));
    const gated = await gate(place, {repositories: [repositoryAt(bad), repositoryAt(good)]});
    expect(gated.report.runs[0]?.database?.from).toBe(repositoryAt(good));
    return {...gated, on: seenBy(bad)};
  });

fault('db-dead-old', async (place) => {
  const updatedAt = new Date(Date.now() - 2.5 * DAY);
  const nextUpdate = new Date(updatedAt.getTime() + DAY);
  const old = await databaseOf(labDatabase, {updatedAt, nextUpdate});
  let isDead = false;
  const artifacts = new Map([['trivy-db', old]]);
  const dies = await server((request, response) => {
    if (isDead) request.socket.destroy();
    else serve({artifacts})(request, response);
  });
  const ask = {repositories: [repositoryAt(dies), NOBODY], tools: folder()};
  await gate(place, ask);
  isDead = true;
  const gated = await gate(place, ask);
  expect(gated.report.runs[0]?.database).toMatchObject({
    updatedAt: updatedAt.toISOString(),
    digest: old.digest,
  });
  return {...gated, on: seenBy(dies)};
});

fault('db-dead-none', async (place) => {
  const dead = await server((request) => request.socket.destroy());
  const gated = await gate(place, {repositories: [repositoryAt(dead), NOBODY]});
  return {...gated, on: seenBy(dead)};
});

fault('java-db-missing', async (place) => {
  const mirror = await server(serve({artifacts: new Map([['trivy-db', artifact]])}));
  const work = folder({...FILES, Dockerfile: `${FILES.Dockerfile}COPY app.jar /app/app.jar\n`});
  writeFileSync(join(work, 'app.jar'), JAR);
  const gated = await gate(place, {repositories: [repositoryAt(mirror)], work});
  // The rest was judged all the same.
  expect(gated.report.images[0]?.findings?.map(({id}) => id)).toContain('CVE-2023-45853');
  return {...gated, on: seenBy(mirror)};
});
