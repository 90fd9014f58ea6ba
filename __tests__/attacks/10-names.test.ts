/**
 * Rule 10: what is kept for later runs is found again. Names of targets and platforms, and the runner's
 * folders, are written by others; none of them may make a file, a cache key or an argument that means
 * something else, and none may make two images share a file.
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import type {Cache, Deps} from '../../src/deps.ts';
import {cacheArgs, parseBuildCache} from '../../src/domain/build/cache.ts';
import {toFileName, imageId, type ImageId} from '../../src/domain/image-id.ts';
import {databaseKey, layersKey, recordKey, type KeptKey} from '../../src/domain/keep/keys.ts';
import {csvField, csvFields} from '../../src/domain/text/csv-fields.ts';
import {run} from '../../src/main.ts';
import {liveCache} from '../../src/platform/cache.ts';
import {liveExec} from '../../src/platform/exec.ts';
import {CacheServer} from '../support/cache-server.ts';
import {BUNDLE, readReport} from '../support/command.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {tarOf} from '../support/layouts.ts';
import {runtimeToken} from '../support/runtime-token.ts';
import {standInJob, standInRepository} from '../support/stand-in-job.ts';
import {standInExec} from '../support/stand-in-tools.ts';

const folder = folders();

const STEMS = [
  ...['@acme/api', '日本', 'web', 'Web', '-rf', '--exclude=*', '.', '..', '.git', 'a b', 'a,b'],
  ...[
    'a(b)',
    'a*',
    'a?b',
    '[a]',
    '!a',
    '#a',
    'a\nb',
    '"a"',
    "a'b",
    'a\\b',
    '$(id)',
    'é',
    'e\u0301',
  ],
  ...['a'.repeat(300), `${'a'.repeat(299)}b`, 'ａ', '\u202ea', 'con', 'a%2Fb', 'a/b'],
];
const IDS: readonly ImageId[] = STEMS.flatMap((name) =>
  ['linux/amd64', 'linux/arm/v7', '-p q,(r)'].flatMap((platform) => [
    imageId({name, platform}),
    imageId({key: name, name: 'web', platform}),
  ]),
);

describe('names of foreign making', () => {
  it('are safe and distinct as files, whatever the file system makes of case', () => {
    const names = IDS.map(toFileName);
    expect(names.filter((name) => !/^[A-Za-z0-9_][A-Za-z0-9._-]{0,110}$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(new Set(IDS).size);
  });

  it('stay what they were where they are plain', () => {
    expect(toFileName('web/linux/amd64')).toBe('web-linux-amd64-57713756');
    expect(toFileName('x64')).toMatch(/^x64-[0-9a-f]{8}$/);
  });

  it('are keys as the cache service takes them, and each begins as it is looked for', () => {
    const run = {commit: 'a'.repeat(40), run: '1', attempt: '1'};
    const keys: readonly KeptKey[] = [
      ...IDS.map((id) => layersKey(id, {trivy: `${'9'.repeat(600)}.0.0`, diffIds: []})),
      ...IDS.map((id) => recordKey(id, run)),
      databaseKey('trivy-db', '20261124T061322Z-abc'),
    ];
    expect(keys.filter(({key}) => key.length > 512 || /[,\s]/.test(key))).toEqual([]);
    expect(keys.filter(({key, prefixes: [first = '-']}) => !key.startsWith(first))).toEqual([]);
  });
});

describe('the real client of the cache service', () => {
  const server = new CacheServer();
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  async function saveTwice(name: string): Promise<readonly unknown[]> {
    const {cache, kept} = clientIn(join(folder(), 'temp'), name);
    const ask = {key: 'saved-twice', folder: kept, deadlineSeconds: 60};
    return [await cache?.save(ask), await cache?.save(ask)];
  }

  /** What comes back of what is kept under that name, in a runner's folder of that name. */
  async function roundTrip(name: string, within: string): Promise<string | undefined> {
    const {cache, kept} = clientIn(join(folder(), within), name);
    const key = `names-${createHash('sha256').update(`${name} ${within}`).digest('hex')}`;
    await cache?.save({key, folder: kept, deadlineSeconds: 60});
    rmSync(kept, {recursive: true});
    const found = await cache?.restore({key, prefixes: [], folder: kept, deadlineSeconds: 60});
    return found === key ? readFileSync(join(kept, 'record.json'), 'utf8') : undefined;
  }

  /** The real client, and a folder with something to keep. */
  function clientIn(
    temporary: string,
    name: string,
  ): {readonly cache: Cache | undefined; readonly kept: string} {
    mkdirSync(temporary, {recursive: true});
    const env = {
      ...{PATH: process.env['PATH'] ?? '', RUNNER_TEMP: temporary, GITHUB_ACTIONS: 'true'},
      ...{ACTIONS_RESULTS_URL: server.url, ACTIONS_RUNTIME_TOKEN: runtimeToken({permission: 3})},
      ...{ACTIONS_CACHE_SERVICE_V2: 'true', INPUT_WORKDIR: '.'},
    };
    const exec = liveExec({env, signal: new AbortController().signal, runId: 'names'});
    const cache = liveCache({env, exec, script: BUNDLE});
    const kept = join(temporary, 'kept', name);
    mkdirSync(kept, {recursive: true});
    writeFileSync(join(kept, 'record.json'), name);
    return {cache, kept};
  }

  it.each(['@acme/api', '日本', '-rf', '.', 'a b,(c)', '[a]*'])(
    'keeps and finds what is of %p',
    async (name) => {
      const file = toFileName(imageId({name, platform: 'linux/amd64'}));
      expect(await roundTrip(file, 'temp')).toBe(file);
    },
    30_000,
  );

  it('says of a key that it is there already: a second job of a run has left the same record', async () => {
    const file = toFileName(imageId({name: 'web', platform: 'linux/amd64'}));
    expect(await saveTwice(file)).toEqual(['saved', 'there']);
  }, 30_000);

  it.each(['my runner, (2)/_temp', '日本/tëmp', 'a"b\\c/[x]*'])(
    'keeps and finds it where RUNNER_TEMP is %p',
    async (within) => {
      expect(await roundTrip('web-linux-amd64-57713756', within)).toBe('web-linux-amd64-57713756');
    },
    30_000,
  );
});

describe('a path with what parts fields', () => {
  it.each(['/a b', '/a,b', '/a, "b"', '/a=b', '/日本'])('is one field: %p', (path) => {
    const line = ['type=oci', csvField('dest', path), 'tar=false'].join(',');
    expect(csvFields(line)).toEqual(['type=oci', `dest=${path}`, 'tar=false']);
    const asked = parseBuildCache(`type=local,${csvField('dest', path)}`);
    if (asked.kind !== 'given') throw new Error('It was not read.');
    const {to} = cacheArgs([{target: 'web', scope: 's'}], asked.fields);
    const [, value = ''] = /^--set=web\.cache-to=(.*)$/s.exec(to[0] ?? '') ?? [];
    expect(csvFields(value)).toContain(`dest=${path}/s`);
  });

  it('is one field to buildx too', () => {
    const work = folder({'docker-bake.json': '{"target": {"web": {"context": "."}}}'});
    const set = `web.output=type=oci,${csvField('dest', '/a, "b" c')},tar=false`;
    const args = ['buildx', 'bake', '-f', 'docker-bake.json', '--print', `--set=${set}`, 'web'];
    const {stdout, stderr} = spawnSync('docker', args, {cwd: work, encoding: 'utf8'});
    expect({stderr, output: JSON.parse(stdout) as unknown}).toMatchObject({
      output: {target: {web: {output: [{type: 'oci', dest: '/a, "b" c', tar: 'false'}]}}},
    });
  });
});

describe('a runner whose folders are not what they should be', () => {
  const gone = (path: string): Error =>
    Object.assign(new Error(`EROFS: read-only file system, open '${path}'`), {code: 'EROFS'});

  /** Trivy as an archive of one's own, and a tool cache that nobody can write. */
  async function gateOn(
    env: Readonly<Record<string, string>>,
    isReadOnly: (path: string) => boolean,
  ): Promise<{readonly verdict: string; readonly said: readonly string[]; readonly left: number}> {
    const archive = join(folder(), 'trivy.tar.gz');
    writeFileSync(archive, gzipSync(await tarOf([{name: 'trivy', content: 'a program'}])));
    const digest = createHash('sha256').update(readFileSync(archive)).digest('hex');
    const work = standInRepository(folder);
    const deps = testDeps({
      ...{door: 'action', cwd: work, temporary: folder()},
      onlyEnv: {
        ...standInJob(work, folder),
        ...{'INPUT_TRIVY-PATH': '', 'INPUT_TRIVY-URL': `file://${archive}`},
        ...{'INPUT_TRIVY-CHECKSUM': digest, ...env},
      },
    });
    const guarded =
      <A extends readonly unknown[], R>(call: (path: string, ...rest: A) => Promise<R>) =>
      async (path: string, ...rest: A): Promise<R> => {
        if (isReadOnly(path)) throw gone(path);
        return call(path, ...rest);
      };
    const files: Deps['files'] = {
      ...deps.files,
      write: guarded((path, data: string | Uint8Array) => deps.files.write(path, data)),
      makeFolder: guarded((path) => deps.files.makeFolder(path)),
      makeOwnFolder: guarded((path) => deps.files.makeOwnFolder(path)),
      remove: guarded((path) => deps.files.remove(path)),
    };
    await run({...deps, files, exec: standInExec(deps.exec, () => Promise.resolve(undefined))});
    const {verdict, runs} = readReport(deps.recorded.outputs.get('report-dir') ?? '');
    const said = runs.flatMap(({notices}) => notices.map(({message}) => message));
    await deps.cleanup.run('job');
    return {verdict, said, left: readdirSync(env['RUNNER_TOOL_CACHE'] ?? '/').length};
  }

  it('works in a temporary folder where the tool cache cannot be written, and says so once', async () => {
    const tools = folder();
    const {verdict, said, left} = await gateOn({RUNNER_TOOL_CACHE: tools}, (path) =>
      path.startsWith(`${tools}/`),
    );
    const why = said.filter((one) => one.includes('cannot be written'));
    expect({verdict, left, why}).toEqual({
      ...{verdict: 'pass', left: 0},
      why: [
        expect.stringMatching(
          /plimsoll cannot be written \(EROFS.*temporary folder, and nothing is kept/,
        ),
      ],
    });
  });

  it('uses what lies in a tool cache that can only be read', async () => {
    const tools = folder({'plimsoll/trivy/there/trivy': 'x'});
    const {verdict, said} = await gateOn({RUNNER_TOOL_CACHE: tools}, (path) =>
      path.startsWith(`${tools}/`),
    );
    expect({verdict, damaged: said.filter((one) => one.includes('could not'))}).toEqual({
      ...{verdict: 'pass', damaged: []},
    });
    expect(existsSync(join(tools, 'plimsoll/trivy/there/trivy'))).toBe(true);
  });

  it.each<[string, Readonly<Record<string, string | undefined>>]>([
    ['its state file is gone', {GITHUB_STATE: '/nowhere/state'}],
    ['it names no folder for temporary things', {RUNNER_TEMP: ''}],
    ['the folder for temporary things is gone', {RUNNER_TEMP: 'GONE'}],
  ])('has the right verdict where %s, and one clean-up', (_, changes) => {
    const job = folder({output: '', state: '', summary: ''});
    const temporary = changes['RUNNER_TEMP'] === 'GONE' ? join(job, 'not/there') : folder();
    const env: NodeJS.ProcessEnv = {
      ...{PATH: process.env['PATH'], HOME: job, GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '7'},
      ...{GITHUB_ACTION: `step-${Math.random()}`, INPUT_WORKDIR: job, INPUT_MODE: 'collect'},
      ...{GITHUB_OUTPUT: join(job, 'output'), GITHUB_STATE: join(job, 'state')},
      ...{GITHUB_STEP_SUMMARY: join(job, 'summary'), TMPDIR: folder()},
      ...changes,
      ...(changes['RUNNER_TEMP'] === '' ? {} : {RUNNER_TEMP: temporary}),
    };
    const start = (token = 'a.token.of-the-job') =>
      spawnSync(process.execPath, [BUNDLE], {
        ...{cwd: job, encoding: 'utf8'},
        env: {...env, ACTIONS_RUNTIME_TOKEN: token},
      });
    const ran = start();
    expect(ran.stdout + ran.stderr).not.toMatch(/\n {4}at |Missing file|itself failed|ENOENT/);
    const outputs = readFileSync(join(job, 'output'), 'utf8');
    expect(outputs).toMatch(/^unable$/m);
    const reports = /^report-dir<<(\S+)\n(.*)\n\1$/m.exec(outputs)?.[2] ?? '';
    expect(existsSync(join(reports, 'report.json'))).toBe(true);
    if (changes['GITHUB_STATE'] === undefined) return;
    // The post step of the same step cleans up, and is no second gate.
    const post = start();
    expect({status: post.status, stdout: post.stdout}).toEqual({status: 0, stdout: ''});
    expect(existsSync(reports)).toBe(false);
    // What somebody without the job's token has left does not end a gate.
    expect(start('another.token').status).toBe(1);
  });
});
