/** Each image is built once and scanned once, whatever it is compared with: real calls, counted. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {startAction} from '../support/action.ts';
import {CacheServer} from '../support/cache-server.ts';
import {count, logCalls, type Counted} from '../support/call-log.ts';
import {readReport, runCommand} from '../support/command.ts';
import {checkout} from '../support/fault-job.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {runtimeToken} from '../support/runtime-token.ts';

const folder = folders();
const POLICY = 'version: 1\nrules: {user: {level: off}, healthcheck: {level: off}}';
const semver = (version: string): string => JSON.stringify({name: 'semver', version});
const FILES = {
  'docker-bake.json': JSON.stringify({
    group: {default: {targets: ['api', 'web']}},
    target: {api: {context: 'api'}, web: {context: 'web'}},
  }),
  'api/Dockerfile': 'FROM busybox\nCOPY package.json /\n',
  'api/package.json': semver('7.3.0'),
  'web/Dockerfile': 'FROM busybox\nCOPY package.json /\nRUN echo web > /web\n',
  'web/package.json': semver('7.5.2'),
};

describe('on one machine', () => {
  const work = folder(FILES);
  const log = logCalls(folder());
  const machine = folder();
  const first = folder();

  function gate(...args: readonly string[]): Counted {
    const {status, stderr} = runCommand({
      args: ['--policy', POLICY, ...args, work],
      env: {
        ...{PATH: log.path, RUNNER_TOOL_CACHE: machine, XDG_CACHE_HOME: machine},
        ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
      },
    });
    if (status !== 0 && status !== 1) throw new Error(stderr);
    return count(log.take());
  }

  it('two images are one build and a scan each', () => {
    expect(gate('--report-dir', first)).toEqual({
      ...{builds: 1, imageScans: 2, sbomScans: 0, others: []},
    });
  });

  it('what did not change is not scanned again', () => {
    expect(gate('--report-dir', folder())).toEqual({
      ...{builds: 1, imageScans: 0, sbomScans: 0, others: []},
    });
  });

  it('a baseline costs a look at each of its SBOMs, and nothing more', () => {
    expect(gate('--report-dir', folder(), '--baseline', `file=${first}`)).toEqual({
      ...{builds: 1, imageScans: 0, sbomScans: 2, others: []},
    });
  });

  it('of two images the one that changed is scanned', () => {
    writeFileSync(join(work, 'api/package.json'), semver('7.7.2'));
    const reports = folder();
    expect(gate('--report-dir', reports, '--baseline', `file=${first}`)).toEqual({
      ...{builds: 1, imageScans: 1, sbomScans: 2, others: []},
    });
    const [api] = readReport(reports).images;
    expect(api?.comparison).toMatchObject({findings: {new: [], fixed: [{package: 'semver'}]}});
  });
});

describe('on runners that have nothing but the cache service', () => {
  const server = new CacheServer();
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  const work = folder({...FILES, '.github/plimsoll.yml': POLICY});
  const log = logCalls(folder());

  async function job(event: string, ref: string): Promise<Counted> {
    const {trivyUrl, trivyChecksum, dbRepositories} = lab();
    const place = folder({
      'event.json': JSON.stringify({repository: {default_branch: 'main'}}),
    });
    const {outputs, stderr} = await startAction({
      ...{job: place, workspace: work},
      inputs: {
        ...{'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum},
        ...{'db-repositories': dbRepositories, sarif: 'file', cache: 'auto'},
      },
      env: {
        ...{PATH: log.path, PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
        ...{GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: checkout(work)},
        ...{GITHUB_EVENT_PATH: join(place, 'event.json'), GITHUB_RUN_ID: '7'},
        ...{GITHUB_RUN_ATTEMPT: '1', RUNNER_TOOL_CACHE: join(place, 'tools')},
        ...{ACTIONS_CACHE_SERVICE_V2: 'true', ACTIONS_RESULTS_URL: server.url},
        ACTIONS_RUNTIME_TOKEN: runtimeToken(),
      },
    });
    const report = outputs.get('report-dir');
    if (report === undefined) throw new Error(stderr);
    const states = readReport(report).images.map(({comparison}) => comparison?.state);
    expect(states).toEqual(Array(2).fill(event === 'push' ? undefined : 'compared'));
    return count(log.take());
  }

  it('a push is one build and a scan for each image', async () => {
    expect(await job('push', 'refs/heads/main')).toEqual({
      ...{builds: 1, imageScans: 2, sbomScans: 0, others: []},
    });
  });

  it('a pull request is one build, a scan of what it changed, and a look at each SBOM of its baseline', async () => {
    writeFileSync(join(work, 'api/package.json'), semver('7.7.2'));
    expect(await job('pull_request', 'refs/pull/1/merge')).toEqual({
      ...{builds: 1, imageScans: 1, sbomScans: 2, others: []},
    });
  });
});
