import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import type {Examined} from '../../../src/domain/examined/examined.ts';
import type {AttributedFinding, Finding, Member} from '../../../src/domain/findings/facts.ts';
import type {ImageFacts, LayerFacts} from '../../../src/domain/image/facts.ts';
import {known} from '../../../src/domain/known.ts';
import {attribute} from '../../../src/stages/attribute/index.ts';
import {listContexts} from '../../../src/stages/plan/contexts.ts';
import {readLockfiles} from '../../../src/stages/attribute/lockfiles.ts';
import {testDeps} from '../../support/deps.ts';
import {finding} from '../../support/evidence.ts';
import {folders} from '../../support/folders.ts';
import {copyStep, fromContext, fromImage, provenanceOf, runStep} from '../../support/provenance.ts';
import {imageFacts, planned} from '../../support/scan.ts';

const folder = folders();
const DOCKERFILE = 'FROM node\nWORKDIR /app\nCOPY yarn.lock ./\nRUN yarn\nRUN apt-get install x\n';
const LAYERS = ['sha256:base', 'sha256:lock', 'sha256:yarn', 'sha256:apt'];

const layer = (digest: string): LayerFacts => ({
  ...{digest, diffId: digest, entries: 1, downloadBytes: 1, unpackedBytes: 1},
});

const PROVENANCE = provenanceOf(DOCKERFILE, [
  {op: fromImage('node'), line: 1, layers: LAYERS.slice(0, 1)},
  {op: fromContext()},
  {op: copyStep('/yarn.lock'), inputs: [0, 1], line: 3, layers: LAYERS.slice(0, 2)},
  {op: runStep('yarn'), inputs: [2], line: 4, layers: LAYERS.slice(0, 3)},
  {op: runStep('apt-get install x'), inputs: [3], line: 5, layers: LAYERS},
]);

const member = (diffId: string, version = '1.0.0'): Member => ({
  ...{package: 'a', version, diffId},
  purl: `pkg:npm/a@${version}`,
});

/** A finding with these members, in an image that was built in the folder `apps/web` of the repository. */
async function place(
  members: readonly Member[],
  lock = '\na@^1:\n  version "1.0.0"\n',
): Promise<AttributedFinding> {
  const repository = folder({'apps/web/yarn.lock': lock, 'apps/web/Dockerfile': DOCKERFILE});
  const contextPath = join(repository, 'apps/web');
  const image = {...planned('web', DOCKERFILE), contextPath, dockerfile: 'apps/web/Dockerfile'};
  const facts: ImageFacts = {...imageFacts(), layers: LAYERS.map(layer)};
  const found: Finding = {...finding(), members};
  const scanned: Examined['scanned'] = {
    facts: known({
      ...{packages: [], findings: [found], secrets: [], advisories: new Map(), notLookedAt: []},
    }),
    ...{attachments: [], notices: []},
  };
  const deps = testDeps();
  const built = {provenance: new Map([[image.id, PROVENANCE]])};
  const plan = {images: [image], repository};
  const lockfiles = await readLockfiles({plan, built, contexts: listContexts(deps)}, deps);
  const examined: Examined = {image, state: 'built', facts: known(facts), scanned, unowned: []};
  const [attributed] = attribute([examined], {built, lockfiles});
  const [placed] = attributed?.findings ?? [];
  if (placed === undefined) throw new Error('The finding got lost.');
  return placed;
}

const LOCKFILE = {file: 'apps/web/yarn.lock', startLine: 2};
const onLine = (line: number): object => ({
  ...{file: 'apps/web/Dockerfile', startLine: line, endLine: line},
});

describe('a package of a language', () => {
  it('sits on the line of the lockfile that pins it, and then on the line that brought it in', async () => {
    expect(await place([member('sha256:yarn')])).toMatchObject({
      base: false,
      places: [LOCKFILE, onLine(4)],
    });
  });

  it('sits on the Dockerfile where the lockfile pins another version, or is damaged', async () => {
    expect((await place([member('sha256:yarn', '1.0.1')])).places).toEqual([onLine(4)]);
    expect((await place([member('sha256:yarn')], 'a@^1:\n"')).places).toEqual([onLine(4)]);
  });

  it('of the base image sits on its FROM line alone', async () => {
    expect(await place([member('sha256:base')])).toMatchObject({base: true, places: [onLine(1)]});
  });

  it('has each line once, those of lockfiles first', async () => {
    const members = [
      ...[member('sha256:base'), member('sha256:yarn'), member('sha256:apt')],
      ...[member('sha256:yarn'), member('sha256:gone')],
    ];
    expect((await place(members)).places).toEqual([LOCKFILE, onLine(1), onLine(4), onLine(5)]);
  });
});

it('a package of the system sits on the Dockerfile', async () => {
  const system = {...member('sha256:apt'), purl: 'pkg:deb/debian/a@1.0.0'};
  expect((await place([system])).places).toEqual([onLine(5)]);
});
