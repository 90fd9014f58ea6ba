/**
 * Rule 19: time and text are bounded. GitHub, an engine, a registry and a mirror answer in every way that
 * they know: what cannot get better is not waited for, and no answer is taken for another one.
 */
import {spawnSync} from 'node:child_process';
import {createServer as createTlsServer} from 'node:https';
import {createServer as createTcpServer, type AddressInfo, type Server} from 'node:net';
import {afterAll, describe, expect, it} from '@jest/globals';
import {listAnalyses, readProcessing, uploadSarif} from '../../src/clients/code-scanning.ts';
import {listComments} from '../../src/clients/comments.ts';
import {commitFiles, type PolicyFiles} from '../../src/clients/commit-files.ts';
import type {GitHubContext, RetryPolicy} from '../../src/clients/github.ts';
import {describeFailure} from '../../src/domain/build/failures.ts';
import type {GitHub, GitHubRequest} from '../../src/domain/github/api.ts';
import {isForkRun} from '../../src/domain/github/target.ts';
import {parseReference} from '../../src/domain/registry/reference.ts';
import {isTransientError} from '../../src/domain/retry.ts';
import {pullLayer} from '../../src/clients/registry.ts';
import {outputs} from '../../src/publishers/outputs/index.ts';
import {takeFirst} from '../../src/stages/scan/mirrors.ts';
import {downloadArchive} from '../../src/stages/scan/binary/download.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {startGitHub, type GitHubServer, type ServerScript} from '../support/github-server.ts';
import {image, report} from '../support/reports.ts';
import {CERTIFICATE} from '../support/self-signed.ts';

const folder = folders();
const ended: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ended) await end();
});

const PATIENCE: RetryPolicy = {askSeconds: 5, pauses: [2, 6, 18], longestPause: 60};

/** Pauses are counted, and not waited for. */
function counting(env: Readonly<Record<string, string>> = {}): {
  readonly deps: TestDeps;
  readonly pauses: number[];
} {
  const pauses: number[] = [];
  const real = testDeps({env});
  const sleep = (seconds: number): Promise<void> => {
    if (seconds > 0.01) pauses.push(seconds);
    return Promise.resolve();
  };
  return {deps: {...real, clock: {...real.clock, sleep}}, pauses};
}

async function gitHub(
  script: ServerScript,
): Promise<{server: GitHubServer; asking: GitHubContext}> {
  const server = await startGitHub(script);
  ended.push(() => server.end());
  const {deps} = counting({GITHUB_API_URL: server.url});
  return {
    server,
    asking: {github: deps.github('a-token-of-this-test'), retryPolicy: PATIENCE, deps},
  };
}

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ended.push(() => server.close());
  return (server.address() as AddressInfo).port;
};

/** Addresses that fail in their own way each, and whether that may pass. */
const ADDRESSES: readonly (readonly [string, () => Promise<string>, boolean])[] = [
  [
    'a certificate that nobody has signed',
    async () =>
      `https://127.0.0.1:${await listening(createTlsServer(CERTIFICATE, (_, to) => to.end()))}`,
    false,
  ],
  [
    'no TLS where there should be',
    async () => {
      const plain = createTcpServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
      return `https://127.0.0.1:${await listening(plain)}`;
    },
    false,
  ],
  [
    'an answer with a malformed header',
    async () => {
      const odd = createTcpServer((socket) => {
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nbad header\u0001: x\r\n\r\n'));
        socket.on('error', () => undefined);
      });
      return `http://127.0.0.1:${await listening(odd)}`;
    },
    false,
  ],
  ['a name that nobody has', () => Promise.resolve('http://nobody.invalid'), false],
  ['nobody who listens', () => Promise.resolve('http://127.0.0.1:9'), true],
  [
    'a connection that is cut',
    async () => {
      const cut = createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
      return `http://127.0.0.1:${await listening(cut)}`;
    },
    true,
  ],
];

describe('what cannot get better is asked once, and what may is asked again', () => {
  it.each(ADDRESSES)('%s', async (_, start, passes) => {
    const url = await start();
    const env = {
      GITHUB_API_URL: url,
      HTTP_PROXY: '',
      HTTPS_PROXY: '',
      http_proxy: '',
      https_proxy: '',
    };
    const most = {github: passes ? 3 : 0, archive: passes ? 2 : 0, mirror: passes ? 3 : 0};

    const asked = counting(env);
    const asking = {github: asked.deps.github('token'), retryPolicy: PATIENCE, deps: asked.deps};
    const at = {owner: 'o', repo: 'r', number: 7};
    expect(await listComments(at, asking)).toHaveProperty('refused');

    const fetched = counting(env);
    const archive = {version: '1.0.0', platform: 'Linux-64bit', url, digest: ''} as const;
    const limits = {seconds: 60, pauses: [1, 3]};
    const ask = {archive, folder: folder(), limits};
    expect(await downloadArchive(ask, fetched.deps)).toHaveProperty('unable');

    // A reference says nothing of its protocol: the address is put in its place.
    const pulled = counting(env);
    const reference = parseReference('127.0.0.1:1/db:2', 'latest');
    if (reference === undefined) throw new Error('It is no reference.');
    const http = {
      get: (one: Parameters<TestDeps['http']['get']>[0]) => pulled.deps.http.get({...one, url}),
    };
    const deps = {...pulled.deps, http};
    const mirrors = {mirrors: [reference], limits: {fetchSeconds: 60, pauseSeconds: 1}};
    const pull = {reference, mediaType: 'x', largestLayer: 1, into: () => [] as never};
    const take = (_: unknown, deadlineSeconds: number) =>
      pullLayer({...pull, deadlineSeconds}, deps);
    expect(await takeFirst({...mirrors, take}, deps)).toHaveProperty('reasons');

    const seen = {github: asked.pauses, archive: fetched.pauses, mirror: pulled.pauses};
    expect({
      ...{github: seen.github.length, archive: seen.archive.length, mirror: seen.mirror.length},
    }).toEqual(most);
  });

  it('a token that is no header is none of GitHub’s faults', async () => {
    const {deps, pauses} = counting({GITHUB_API_URL: 'http://127.0.0.1:9'});
    const asking = {github: deps.github('to\nken'), retryPolicy: PATIENCE, deps};
    expect(await listComments({owner: 'o', repo: 'r', number: 7}, asking)).toHaveProperty(
      'refused',
    );
    expect(pauses).toEqual([]);
  });

  it.each([
    [{code: 'EAI_AGAIN'}, true],
    [{code: 'HPE_INVALID_EOF_STATE'}, true],
    [{code: 'UND_ERR_CONNECT_TIMEOUT'}, true],
    [{cause: {code: 'CERT_HAS_EXPIRED'}}, false],
    [{cause: {cause: {code: 'ERR_TLS_CERT_ALTNAME_INVALID'}}}, false],
    [new Error('no full answer within 3 seconds'), true],
    ['a word', true],
  ])('%j may pass: %p', (error, passes) => {
    expect(isTransientError(error)).toBe(passes);
  });
});

describe('a policy of the base that has more than 1 MB', () => {
  const TEXT = `version: 1\n${`# ${'x'.repeat(98)}\n`.repeat(11_000)}`;
  const large = {type: 'file', size: TEXT.length, encoding: 'none', content: ''};

  /** What it is asked for, and the files that are read of its answers. */
  function filesOf(raw: unknown) {
    const asked: unknown[] = [];
    const github: GitHub = {
      request: ({parameters: {headers, path}}) => {
        asked.push({path, headers});
        const data = headers === undefined ? large : raw;
        return Promise.resolve({status: 200, headers: {}, data});
      },
    };
    const asking = {github, retryPolicy: PATIENCE, deps: counting().deps};
    const at = {owner: 'o', repo: 'r'};
    return {asked, files: commitFiles({at, commit: 'c', root: '/r'}, asking)};
  }

  const textOf = async (files: PolicyFiles): Promise<string> => {
    const named = {name: 'policy.yml', within: ['/r'], maxBytes: 9e9};
    return new TextDecoder().decode(await files.readNamed('/r/policy.yml', named));
  };

  it('is asked for once more by itself, and is not an empty one', async () => {
    const {asked, files} = filesOf(TEXT);
    expect(await textOf(files)).toBe(TEXT);
    expect(await files.stat('/r/policy.yml')).toMatchObject({bytes: TEXT.length});
    expect(asked).toEqual([
      {path: 'policy.yml'},
      {path: 'policy.yml', headers: {accept: 'application/vnd.github.raw+json'}},
    ]);
  });

  it('comes as text through the real client, whatever type GitHub gives it', async () => {
    const route = 'GET /repos/o/r/contents/policy.yml?ref=c';
    const types = ['application/vnd.github.raw+json; charset=utf-8', 'application/vnd.github.raw'];
    for (const type of types) {
      const {server, asking} = await gitHub({
        faults: [
          {route, fault: {kind: 'answer', status: 200, body: large}},
          {
            route,
            fault: {
              kind: 'answer',
              status: 200,
              body: 'version: 1\n',
              headers: {'content-type': type},
            },
          },
        ],
      });
      const files = commitFiles({at: {owner: 'o', repo: 'r'}, commit: 'c', root: '/r'}, asking);
      expect(await textOf(files)).toBe('version: 1\n');
      const accepted = (await server.asks()).map(({headers}) => headers['accept']);
      expect(accepted[1]).toBe('application/vnd.github.raw+json');
    }
  });

  it('is no policy where it is not given', async () => {
    const {files} = filesOf({message: 'no'});
    await expect(textOf(files)).rejects.toThrow('did not give');
  });
});

describe('a request', () => {
  it('holds what the API knows, whatever the object about its repository holds besides', async () => {
    const asks: GitHubRequest[] = [];
    const github: GitHub = {
      request: (ask) => {
        asks.push(ask);
        return Promise.resolve({status: 404, headers: {}, data: ''});
      },
    };
    const asking = {github, retryPolicy: {...PATIENCE, pauses: []}, deps: counting().deps};
    const target = {owner: 'o', repo: 'r', ref: 'refs/heads/x', commit: 'c'.repeat(40)};
    await listAnalyses(target, target.ref, asking);
    await readProcessing(target, 'id', asking);
    const upload = {
      ref: target.ref,
      commit: target.commit,
      sarif: '',
      checkoutUri: '',
      startedAt: '',
    };
    await uploadSarif(target, upload, asking);
    const names = asks.map(({parameters}) => Object.keys(parameters).toSorted().join(' '));
    expect(names).toEqual([
      'owner per_page ref repo tool_name',
      'owner repo sarif_id',
      'checkout_uri commit_sha owner ref repo sarif started_at tool_name',
    ]);
  });
});

describe('a repository that was renamed', () => {
  const repo = (id: number, full_name: string): object => ({id, full_name});
  const event = (head: object | null, base: object): unknown => ({
    pull_request: {head: {repo: head}, base: {repo: base}},
  });
  const env = {GITHUB_REPOSITORY: 'owner/old'};

  it.each<[string, unknown, boolean]>([
    ['is no fork', event(repo(1, 'owner/new'), repo(1, 'owner/old')), false],
    [
      'whose old name a fork has is another',
      event(repo(2, 'owner/old'), repo(1, 'owner/old')),
      true,
    ],
    ['whose head is gone is not its own', event(null, repo(1, 'owner/old')), true],
  ])('%s', (_, document, isFork) => {
    expect(isForkRun(env, document)).toBe(isFork);
  });
});

describe('an engine that refuses', () => {
  it.each([
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.51/info": dial unix /var/run/docker.sock: connect: permission denied',
    'permission denied while trying to connect to the docker API at unix:///var/run/docker.sock',
  ])('is not one that does not run: %s', (words) => {
    const {message} = describeFailure({
      ...{stderr: `ERROR: ${words}\n`, steps: [], dockerfiles: new Map()},
    });
    expect(message).toMatch(/permission denied on docker’s socket.*group docker.*rootless/);
    expect(message).not.toContain('not running');
  });

  it('is told from one that is not there', () => {
    const stderr =
      'ERROR: Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?';
    const {message} = describeFailure({stderr, steps: [], dockerfiles: new Map()});
    expect(message).toContain('not running');
  });
});

describe('an output', () => {
  it.each([100, 600])('of %d images can be given to a step', async (count) => {
    const deps = testDeps();
    const at = folder();
    const images = Array.from({length: count}, (_, index) =>
      image({id: `web-${index}/linux/amd64`, name: `日本-${'x'.repeat(160)}`}),
    );
    const publication = {report: report({images}), folder: at, attachments: [], layouts: []};
    await outputs.publish(publication, deps);
    const value = deps.recorded.outputs.get('images') ?? '';
    const started = spawnSync('true', [], {env: {[`PLIMSOLL_${'N'.repeat(200)}`]: value}});
    expect(started.error).toBeUndefined();
    const text = value.startsWith('/') ? await deps.files.readText(value, 9e9) : value;
    expect(JSON.parse(text)).toHaveLength(count);
    expect(value.startsWith(at)).toBe(count === 600);
  });
});
