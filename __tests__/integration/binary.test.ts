/** Trivy's archive over a real server that does what servers do: each fault is one sentence, and nothing stays. */
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from '@jest/globals';
import {isKnown, type Known} from '../../src/domain/known.ts';
import {
  selectTrivyArchive,
  parseTrivySource,
  type RawTrivySource,
  type TrivySource,
} from '../../src/domain/supply/trivy-source.ts';
import {TRIVY_RELEASES} from '../../src/domain/supply/trivy-releases.ts';
import {DEFAULT_TRIVY} from '../support/defaults.ts';
import {fetchBinary, findBinary, type Binary} from '../../src/stages/scan/binary/index.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {servers, type Answer} from '../support/http.ts';

const folder = folders();
const serve = servers();
const made: TestDeps[] = [];
afterAll(async () => {
  for (const deps of made) await deps.cleanup.run('job');
});

/** An archive as Trivy's releases have one, and what a careless unpacker would be led astray by. */
function archive(program = 'the program'): {readonly bytes: Buffer; readonly digest: string} {
  const from = folder({trivy: program, LICENSE: 'x', 'contrib/html.tpl': 'x'});
  const path = join(folder(), 'archive.tar.gz');
  const names = ['LICENSE', 'contrib/html.tpl', 'trivy'];
  execFileSync('tar', [
    '-C',
    from,
    '-czf',
    path,
    '--transform',
    's,^LICENSE,../../LICENSE,',
    ...names,
  ]);
  const bytes = readFileSync(path);
  return {bytes, digest: createHash('sha256').update(bytes).digest('hex')};
}

interface Tried {
  readonly found: Known<Binary>;
  readonly tools: string;
  readonly deps: TestDeps;
}

interface Try extends Partial<TrivySource> {
  readonly tools?: string;
  readonly seconds?: number;
}

async function find({tools = folder(), seconds = 3, ...ask}: Try): Promise<Tried> {
  const deps = testDeps({env: {RUNNER_TOOL_CACHE: tools}});
  made.push(deps);
  const limits = {seconds, pauses: [0.01, 0.02]};
  const found = await findBinary({version: DEFAULT_TRIVY, ...ask}, {limits}, deps);
  return {found, tools, deps};
}

function filesBelow(path: string): readonly string[] {
  return readdirSync(path, {recursive: true, encoding: 'utf8'}).filter((name) =>
    statSync(join(path, name)).isFile(),
  );
}

const giving =
  (bytes: Buffer): Answer =>
  (_, response) => {
    response.end(bytes);
  };

describe("Trivy's archive", () => {
  it('is fetched once, unpacked at each use, and nothing but the program of it', async () => {
    const {bytes, digest} = archive();
    const {url, requests} = await serve(giving(bytes));
    const first = await find({url: `${url}/{version}/{platform}.tar.gz`, checksum: digest});
    if (!isKnown(first.found)) throw new Error(first.found.unable);
    const {path, isVerified, notices} = first.found.value;
    expect({isVerified, notices}).toEqual({isVerified: true, notices: []});
    expect(readFileSync(path, 'utf8')).toBe('the program');
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(readdirSync(join(path, '..'))).toEqual(['trivy']);
    expect(filesBelow(first.tools)).toEqual([expect.stringMatching(/\/trivy\.tar\.gz$/)]);
    const again = await find({url, checksum: digest, tools: first.tools});
    expect(isKnown(again.found)).toBe(true);
    expect(requests).toEqual([
      expect.stringMatching(/^GET \/0\.74\.0\/Linux-(64bit|ARM64)\.tar\.gz$/),
    ]);
    await first.deps.cleanup.run('run');
    expect(existsSync(path)).toBe(false);
  });

  it('may be a file', async () => {
    const {bytes, digest} = archive();
    const path = join(folder(), 'a b.tar.gz');
    writeFileSync(path, bytes);
    const {found} = await find({url: `file://${path.replace(' ', '%20')}`, checksum: digest});
    expect(isKnown(found)).toBe(true);
  });

  it('that was changed after the first run is removed, fetched again, and that is said', async () => {
    const {bytes, digest} = archive();
    const {url, requests} = await serve(giving(bytes));
    const {tools} = await find({url, checksum: digest});
    const kept = join(tools, filesBelow(tools)[0] ?? '');
    writeFileSync(kept, archive('evil').bytes);
    const {found} = await find({url, checksum: digest, tools});
    if (!isKnown(found)) throw new Error(found.unable);
    expect(readFileSync(found.value.path, 'utf8')).toBe('the program');
    expect(readFileSync(kept)).toEqual(bytes);
    expect(found.value.notices).toEqual([
      'The Trivy 0.74.0 that was kept from an earlier run was changed since: it was removed, and fetched again.',
    ]);
    expect(requests).toHaveLength(2);
  });

  it('whose program is known is unpacked once, and the program verified on every use', async () => {
    const {bytes, digest} = archive();
    const {url, requests} = await serve(giving(bytes));
    const binary = createHash('sha256').update('the program').digest('hex');
    const tools = folder();
    const fetch = (expected: string): Promise<Known<Binary>> => {
      const deps = testDeps({env: {RUNNER_TOOL_CACHE: tools}});
      made.push(deps);
      const one = {
        version: '1.2.3',
        platform: 'Linux-64bit',
        url,
        digest,
        binary: expected,
      } as const;
      return fetchBinary(one, {limits: {seconds: 3, pauses: []}}, deps);
    };
    expect(await fetch('0'.repeat(64))).toEqual({
      unable: expect.stringMatching(/^The program in the archive of Trivy 1\.2\.3 is refused/),
    });
    expect(filesBelow(tools)).toEqual([]);
    const use = async (): Promise<Binary> => {
      const found = await fetch(binary);
      if (!isKnown(found)) throw new Error(found.unable);
      expect(readFileSync(found.value.path, 'utf8')).toBe('the program');
      expect(statSync(found.value.path).mode & 0o777).toBe(0o755);
      return found.value;
    };
    const {path} = await use();
    expect((await use()).notices).toEqual([]);
    expect(requests).toHaveLength(2);
    writeFileSync(path, 'evil');
    expect((await use()).notices).toEqual([expect.stringContaining('was changed since')]);
    expect(requests).toHaveLength(3);
  });

  it('comes after an answer that passes', async () => {
    const {bytes, digest} = archive();
    let answers = 0;
    const {url, requests} = await serve((_, response) => {
      answers += 1;
      if (answers === 1) response.writeHead(503).end('later');
      else if (answers === 2) {
        response.writeHead(200, {'content-length': `${bytes.length}`});
        response.write(bytes.subarray(0, 50), () => response.destroy());
      } else response.end(bytes);
    });
    expect(isKnown((await find({url, checksum: digest})).found)).toBe(true);
    expect(requests).toHaveLength(3);
  });

  it('lives as long as the run where nothing can be kept, and that is said', async () => {
    const {bytes, digest} = archive();
    const {url} = await serve(giving(bytes));
    const {found} = await find({url, checksum: digest, tools: join(folder({file: 'x'}), 'file')});
    expect(isKnown(found) && found.value.notices).toEqual([
      expect.stringMatching(/^Trivy is not kept for the next run: .+\.$/),
    ]);
  });
});

describe('an archive that cannot be had', () => {
  const {bytes, digest} = archive();
  const other = archive('another').digest;
  const truncated: Answer = (_, response) => {
    response.writeHead(200, {'content-length': `${bytes.length}`});
    response.write(bytes.subarray(0, 50), () => response.destroy());
  };
  const rows: readonly (readonly [string, Answer, string, RegExp, number])[] = [
    [
      'wrong checksum',
      giving(bytes),
      other,
      /^The archive of Trivy 0\.74\.0 from http:\/\/127\.0\.0\.1:\d+\/a is refused and removed: its SHA-256 is [0-9a-f]{64}, and must be [0-9a-f]{64}\. .+ trivy-checksum .+\.$/,
      1,
    ],
    [
      'truncated',
      truncated,
      digest,
      /could not be fetched from \S+: (other side closed|terminated|.*closed.*)\. Name a mirror/,
      3,
    ],
    [
      'truncated, and its length not told',
      giving(bytes.subarray(0, 50)),
      digest,
      /is refused and removed/,
      1,
    ],
    [
      '404',
      (_, response) => response.writeHead(404).end(),
      digest,
      /: the answer was status 404\. Name a mirror with the input trivy-url, or an installed one with trivy-path\.$/,
      1,
    ],
    [
      '500',
      (_, response) => response.writeHead(500).end(),
      digest,
      /: the answer was status 500\./,
      3,
    ],
    [
      'a redirect loop',
      (request, response) => response.writeHead(302, {location: request.url ?? ''}).end(),
      digest,
      /: it redirects more than 5 times\./,
      6,
    ],
    ['silence', () => undefined, digest, /: no full answer within 1 seconds\./, 1],
  ];
  it.each(rows)(
    '(%s) is one sentence, and nothing stays',
    async (_what, answer, checksum, words, asked) => {
      const {url, requests} = await serve(answer);
      const {found, tools, deps} = await find({url: `${url}/a?token=canary`, checksum, seconds: 1});
      expect(found).toEqual({unable: expect.stringMatching(words)});
      expect(JSON.stringify(found)).not.toContain('canary');
      expect(requests).toHaveLength(asked);
      expect(filesBelow(tools)).toEqual([]);
      await deps.cleanup.run('run');
      expect(deps.recorded.owned).toEqual([]);
    },
  );

  it('may hold no program, or be no archive', async () => {
    const none = folder({other: 'x'});
    const path = join(folder(), 'a.tar.gz');
    execFileSync('tar', ['-C', none, '-czf', path, 'other']);
    const noProgram = readFileSync(path);
    const [one, other] = [folder({trivy: 'x'}), folder({trivy: 'y'})];
    execFileSync('tar', ['-czf', path, '-C', one, 'trivy', '-C', other, './trivy']);
    for (const [content, words] of [
      [noProgram, /holds no program trivy/],
      [readFileSync(path), /cannot be unpacked: it holds trivy twice/],
      [Buffer.from('no archive'), /cannot be unpacked: (Error: )?incorrect header check/],
    ] as const) {
      const {url} = await serve(giving(content));
      const checksum = createHash('sha256').update(content).digest('hex');
      expect((await find({url, checksum})).found).toEqual({unable: expect.stringMatching(words)});
    }
  });
});

describe('an installed Trivy', () => {
  it('is not verified, whatever it is', async () => {
    const path = join(folder({trivy: 'x'}), 'trivy');
    chmodSync(path, 0o755);
    const digest = createHash('sha256').update('x').digest('hex');
    expect((await find({path})).found).toEqual({
      value: {path, isVerified: false, digest, notices: []},
    });
  });
});

describe('what is asked', () => {
  const ask = (raw: Partial<RawTrivySource>): TrivySource =>
    parseTrivySource({
      version: DEFAULT_TRIVY,
      checksum: undefined,
      url: undefined,
      path: undefined,
      ...raw,
    });
  const checksum = 'A'.repeat(64);

  it('is the pinned version, from its releases, by both digests', () => {
    expect(selectTrivyArchive(ask({}), {os: 'linux', arch: 'x64'})).toEqual({
      value: {
        ...{version: '0.74.0', platform: 'Linux-64bit', digest: TRIVY_RELEASES[0]?.archive},
        binary: TRIVY_RELEASES[0]?.binary,
        url: 'https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz',
      },
    });
    expect(
      selectTrivyArchive(ask({version: 'v0.74.0'}), {os: 'linux', arch: 'arm64'}),
    ).toMatchObject({
      value: {platform: 'Linux-ARM64', binary: TRIVY_RELEASES[1]?.binary},
    });
  });

  it("may be any version of a build of one's own", () => {
    const own = ask({version: '1.2.3', checksum});
    expect(selectTrivyArchive(own, {os: 'linux', arch: 'x64'})).toMatchObject({
      value: {version: '1.2.3', digest: 'a'.repeat(64)},
    });
  });

  it.each([
    ['latest', {version: 'latest'}, /"latest": nobody knows beforehand .+ it takes 0\.74\.0, or/],
    ['an unknown version', {version: '0.1.2'}, /its checksum is not known; it takes 0\.74\.0/],
    ['no version', {version: 'main', checksum}, /"main"/],
    ...['0.69.4', 'v0.69.5', '0.69.6'].map(
      (version) =>
        [
          version,
          {version, checksum},
          /published by attackers in March 2026 and steals credentials/,
        ] as const,
    ),
    ['no checksum', {checksum: 'abc'}, /trivy-checksum is "abc"; it takes the SHA-256/],
    ['no address', {url: 'canary'}, /^Input trivy-url is no address/],
    ['an address of another kind', {url: 'ftp://canary/x'}, /^Input trivy-url is no address/],
    ['a file of another machine', {url: 'file://canary/x'}, /^Input trivy-url is no address/],
  ] as const)('is refused: %s', (_what, raw, words) => {
    expect(() => ask(raw)).toThrow(words);
    expect(() => ask(raw)).not.toThrow(/canary/);
  });

  it.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 's390x'],
  ])('is not fetched for %s on %s, and the way out is named', (os, arch) => {
    expect(selectTrivyArchive(ask({}), {os, arch})).toEqual({
      unable: `Trivy is fetched for Linux on x64 and arm64 only, and this is ${os} on ${arch}: install it, and name it with the input trivy-path.`,
    });
  });
});
