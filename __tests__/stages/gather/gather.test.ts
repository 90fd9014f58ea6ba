import type {ToolFacts} from '../../../src/domain/image/contents.ts';
import type {Waste} from '../../../src/domain/image/waste.ts';
import type {AttributedImage} from '../../../src/domain/examined/examined.ts';
import type {ScanFacts} from '../../../src/domain/findings/facts.ts';
import type {AttributedLayer, ImageFacts} from '../../../src/domain/image/facts.ts';
import {imageId} from '../../../src/domain/image-id.ts';
import {known, unable} from '../../../src/domain/known.ts';
import {contents} from '../../support/scan.ts';
import {listContexts} from '../../../src/stages/plan/contexts.ts';
import {gather} from '../../../src/stages/gather/index.ts';
import type {GatheredImage} from '../../../src/domain/policy/evaluate.ts';
import {parseInputs} from '../../../src/inputs.ts';
import {testDeps} from '../../support/deps.ts';
import {GOOD, DOCKERFILE, finding, policy, secret} from '../../support/evidence.ts';

const layer = (change: Partial<AttributedLayer>): AttributedLayer => ({
  ...{digest: 'sha256:a', diffId: 'sha256:b', entries: 1},
  ...{unpackedBytes: 0, downloadBytes: 0},
  ...change,
});

const LAYERS = [
  layer({unpackedBytes: 10, downloadBytes: 9, base: true, file: 'Dockerfile', startLine: 1}),
  layer({unpackedBytes: 30, downloadBytes: 5, instruction: 'RUN x', file: 'Dockerfile'}),
  layer({unpackedBytes: 30, downloadBytes: 9}),
];

const LOSS: Waste = {kind: 'deleted', path: 'a', bytes: 10, files: 1, made: 0, removedIn: 1};
const TOOL: ToolFacts = {kind: 'compiler', name: 'gcc', bytes: 9, files: 1, layer: 1};

const FACTS: ImageFacts = {
  platform: 'linux/amd64',
  digest: 'sha256:m',
  configDigest: 'sha256:c',
  unpackedBytes: 70,
  downloadBytes: 23,
  layers: LAYERS,
  user: unable('/etc/passwd cannot be read'),
  healthcheck: {declared: false},
  env: [],
  contents: contents({inUseBytes: 60, tools: [TOOL]}),
  waste: [LOSS],
};

const SCAN: ScanFacts = {
  packages: [],
  findings: [],
  secrets: [],
  advisories: new Map(),
  notLookedAt: [],
};

function attributed(
  change: Partial<AttributedImage> = {},
  scan: Partial<ScanFacts> = {},
): AttributedImage {
  return {
    image: {
      id: imageId({name: 'web', platform: 'linux/amd64'}),
      name: 'web',
      target: 'web',
      platform: 'linux/amd64',
      namedContexts: {},
      overrides: [],
    },
    state: 'built',
    facts: known(FACTS),
    scanned: {facts: known({...SCAN, ...scan}), attachments: [], notices: []},
    dockerfile: known(DOCKERFILE),
    layers: LAYERS,
    steps: unable('no provenance'),
    unowned: [],
    findings: [finding()],
    secrets: [secret()],
    ...change,
  };
}

const DATES = {fixedSince: new Map(), today: '2026-11-24'};

/** With the default policy, in a repository without a build context on this disk. */
function gatherAll(images: readonly AttributedImage[]): Promise<readonly GatheredImage[]> {
  const deps = testDeps();
  const inputs = parseInputs(
    {},
    {invocation: 'command', cwd: '/nowhere', json: false, keep: false},
  );
  return gather(
    {
      ...{images, plan: {policy: policy(), repository: '/nowhere'}, inputs},
      built: {checks: [], imageSteps: new Map(), layouts: []},
      ...{
        contexts: listContexts(deps),
        comparisons: {of: () => unable('no baseline')},
        records: [],
        baseline: undefined,
        tools: {database: {updatedAt: '2026-11-22T12:00:00Z'}},
        startedAt: new Date('2026-11-24T12:00:00Z'),
      },
    },
    deps,
  );
}

test('what was read and scanned becomes evidence, with the first of the biggest layers', async () => {
  expect(await gatherAll([attributed()])).toEqual([
    {
      id: 'web/linux/amd64',
      name: 'web',
      evidence: {
        sizes: known({
          unpackedBytes: 70,
          downloadBytes: 23,
          biggestUnpacked: {bytes: 30, place: {file: 'Dockerfile'}, instruction: 'RUN x'},
          biggestDownload: {bytes: 9, place: {base: true, file: 'Dockerfile', startLine: 1}},
        }),
        contents: known({
          ...{unpackedBytes: 70, inUseBytes: 60, wasteBytes: 10},
          waste: [
            {
              ...LOSS,
              madeBy: {base: true, file: 'Dockerfile', startLine: 1},
              removedBy: {file: 'Dockerfile'},
            },
          ],
          tools: [{...TOOL, by: {file: 'Dockerfile'}}],
          ...{biggestFiles: [], biggestFolders: [], privileged: []},
        }),
        context: unable('The build context is not on this disk.'),
        buildChecks: unable('The Dockerfile is not on this disk.'),
        buildPolicy: known({files: [], denials: []}),
        comparison: unable('no baseline'),
        pullRequest: known(false),
        buildTime: unable('The build does not tell which steps were cached.'),
        user: unable('/etc/passwd cannot be read'),
        healthcheck: known({declared: false}),
        running: unable('No active rule asks that the image be started.'),
        dockerfile: known(DOCKERFILE),
        vulnerabilities: known({findings: [finding()], ...DATES}),
        secrets: known([secret()]),
        freshness: known({databaseAgeDays: 2}),
        loosenings: unable('They are of the run.'),
      },
    },
  ]);
});

test('an image without layers has no biggest one', async () => {
  expect((await gatherAll([attributed({layers: []})]))[0]?.evidence.sizes).toEqual(
    known({unpackedBytes: 70, downloadBytes: 23}),
  );
});

test('a scan that failed leaves the rest', async () => {
  const scanned = {facts: unable('Trivy died'), attachments: [], notices: []};
  const [image] = await gatherAll([attributed({scanned})]);
  expect(image?.missing).toBeUndefined();
  expect(image?.evidence.vulnerabilities).toEqual(unable('Trivy died'));
  expect(image?.evidence.secrets).toEqual(unable('Trivy died'));
  expect(image?.evidence.healthcheck).toEqual(known({declared: false}));
});

test('where the scanner knows nothing of the image, secrets are judged all the same', async () => {
  const [image] = await gatherAll([attributed({}, {nothingKnown: 'no system and no package'})]);
  expect(image?.evidence.vulnerabilities).toEqual(unable('no system and no package'));
  expect(image?.evidence.secrets).toEqual(known([secret()]));
});

test('what was not looked at makes the vulnerabilities incomplete', async () => {
  const [image] = await gatherAll([attributed({}, {gaps: [{sentence: '3 Java archives'}]})]);
  expect(image?.evidence.vulnerabilities).toEqual(
    known({findings: [finding()], ...DATES, gaps: [{sentence: '3 Java archives'}]}),
  );
});

test.each([
  ['not-built', unable('The build failed before it.'), 'The build failed before it.'],
  ['unreadable', unable('A digest is wrong.'), 'A digest is wrong.'],
  ['not-built', known(FACTS), 'The image was not built.'],
  ['unreadable', known(FACTS), 'The image could not be read.'],
] as const)('of an image that is %s nothing is known', async (state, facts, reason) => {
  const [image] = await gatherAll([attributed({state, facts})]);
  expect(image?.missing).toBe(reason);
  // What the build's own policies say of it is known without the image.
  const {buildPolicy, ...rest} = image?.evidence ?? GOOD;
  expect(buildPolicy).toEqual(known({files: [], denials: []}));
  expect(Object.values(rest)).toEqual(
    Array.from({length: Object.keys(GOOD).length - 1}, () => unable(reason)),
  );
});

test('a system past its end of life is told with its name', async () => {
  const image = attributed({}, {endOfLife: true, system: 'debian 10'});
  const [found] = await gatherAll([image]);
  expect(found?.evidence.freshness).toEqual(known({databaseAgeDays: 2, endOfLife: 'debian 10'}));
});
