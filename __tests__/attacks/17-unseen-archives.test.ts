/**
 * Attacker: whoever changes the Dockerfile. In hand: how our reader and the scanner read layers. Must not
 * get: a pass for an archive of Java that only one of the two sees.
 */
import {afterAll, describe, expect, it} from '@jest/globals';
import type {Scanned} from '../../src/domain/examined/examined.ts';
import type {ScanFacts} from '../../src/domain/findings/facts.ts';
import {isKnown} from '../../src/domain/known.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {servers} from '../support/http.ts';
import {JAR} from '../support/jar.ts';
import {lab} from '../support/lab.ts';
import {tarOf, writeLayout, type LayerOf} from '../support/layouts.ts';
import {repositoryAt, serve} from '../support/registry.ts';
import {imageFacts, planned, scanOf, supplyOf} from '../support/scan.ts';

lab();
const folder = folders();
const server = servers();
const deps = testDeps();
const supply = supplyOf(deps);
afterAll(() => deps.cleanup.run('job'));

const LOG4J = 'CVE-2021-44228';

function factsOf({facts}: Scanned): ScanFacts {
  if (!isKnown(facts)) throw new Error(facts.unable);
  return facts.value;
}

async function layoutOf(...layers: readonly LayerOf[]) {
  const path = folder();
  await writeLayout(path, {layers});
  return {image: planned(), path};
}

async function look(layers: readonly LayerOf[]): Promise<ScanFacts> {
  const layout = await layoutOf(...layers);
  const {facts} = await readImage(layout, {spare: folder()}, deps);
  return factsOf(await scanOf({deps, supply, layout, facts}));
}

async function withJar(path: string): Promise<{readonly tar: Buffer}> {
  return {tar: await tarOf([{name: path, content: JAR}])};
}

describe('an archive that our own look does not see', () => {
  it('is found by the scanner, which asks for the database of Java by its own ending', async () => {
    const layout = await layoutOf(await withJar('app/app.jar'));
    const facts = {value: imageFacts()};
    const found = factsOf(await scanOf({deps, supply, layout, facts}));
    expect(found.findings.map(({id}) => id)).toContain(LOG4J);
    expect(found.gaps).toBeUndefined();
  });

  it('is said where that database is not to be had, and is no pass', async () => {
    const mirror = await server(serve({artifacts: new Map()}));
    const dbRepositories = [lab().dbRepositories, repositoryAt(mirror, 'trivy-java-db:1')];
    const layout = await layoutOf(await withJar('app/app.JAR'));
    const facts = {value: imageFacts()};
    const without = supplyOf(deps, {dbRepositories});
    const found = factsOf(await scanOf({deps, supply: without, layout, facts}));
    expect(found.gaps?.map(({sentence}) => sentence)).toEqual([
      expect.stringMatching(/^Java archives were not looked at\. /),
    ]);
    expect(found.nothingKnown).toBeUndefined();
  });
});

describe('an archive that the scanner does not see', () => {
  it('under a second name is not judged, and said so', async () => {
    const {tar} = await withJar('app/library.bin');
    const link = await tarOf([{name: 'app/app.jar', type: 'link', linkname: 'app/library.bin'}]);
    const facts = await look([{tar: Buffer.concat([tar.subarray(0, -1024), link])}]);
    expect(facts.findings).toEqual([]);
    expect(facts.gaps).toEqual([
      {sentence: expect.stringContaining('app/app.jar'), unjudged: 'unseen files'},
    ]);
  });

  it('of which the scanner sees the first name is judged', async () => {
    const {tar} = await withJar('app/a.jar');
    const link = await tarOf([{name: 'app/b.jar', type: 'link', linkname: 'app/a.jar'}]);
    const facts = await look([{tar: Buffer.concat([tar.subarray(0, -1024), link])}]);
    expect(facts.findings.map(({id}) => id)).toContain(LOG4J);
    expect(facts.gaps).toBeUndefined();
  });

  it('is none where a later layer deletes it, its folder, or all that is in it', async () => {
    for (const name of ['app/.wh.app.jar', '.wh.app', 'app/.wh..wh..opq']) {
      const facts = await look([await withJar('app/app.jar'), {entries: [{name}]}]);
      expect([facts.findings, facts.gaps]).toEqual([[], undefined]);
    }
  });
});
