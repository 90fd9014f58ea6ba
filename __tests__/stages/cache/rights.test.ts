/** Why nothing is left for later runs is said where a run is meant to leave something. */
import {chownSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import type {Invocation} from '../../../src/deps.ts';
import {isKnown} from '../../../src/domain/known.ts';
import {findRights, rightsNotices, type Rights} from '../../../src/stages/cache/rights.ts';
import {CacheServer} from '../../support/cache-server.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';
import {committed} from '../../support/git.ts';
import {runtimeToken} from '../../support/runtime-token.ts';

const folder = folders();
const server = new CacheServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

interface Given {
  readonly door?: Invocation;
  readonly env?: Readonly<Record<string, string>>;
  readonly change?: (root: string) => void;
}

interface Found {
  readonly rights: Rights;
  readonly said: readonly string[];
}

async function found({door = 'action', env, change}: Given): Promise<Found> {
  const root = folder({'api/main.go': '1'});
  const sha = committed(root);
  const event = join(folder(), 'event.json');
  writeFileSync(event, JSON.stringify({repository: {default_branch: 'main'}}));
  change?.(root);
  const deps = testDeps({
    door,
    env: {
      ...{GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_PATH: event},
      ...{GITHUB_SHA: sha, GITHUB_WORKSPACE: root, ACTIONS_CACHE_SERVICE_V2: 'true'},
      ...{ACTIONS_RESULTS_URL: server.url, ACTIONS_RUNTIME_TOKEN: runtimeToken()},
      ...env,
    },
  });
  const job = {...deps, cache: {} as never};
  const rights = findRights({workdir: root, cacheTimeoutSeconds: 5}, job);
  const notices = await rightsNotices(rights, job);
  const said = notices.map(({message}) => message.replaceAll(root, 'ROOT'));
  return {rights: await rights, said};
}

const said = async (given: Given): Promise<readonly string[]> => (await found(given)).said;

function giveAway(path: string): void {
  chownSync(path, 12_345, 12_345);
  for (const name of readdirSync(path, {recursive: true, encoding: 'utf8'}))
    chownSync(join(path, name), 12_345, 12_345);
}

describe('a push to the default branch', () => {
  it('says nothing where all is well', async () => {
    const {said: messages, rights} = await found({});
    expect(isKnown(rights.writing)).toBe(true);
    expect(messages).toEqual([]);
  });

  it.each<[string, string, Given]>([
    [
      'a changed file',
      'api/main.go was changed after it was checked out',
      {
        change: (root) => {
          writeFileSync(join(root, 'api/main.go'), '2');
        },
      },
    ],
    [
      'another commit',
      'is checked out, and not that of the event (' + 'f'.repeat(40) + ')',
      {env: {GITHUB_SHA: 'f'.repeat(40)}},
    ],
    ['no git', 'git is not installed or not on PATH', {env: {PATH: '/nowhere'}}],
    [
      'no checkout',
      'there is no .git there or above',
      {
        change: (root) => {
          rmSync(join(root, '.git'), {recursive: true});
        },
      },
    ],
    [
      'a checkout of another user',
      '`git config --global --add safe.directory ROOT` mends it',
      {change: giveAway, env: {GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'}},
    ],
    [
      'a token that may only read',
      'the runtime token gives no right to write',
      {env: {ACTIONS_RUNTIME_TOKEN: runtimeToken({permission: 1})}},
    ],
  ])('is told of %s in one sentence', async (_, reason, given) => {
    const {said: messages, rights} = await found(given);
    expect(isKnown(rights.writing)).toBe(false);
    expect(messages).toEqual([expect.stringContaining(reason)]);
    expect(messages[0]).toMatch(/only read: .*\. Nothing is left for later runs\.$/);
  });

  it('is heard where the variables say that the checkout is safe', async () => {
    const env = {
      ...{GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_COUNT: '1'},
      ...{GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*'},
    };
    expect(await said({change: giveAway, env})).toEqual([]);
  });
});

it.each([
  {GITHUB_EVENT_NAME: 'pull_request'},
  {GITHUB_REF: 'refs/heads/feature'},
  {GITHUB_EVENT_NAME: 'merge_group'},
])('a run that is not meant to leave anything may not, and is not told why: %j', async (env) => {
  const change = (root: string): void => {
    writeFileSync(join(root, 'api/main.go'), '2');
  };
  for (const given of [{env}, {env, change}]) {
    const {said: messages, rights} = await found(given);
    expect(isKnown(rights.writing)).toBe(false);
    expect(messages).toEqual([]);
  }
});

describe('what may be left on this machine', () => {
  const keeps = async (given: Given): Promise<boolean> =>
    isKnown((await found(given)).rights.keeping);
  const PULL = {GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge'};

  it('is left by the command in a step of a job as by the action', async () => {
    const inJob = {GITHUB_ACTIONS: 'true'};
    expect(await keeps({door: 'command', env: inJob})).toBe(true);
    expect(await keeps({door: 'command', env: {...inJob, ...PULL}})).toBe(false);
    expect(await keeps({door: 'action', env: PULL})).toBe(false);
  });

  it('is left by every run on a laptop', async () => {
    expect(await keeps({door: 'command', env: PULL})).toBe(true);
  });
});
