/** The report folder as an artifact, through the bundle, against a results service on loopback. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {startAction, type ActionRun} from '../support/action.ts';
import {ArtifactServer} from '../support/artifact-server.ts';
import {readReport} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {runtimeToken} from '../support/runtime-token.ts';
import {unzipped} from '../support/zips.ts';
import {parseReport} from '../../src/domain/report/parse.ts';

const folder = folders();
let server: ArtifactServer;
beforeEach(async () => {
  server = await new ArtifactServer().start();
});
afterEach(() => server.stop());

interface Act {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: unknown;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A run that ends before it has built anything: what is kept of it goes the same way. */
function act({inputs, event, env}: Act): Promise<ActionRun> {
  const job = folder();
  writeFileSync(join(job, 'event.json'), JSON.stringify(event ?? {}));
  return startAction({
    ...{job, workspace: folder({'mine.txt': 'the user’s own'})},
    inputs: {'report-dir': '.', sarif: 'off', cache: 'off', baseline: 'none', ...inputs},
    env: {
      ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
      ...{GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: join(job, 'event.json')},
      ...{GITHUB_REPOSITORY: 'owner/name', GITHUB_RUN_ATTEMPT: '2'},
      ...{ACTIONS_RUNTIME_TOKEN: runtimeToken(), ACTIONS_RESULTS_URL: server.url},
      ...env,
    },
  });
}

const FORK = {pull_request: {head: {repo: {full_name: 'stranger/name'}}}};
const OWN = {pull_request: {head: {repo: {full_name: 'owner/name'}}}};

describe('the artifact', () => {
  it('of a fork’s pull request holds the report, and nothing else of a folder that is the user’s', async () => {
    const run = await act({event: FORK});
    expect(server.artifacts.map(({name, isWhole}) => [name, isWhole])).toEqual([
      [expect.stringMatching(/^plimsoll-[0-9a-f]{16}-2$/), true],
    ]);
    const files = await unzipped(server.artifacts[0]?.data ?? Buffer.alloc(0));
    expect([...files.keys()]).toEqual(['report.json']);
    const kept = parseReport(files.get('report.json') ?? '');
    expect(kept).toEqual({value: readReport(run.outputs.get('report-dir') ?? '')});
    expect(run.stdout).toContain(
      `The report is kept as the artifact ${server.artifacts[0]?.name ?? ''}.`,
    );
  });

  it.each<[string, Act, number]>([
    ['a branch’s pull request: none', {event: OWN}, 0],
    ['a key', {event: OWN, inputs: {key: 'a'}}, 1],
    ['always', {event: OWN, inputs: {artifact: 'always'}}, 1],
    ['off', {event: FORK, inputs: {artifact: 'off'}}, 0],
    ['Dependabot', {event: OWN, env: {GITHUB_ACTOR: 'dependabot[bot]'}}, 1],
  ])('%s', async (_, ask, count) => {
    await act(ask);
    expect(server.artifacts).toHaveLength(count);
  });
});

describe('what goes wrong costs one line and no verdict', () => {
  const line = /artifact: The report could not be published here: (.*)/;

  it.each<[string, () => Act, RegExp]>([
    [
      'a name that is there',
      () => {
        server.fault = (call, response) => {
          if (call !== 'CreateArtifact') return false;
          response.statusCode = 409;
          response.end(JSON.stringify({code: 'already_exists', msg: 'it already exists'}));
          return true;
        };
        return {event: FORK};
      },
      /already exists/,
    ],
    [
      'a refusal of the token',
      () => {
        server.fault = (_, response) => {
          response.statusCode = 403;
          response.end(JSON.stringify({code: 'permission_denied', msg: 'not for you'}));
          return true;
        };
        return {event: FORK};
      },
      /not for you/,
    ],
    [
      'no runtime token',
      () => ({event: FORK, env: {ACTIONS_RUNTIME_TOKEN: undefined}}),
      /no runtime token/,
    ],
    [
      'GitHub Enterprise Server',
      () => ({event: FORK, env: {GITHUB_SERVER_URL: 'https://github.example'}}),
      /Enterprise Server has no artifacts of this kind/,
    ],
  ])('%s', async (_, ask, words) => {
    const run = await act(ask());
    expect(line.exec(run.stdout)?.[1]).toMatch(words);
    expect(run.stdout.split('\n').filter((one) => line.test(one))).toHaveLength(1);
    expect(run.stdout).not.toMatch(/^::(warning|error)::.*[Aa]rtifact/m);
    expect(run.outputs.get('verdict')).toBe('unable');
  });
});
