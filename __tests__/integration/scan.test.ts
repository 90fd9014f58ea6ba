/** Real Trivy with the lab's database over real layouts. */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import type {Scanned} from '../../src/domain/examined/examined.ts';
import type {Layout} from '../../src/domain/layout.ts';
import type {ScanFacts} from '../../src/domain/findings/facts.ts';
import {compareCounts} from '../../src/domain/findings/count-comparison.ts';
import {parseTrivyReport} from '../../src/domain/findings/trivy-schema.ts';
import {isKnown} from '../../src/domain/known.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {scanImage} from '../../src/stages/scan/index.ts';
import {type ScanCall} from '../../src/stages/scan/scan-call.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {attachmentText, buildLayout, planned, scanOf, standIn, supplyOf} from '../support/scan.ts';

lab();
const folder = folders();
const made: TestDeps[] = [];
afterAll(async () => {
  for (const deps of made) await deps.cleanup.run('job');
});

function freshDeps(options?: Parameters<typeof testDeps>[0]): TestDeps {
  const deps = testDeps(options);
  made.push(deps);
  return deps;
}

const IN_ENVIRONMENT = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
const IN_FILE = 'ghp_26C7e42F292c6912E7710c838347Ae178B4a';
const IN_HEREDOC = 'ghp_36C7e42F292c6912E7710c838347Ae178B4a';
const EXPANDED = 'canary-of-an-argument-4711';
const DOCKERFILE = [
  'FROM debian:bookworm-slim',
  `ARG CANARY=${EXPANDED.slice(0, 6)}`,
  `ENV PORT=8000 GITHUB_TOKEN=${IN_ENVIRONMENT} EXPANDED=\${CANARY}${EXPANDED.slice(6)}`,
  'COPY package.json /app/node_modules/ws/package.json',
  'COPY METADATA /usr/lib/python3/dist-packages/requests-2.31.0.dist-info/METADATA',
  'COPY key /root/key',
  'COPY <<EOF /root/here',
  `token = "${IN_HEREDOC}"`,
  'EOF',
  'COPY a.JAR /app/a.JAR',
].join('\n');

function debian(): Layout {
  const context = folder({
    Dockerfile: DOCKERFILE,
    'package.json': '{"name": "ws", "version": "8.0.0"}',
    METADATA: 'Metadata-Version: 2.1\nName: requests\nVersion: 2.31.0\n\n',
    key: `token = "${IN_FILE}"\n`,
    'a.JAR': 'PK',
  });
  return {...buildLayout(context), image: planned('app', DOCKERFILE)};
}

function factsOf(scanned: Scanned): ScanFacts {
  if (!isKnown(scanned.facts)) throw new Error(scanned.facts.unable);
  return scanned.facts.value;
}

function reasonOf(scanned: Scanned): string {
  return isKnown(scanned.facts) ? 'known' : scanned.facts.unable;
}

/** Every package and vulnerability of a report; Trivy spells licences in its own way when it converts. */
function foundIn(json: string): readonly string[] {
  const parsed = parseTrivyReport(json);
  if (!isKnown(parsed)) throw new Error(parsed.unable);
  const rows = (parsed.value.report.Results ?? []).flatMap((result) => [
    ...(result.Packages ?? []).map(({Identifier, DependsOn, Licenses: _, ...one}) =>
      JSON.stringify([
        result.Class,
        result.Type,
        Identifier?.PURL,
        {...one, DependsOn: DependsOn?.toSorted()},
      ]),
    ),
    ...(result.Vulnerabilities ?? []).map((one) =>
      [one.VulnerabilityID, one.PkgIdentifier?.PURL, one.PkgPath, one.Layer?.DiffID].join(' '),
    ),
  ]);
  return rows.sort();
}

it('an image is not scanned a second time for the same question, and the answer is the same', async () => {
  const layout = buildLayout(folder({Dockerfile: 'FROM debian:bookworm-slim\n'}));
  const {facts} = await readImage(layout, {spare: folder()}, freshDeps());
  const left = folder();
  const files = {analyses: join(left, 'fanal.db'), answer: join(left, 'answer')};
  const kept = {before: files, after: files};
  const scanBy = async (asked: Partial<ScanCall> = {}): Promise<Scanned> => {
    const fresh = freshDeps();
    const supply = supplyOf(fresh);
    const call = {layout, scannable: layout.path, facts, supply, kept, vex: [], ...asked};
    return scanImage(call, fresh);
  };
  const first = await scanBy();
  const {isRepeated, ...again} = await scanBy();
  expect(first.isRepeated).toBeUndefined();
  expect(isRepeated).toBe(true);
  expect(again).toEqual(first);
  writeFileSync(files.answer, readFileSync(files.answer, 'utf8').slice(0, -9));
  expect((await scanBy()).isRepeated).toBeUndefined();
  expect((await scanBy()).isRepeated).toBe(true);
  const unread = {unable: 'It cannot be read.'};
  expect((await scanBy({facts: unread})).isRepeated).toBeUndefined();
});

describe('a Debian image with packages of three kinds', () => {
  const deps = freshDeps();
  const supply = supplyOf(deps, {trivy: {}});
  const spare = folder();
  let layout: Layout;
  let read: Awaited<ReturnType<typeof readImage>>;
  let scanned: Scanned;
  beforeAll(async () => {
    layout = debian();
    read = await readImage(layout, {spare}, deps);
    scanned = await scanOf({deps, supply, layout, facts: read.facts});
  });

  it('is the same side by side with others, with plain layers as packed, on one database that stays as it was', async () => {
    const {facts, scannable} = read;
    expect(scannable).toBe(spare);
    const before = await databaseState();
    const [plain, packed] = await Promise.all([
      scanImage({layout, scannable, facts, supply, vex: []}, deps),
      scanOf({deps, supply, layout: {...layout, image: planned('two', DOCKERFILE)}, facts}),
    ]);
    expect(await databaseState()).toEqual(before);
    expect(factsOf(packed).findings).toHaveLength(factsOf(scanned).findings.length);
    // To the last word of the report that is kept.
    const report = (one: Scanned): unknown => JSON.parse(attachmentText(one, 'trivy'));
    const withoutTimes = {CreatedAt: '', ReportID: ''};
    expect({...(report(plain) as object), ...withoutTimes}).toEqual({
      ...(report(scanned) as object),
      ...withoutTimes,
    });
    expect(factsOf(plain)).toEqual(factsOf(scanned));
  });

  async function databaseState(): Promise<unknown> {
    const database = await supply.database;
    if (!isKnown(database)) throw new Error(database.unable);
    return readdirSync(database.value.folder).map((name) => {
      const {size, mtimeMs} = statSync(join(database.value.folder, name));
      return {name, size, mtimeMs};
    });
  }

  it('has its system, and findings of the system under the name of the source package', () => {
    const facts = factsOf(scanned);
    const zlib = facts.findings.find(({id}) => id === 'CVE-2023-45853');
    expect(facts.system).toMatch(/^debian 12/);
    expect(zlib).toMatchObject({package: 'zlib', severity: 'critical', status: 'will_not_fix'});
    expect(zlib).not.toHaveProperty('fixed');
    expect(zlib).not.toHaveProperty('purl');
    expect(zlib?.members).toMatchObject([
      {package: 'zlib1g', diffId: expect.stringMatching(/^sha256:/)},
    ]);
  });

  it('has one finding for all binary packages of a source', () => {
    const found = factsOf(scanned).findings.filter(({id}) => id === 'CVE-2022-0563');
    expect(found).toHaveLength(1);
    expect(found[0]?.package).toBe('util-linux');
    expect(found[0]?.members.map((member) => member.package)).toEqual(
      expect.arrayContaining(['bsdutils', 'mount', 'util-linux']),
    );
  });

  it('has findings of npm and pip with path, layer and the version that mends what is installed', () => {
    const facts = factsOf(scanned);
    expect(facts.findings.find(({id}) => id === 'CVE-2024-37890')).toMatchObject({
      package: 'ws',
      purl: 'pkg:npm/ws',
      severity: 'high',
      status: 'fixed',
      fixed: '8.17.1',
      members: [{version: '8.0.0', path: 'app/node_modules/ws/package.json'}],
    });
    const requests = facts.findings.filter(({purl}) => purl === 'pkg:pypi/requests');
    expect(requests.map(({id, fixed}) => ({id, fixed}))).toEqual([
      {id: 'CVE-2024-35195', fixed: '2.32.0'},
      {id: 'CVE-2024-47081', fixed: '2.32.4'},
    ]);
    const [ws] = facts.findings.filter(({package: name}) => name === 'ws');
    expect(ws?.members[0]?.diffId).not.toBe(requests[0]?.members[0]?.diffId);
    expect(facts.packages).toContainEqual(
      expect.objectContaining({name: 'ws', version: '8.0.0', purl: 'pkg:npm/ws@8.0.0'}),
    );
  });

  it('loses nothing that Trivy reported', () => {
    const text = attachmentText(scanned, 'trivy');
    const parsed = parseTrivyReport(text);
    if (!isKnown(parsed)) throw new Error(parsed.unable);
    const balance = compareCounts(parsed.value.report, factsOf(scanned).findings);
    expect(balance.differing).toEqual([]);
    expect(balance.reported).toBeGreaterThan(20);
    expect(balance.kept).toBe(balance.reported);
  });

  it('has an advisory for every finding', () => {
    const {findings, advisories} = factsOf(scanned);
    expect(findings.filter(({id}) => !advisories.has(id))).toEqual([]);
    expect(advisories.get('CVE-2024-37890')).toMatchObject({
      title: 'Denial of service by a request with many headers',
      url: expect.stringMatching(/^https:/),
    });
  });

  it('tells each secret once, with its variable or its file', () => {
    expect(
      factsOf(scanned).secrets.map(({where, variable, path}) => ({where, variable, path})),
    ).toEqual(
      expect.arrayContaining([
        {where: 'environment', variable: 'GITHUB_TOKEN', path: undefined},
        {where: 'file', variable: undefined, path: 'root/key'},
        {where: 'file', variable: undefined, path: 'root/here'},
      ]),
    );
    expect(factsOf(scanned).secrets).toHaveLength(3);
  });

  it('gives no byte of a secret away, and masks what it could not know before', () => {
    const {attachments, notices} = scanned;
    const everything = JSON.stringify([factsOf(scanned), attachments, notices]);
    for (const value of [IN_ENVIRONMENT, IN_FILE, IN_HEREDOC, EXPANDED]) {
      expect(everything).not.toContain(value);
    }
    const {mask} = deps.secrets;
    expect(mask(`x ${IN_ENVIRONMENT} ${EXPANDED} ${IN_HEREDOC}`)).toBe('x *** *** ***');
    expect(mask('PORT=8000 and 86412 bytes')).toBe('PORT=8000 and 86412 bytes');
  });

  it('keeps a report and an SBOM that name the image and no folder of this machine', () => {
    expect(scanned.attachments[0]).toMatchObject({image: 'app/linux/amd64', kind: 'trivy'});
    expect(JSON.parse(attachmentText(scanned, 'trivy'))).toMatchObject({
      ArtifactName: 'app',
      Results: expect.arrayContaining([
        expect.objectContaining({Target: expect.stringMatching(/^app \(debian 12/)}),
      ]),
    });
    expect(JSON.parse(attachmentText(scanned, 'sbom'))).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: {component: {name: 'app'}},
    });
    expect(JSON.stringify(scanned.attachments)).not.toContain(layout.path);
  });

  it('keeps an SBOM in which Trivy finds what it finds in one of its own making', async () => {
    const [report, ours] = [attachmentText(scanned, 'trivy'), attachmentText(scanned, 'sbom')];
    const files = folder({'report.json': report, 'ours.json': ours});
    const trivy = (...args: string[]): void => {
      execFileSync(lab().trivyPath, ['--quiet', ...args], {cwd: files});
    };
    trivy('convert', '--format', 'cyclonedx', '--output', 'theirs.json', 'report.json');
    const database = await supply.database;
    if (!isKnown(database)) throw new Error(database.unable);
    const cache = join(database.value.folder, '..');
    const found = ['ours', 'theirs'].map((name) => {
      const output = join(files, `${name}-found.json`);
      trivy(
        ...['sbom', `${name}.json`, '--cache-dir', cache, '--skip-db-update', '--offline-scan'],
        ...['--skip-java-db-update', '--format', 'json', '--list-all-pkgs', '--output', output],
      );
      return foundIn(readFileSync(output, 'utf8'));
    });
    expect(found[0]).toEqual(found[1]);
    expect(found[0]?.filter((row) => row.startsWith('CVE-')).length).toBeGreaterThan(5);
  });

  it('is whole with an archive that is none, and that is said', () => {
    const {gaps, notLookedAt} = factsOf(scanned);
    expect(gaps).toBeUndefined();
    expect(notLookedAt).toEqual(['Java archives of which nobody knows what they are: app/a.JAR.']);
  });

  it('comes with the versions of the tools and the dates of the database', async () => {
    expect(await supply.tools([scanned])).toEqual({
      versions: {trivy: expect.stringMatching(/^\d+\.\d+\.\d+/)},
      scanner: {verified: true, confined: true, memoryBytes: 2_000_000_000},
      notices: [],
      database: {
        updatedAt: expect.stringMatching(/^20\d\d-/),
        nextUpdate: expect.stringMatching(/^20\d\d-/),
        digest: expect.stringMatching(/^sha256:/),
        from: lab().dbRepositories,
      },
    });
  });

  it('is judged the same with a database that is given and only read, steered by no trivy.yaml, .trivyignore or variable of the job', async () => {
    const hostile = folder({
      'trivy.yaml': 'severity: [LOW]\nscan: {skip-dirs: ["**"]}\n',
      '.trivyignore': 'CVE-2023-45853\n',
      'trivy-secret.yaml': 'disable-rules: [github-pat]\n',
    });
    const env = {
      TRIVY_SEVERITY: 'LOW',
      TRIVY_IGNOREFILE: join(hostile, '.trivyignore'),
      TRIVY_CONFIG: join(hostile, 'trivy.yaml'),
    };
    const database = await supply.database;
    if (!isKnown(database)) throw new Error(database.unable);
    const state = await databaseState();
    const before = process.cwd();
    process.chdir(hostile);
    try {
      const fresh = freshDeps({cwd: hostile, env});
      const given = supplyOf(fresh, {
        dbPath: join(database.value.folder, '..'),
        dbRepositories: ['nowhere.invalid/x'],
      });
      const call = {deps: fresh, supply: given, layout, facts: read.facts};
      const steered = factsOf(await scanOf(call));
      const {findings, secrets} = factsOf(scanned);
      expect(findings.map(({id}) => id)).toContain('CVE-2023-45853');
      expect(secrets).toContainEqual(
        expect.objectContaining({rule: 'github-pat', path: 'root/key'}),
      );
      expect(steered.findings).toEqual(findings);
      expect(steered.secrets).toEqual(secrets);
    } finally {
      process.chdir(before);
    }
    expect(await databaseState()).toEqual(state);
  });
});

describe('an image of which the scanner knows nothing', () => {
  const deps = freshDeps();
  const supply = supplyOf(deps);
  const files = {Dockerfile: 'FROM busybox\nCOPY x /x\n', x: 'x'};

  it('says so, and is still looked through for secrets', async () => {
    const key = `token = "${IN_FILE}"`;
    const layout = buildLayout(folder({...files, x: key}));
    const facts = factsOf(await scanOf({deps, supply, layout}));
    expect(facts.nothingKnown).toContain('nothing in the image that the scanner understands');
    expect(facts.secrets).toMatchObject([{where: 'file', path: 'x'}]);
  });

  it('is a gap when the system is there and its list of packages is not', async () => {
    const layout = buildLayout(
      folder({
        Dockerfile:
          'FROM debian:bookworm-slim AS d\nFROM scratch\nCOPY --from=d /usr/lib/os-release /etc/debian_version /etc/\n',
      }),
    );
    const facts = factsOf(
      await scanOf({deps, supply, layout: {...layout, image: planned('bare')}}),
    );
    expect(facts.gaps?.[0]?.sentence).toMatch(/^The packages of debian 12\S* were not looked at/);
  });
});

/** What a scanner that does not work is given. */
function emptyLayout(): Layout {
  return {image: planned(), path: folder()};
}

describe('a scanner that is broken', () => {
  const scanWith = async (script: string, deadlineSeconds?: number): Promise<string> => {
    const deps = freshDeps();
    const supply = supplyOf(deps, {trivyPath: standIn(folder(), script)});
    const layout = emptyLayout();
    const asked = {deps, supply, layout, ...(deadlineSeconds !== undefined && {deadlineSeconds})};
    return reasonOf(await scanOf(asked));
  };

  const ROWS: readonly (readonly [string, string, RegExp])[] = [
    ['is not there', 'exec "$trivy" "$@"', /failed.*\/nowhere|no such file/s],
    ['prints garbage', 'echo garbage > "$report"', /what it wrote is not JSON/],
    [
      'prints a warning before its JSON',
      'printf \'WARN\\n{"SchemaVersion": 2}\' > "$report"',
      /is not JSON/,
    ],
    [
      'prints another JSON',
      'echo "{}" > "$report"',
      /not a report that Plimsoll knows \(SchemaVersion/,
    ],
    ['writes nothing', 'exit 0', /ended well and wrote no report/],
    ['dies by a signal', 'kill -9 $$', /was killed/],
    ['fails without a word', 'exit 3', /exit status 3, without a word/],
    [
      'fails with its last word',
      "printf '2026-01-01T00:00:00Z\\tFATAL\\tFatal error\\trun error: no luck\\n' >&2; exit 1",
      /could not scan the image: no luck\.$/,
    ],
  ];
  let reasons: ReadonlyMap<string, string>;
  // Side by side: each waits for the engine.
  beforeAll(async () => {
    const asked = ROWS.map(async ([what, script]) => [what, await scanWith(script)] as const);
    reasons = new Map(await Promise.all(asked));
  });

  it.each(ROWS)('that %s makes the scan unable', (what, _script, reason) => {
    expect(reasons.get(what)).toMatch(reason);
  });

  it('is ended when its time is over', async () => {
    expect(await scanWith('sleep 60', 1)).toMatch(/it was ended after \d+ seconds/);
  });

  it('does no harm by a warning beside its report', async () => {
    const built = buildLayout(folder({Dockerfile: 'FROM busybox\n'}));
    const deps = freshDeps();
    const script = 'echo "WARN: a warning"; exec "$trivy" "$@"';
    const supply = supplyOf(deps, {trivyPath: standIn(folder(), script)});
    expect(reasonOf(await scanOf({deps, supply, layout: built}))).toBe('known');
  });
});

describe('a scanner or a database that cannot be had', () => {
  it.each([
    [
      'a missing program',
      '/nowhere/trivy',
      /\/nowhere\/trivy: there is no such program\); install it, or name it with the input trivy-path/,
    ],
    ['another program', '/bin/true', /does not tell its version/],
    ['a folder', '/tmp', /could not be started/],
  ])('names %s and the input that mends it', async (_what, trivyPath, reason) => {
    const deps = freshDeps();
    const supply = supplyOf(deps, {trivyPath});
    expect(reasonOf(await scanOf({deps, supply, layout: emptyLayout()}))).toMatch(reason);
    expect((await supply.tools([])).versions).toEqual({});
  });

  it('says what a registry answered, and what to set', async () => {
    const deps = freshDeps();
    const repository = `${lab().registry}/nothing:2`;
    const reason = reasonOf(
      await scanOf({
        deps,
        supply: supplyOf(deps, {dbRepositories: [repository]}),
        layout: emptyLayout(),
      }),
    );
    expect(reason).toContain(`${repository}: `);
    expect(reason).toContain('MANIFEST_UNKNOWN');
    expect(reason).toContain('db-repositories');
  });

  it('takes the next repository when the first has none', async () => {
    const deps = freshDeps();
    const {registry, dbRepositories} = lab();
    const supply = supplyOf(deps, {dbRepositories: [`${registry}/nothing:2`, dbRepositories]});
    expect(isKnown(await supply.database)).toBe(true);
  });

  it('names the folder that holds no database', async () => {
    const deps = freshDeps();
    const path = folder({'db/trivy.db': 'x'});
    expect(
      reasonOf(await scanOf({deps, supply: supplyOf(deps, {dbPath: path}), layout: emptyLayout()})),
    ).toBe(
      `There is no vulnerability database in ${path} (db/metadata.json is missing); the input db-path takes a Trivy cache folder that has one.`,
    );
  });
});

describe('what surrounds a run', () => {
  it('is not seen by the scanner: listed variables, an empty folder', async () => {
    const seen = folder();
    const script = `env > '${seen}/env'; ls -A > '${seen}/files'; ls -A "$HOME" > '${seen}/home'; exit 1`;
    const deps = freshDeps({
      env: {
        INPUT_TOKEN: 'x',
        GITHUB_TOKEN: 'x',
        HTTPS_PROXY: '',
        TRIVY_SEVERITY: 'LOW',
        DOCKER_CONFIG: '/x',
      },
    });
    const supply = supplyOf(deps, {trivyPath: standIn(folder(), script)});
    await scanOf({deps, supply, layout: emptyLayout()});
    const names = readFileSync(join(seen, 'env'), 'utf8')
      .split('\n')
      .map((line) => line.split('=')[0])
      .filter(
        (name) =>
          name !== '' && name !== 'PWD' && name !== '_' && name !== 'SHLVL' && name !== 'OLDPWD',
      );
    expect(names.sort()).toEqual([
      'GOGC',
      'HOME',
      'PATH',
      'PLIMSOLL_STARTED_BY',
      'TMPDIR',
      'TRIVY_DISABLE_TELEMETRY',
      'TRIVY_SKIP_VERSION_CHECK',
    ]);
    expect(readFileSync(join(seen, 'files'), 'utf8')).toBe('');
    expect(readFileSync(join(seen, 'home'), 'utf8')).toBe('');
  });

  it('is as clean afterwards as before', async () => {
    const deps = freshDeps();
    const supply = supplyOf(deps);
    await Promise.all([supply.sandbox, supply.scanner(), supply.database]);
    const owned = deps.recorded.owned.flatMap((thing) =>
      thing.kind === 'folder' ? [thing.path] : [],
    );
    await deps.cleanup.run('run');
    expect(owned.length).toBeGreaterThan(0);
    expect(owned.filter((path) => existsSync(path))).toEqual([]);
  });
});
