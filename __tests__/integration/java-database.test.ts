/** The Java database: fetched when an image holds archives, and what is said when it is not to be had. */
import {cpSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import type {Scanned} from '../../src/domain/examined/examined.ts';
import type {Layout} from '../../src/domain/layout.ts';
import type {ScanFacts} from '../../src/domain/findings/facts.ts';
import {isKnown} from '../../src/domain/known.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {servers} from '../support/http.ts';
import {JAR} from '../support/jar.ts';
import {lab} from '../support/lab.ts';
import {writeLayout} from '../support/layouts.ts';
import {repositoryAt, serve} from '../support/registry.ts';
import {
  buildLayout,
  contents,
  imageFacts,
  planned,
  scanOf,
  supplyOf,
  type SupplyOf,
} from '../support/scan.ts';

lab();
const folder = folders();
const server = servers();
const made: TestDeps[] = [];
afterAll(async () => {
  for (const deps of made) await deps.cleanup.run('job');
});

let layout: Layout;
beforeAll(() => {
  const context = folder({Dockerfile: 'FROM debian:bookworm-slim\nCOPY app.jar /app/app.jar\n'});
  writeFileSync(join(context, 'app.jar'), JAR);
  layout = buildLayout(context);
});

function factsOf(scanned: Scanned): ScanFacts {
  if (!isKnown(scanned.facts)) throw new Error(scanned.facts.unable);
  return scanned.facts.value;
}

async function scan(given: SupplyOf, jars: readonly string[] = ['app/app.jar']) {
  const deps = testDeps();
  made.push(deps);
  const supply = supplyOf(deps, given);
  const facts = {value: imageFacts({contents: contents({jars})})};
  return {facts: factsOf(await scanOf({deps, supply, layout, facts})), supply};
}

it('names an archive that says nothing of itself, and its vulnerabilities', async () => {
  const {facts} = await scan({});
  expect(facts).not.toHaveProperty('gaps');
  expect(facts.notLookedAt).toEqual([]);
  expect(facts.packages).toContainEqual(
    expect.objectContaining({name: 'org.apache.logging.log4j:log4j-core', version: '2.14.1'}),
  );
  expect(facts.findings.find(({id}) => id === 'CVE-2021-44228')).toMatchObject({
    ...{severity: 'critical', fixed: '2.15.0', status: 'fixed'},
    members: [{path: 'app/app.jar'}],
  });
});

it('is not asked for by an image without archives', async () => {
  const mirror = await server(serve({artifacts: new Map()}));
  const dbRepositories = [lab().dbRepositories, repositoryAt(mirror, 'trivy-java-db:1')];
  const path = folder();
  await writeLayout(path, {layers: [{entries: [{name: 'app/app.txt', content: 'x'}]}]});
  const deps = testDeps();
  made.push(deps);
  const supply = supplyOf(deps, {dbRepositories});
  factsOf(await scanOf({deps, supply, layout: {image: planned(), path}}));
  expect(mirror.requests).toEqual([]);
});

it('is taken from a folder that is given, or missed there', async () => {
  const {supply} = await scan({});
  const [database, java] = [await supply.database, await supply.javaDatabase()];
  if (!isKnown(database) || !isKnown(java)) throw new Error('The lab has no databases.');
  const cache = folder();
  cpSync(database.value.folder, join(cache, 'db'), {recursive: true});
  const without = await scan({dbPath: cache});
  expect(without.facts.gaps?.[0]?.sentence).toContain(
    `There is no Java database in ${cache} (java-db/trivy-java.db is missing)`,
  );
  cpSync(java.value.folder, join(cache, 'java-db'), {recursive: true});
  const whole = await scan({dbPath: cache});
  expect(whole.facts.gaps).toBeUndefined();
  expect(whole.facts.findings.map(({id}) => id)).toContain('CVE-2021-44228');
});
