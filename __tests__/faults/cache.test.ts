/** Faults of the cache service and of the token for it, through the whole gate as an action. */
import {execFileSync} from 'node:child_process';
import type {ServerResponse} from 'node:http';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll} from '@jest/globals';
import {CacheServer, type Fault} from '../support/cache-server.ts';
import {fault, type Outcome, type Place} from '../support/faults.ts';
import {jobIn, type FaultJob} from '../support/fault-job.ts';
import {folders} from '../support/folders.ts';
import {ROOT} from '../support/command.ts';
import {lab} from '../support/lab.ts';
import {runtimeToken} from '../support/runtime-token.ts';

const folder = folders();
const server = new CacheServer();
const image = `${lab().registry}/moby/buildkit:v0.31.0`;
beforeAll(async () => {
  execFileSync('bash', [join(ROOT, 'lab/up'), 'buildkit'], {stdio: 'pipe'});
  await server.start();
}, 600_000);
afterEach(() => {
  server.fault = () => false;
  // What still waits for an answer holds up the engine's next builds.
  server.hangUp();
  server.entries.length = 0;
});
afterAll(() => server.stop());

const FILES = {
  Dockerfile: 'FROM debian:bookworm-slim\nRUN echo a > /a\nUSER 1000\n',
  '.github/plimsoll.yml':
    'version: 1\nrules: {healthcheck: {level: off}, vulnerabilities: {fail-on: critical}}\n',
};

function run(place: Place, given: Partial<FaultJob> = {}): Promise<Outcome> {
  return jobIn(place, {server, work: folder(FILES), job: folder(), ...given});
}

/** Every call of the service is answered so. */
const always =
  (answer: (response: ServerResponse) => unknown): Fault =>
  (_, response) => {
    answer(response);
    return true;
  };

/** BuildKit's own calls by that name; ours are answered well. */
const ofBuildKit =
  (name: string, answer: (response: ServerResponse) => unknown): Fault =>
  (call, response) => {
    if (call.name !== name || call.key.startsWith('plimsoll-1-') || call.key === 'plimsoll-probe')
      return false;
    answer(response);
    return true;
  };

fault('cache-down', (place) => run(place, {env: {ACTIONS_RESULTS_URL: 'http://127.0.0.1:64999/'}}));

fault('cache-401', (place) => {
  server.fault = always((response) => response.writeHead(401).end());
  return run(place);
});

fault('cache-read-only', (place) =>
  run(place, {env: {ACTIONS_RUNTIME_TOKEN: runtimeToken({permission: 1})}}),
);

fault('cache-token-malformed', (place) =>
  run(place, {env: {ACTIONS_RUNTIME_TOKEN: 'canary-0815-of-a-secret'}}),
);

fault('cache-token-expired', (place) =>
  run(place, {env: {ACTIONS_RUNTIME_TOKEN: runtimeToken({exp: 1})}}),
);

fault('cache-token-absent', (place) => run(place, {env: {ACTIONS_RUNTIME_TOKEN: undefined}}));

fault('cache-scopes-empty', (place) =>
  run(place, {env: {ACTIONS_RUNTIME_TOKEN: runtimeToken({ac: []})}}),
);

fault('cache-429', (place) => {
  server.fault = always((response) => response.writeHead(429, {'retry-after': '600'}).end());
  return run(place);
});

fault('cache-503-html', (place) => {
  server.fault = always((response) => response.writeHead(503).end('<html>busy</html>'));
  return run(place);
});

fault(
  'cache-import-hangs',
  (place) => {
    server.fault = ofBuildKit('GetCacheEntryDownloadURL', () => undefined);
    return run(place, {inputs: {'cache-write': 'never', 'buildkit-image': image}});
  },
  120,
);

fault(
  'cache-export-hangs',
  (place) => {
    server.fault = ofBuildKit('CreateCacheEntry', () => undefined);
    return run(place);
  },
  120,
);

fault('cache-reset', (place) => {
  server.fault = ofBuildKit('GetCacheEntryDownloadURL', (response) => {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': '100'});
    response.write('{"ok": true', () => response.destroy());
  });
  return run(place, {inputs: {'cache-write': 'never'}});
});

fault(
  'cache-damaged-blob',
  async (place) => {
    const work = folder(FILES);
    await run(place, {work});
    for (const entry of server.entries)
      if (!entry.key.startsWith('plimsoll-1-')) entry.data = Buffer.from('{"layers": 5');
    return run(place, {work, inputs: {'cache-write': 'never'}});
  },
  120,
);
