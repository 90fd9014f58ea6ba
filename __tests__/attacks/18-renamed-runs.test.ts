/**
 * Rule 18 for a definition whose images are all renamed: no image finds its record, and what the base's
 * commit has built and judged is known all the same.
 */
import {cpSync, existsSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {imageId} from '../../src/domain/image-id.ts';
import {recordPrefix} from '../../src/domain/keep/keys.ts';
import {known} from '../../src/domain/known.ts';
import {policyLoosenings} from '../../src/domain/policy/loosenings.ts';
import {RULES} from '../../src/domain/policy/rules/index.ts';
import type {FoundBaseline} from '../../src/stages/keep/read-kept.ts';
import {findRecords, leaveRecords} from '../../src/stages/keep/records.ts';
import type {Rights} from '../../src/stages/cache/rights.ts';
import type {CacheStore} from '../../src/stages/cache/cache-store.ts';
import type {Supply} from '../../src/stages/scan/supply.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {startGitHub} from '../support/github-server.ts';
import {recordOf, type PolicySide} from '../support/policy-pairs.ts';

const folder = folders();
const BASE = 'b'.repeat(40);
const MERGE = 'c'.repeat(40);
const OLD = 'a'.repeat(40);

/** A cache service: what is saved under a key is there for every later job. */
function service() {
  const kept = new Map<string, string>();
  const shelter = (): CacheStore => {
    const root = folder();
    return {
      root,
      restore: (to, {prefixes}) => {
        const key = [...kept.keys()].find((one) => prefixes.some((begin) => one.startsWith(begin)));
        if (key === undefined) return Promise.resolve(undefined);
        cpSync(kept.get(key) ?? '', to, {recursive: true});
        return Promise.resolve(key);
      },
      save: (from, key) => {
        const place = join(folder(), 'kept');
        cpSync(from, place, {recursive: true});
        kept.set(key, place);
        return Promise.resolve();
      },
      open: (at) =>
        Promise.resolve(existsSync(at) ? {state: 'whole', files: new Map()} : {state: 'absent'}),
      maySave: () => Promise.resolve(true),
      ...{end: () => Promise.resolve(), notices: () => []},
    };
  };
  return {kept, shelter};
}

const idOf = (name: string) => imageId({name, platform: 'linux/amd64'});
const rights = Promise.resolve<Rights>({
  ...{cache: known({} as never), writing: known({} as never), keeping: known({} as never)},
  event: {baseSha: BASE},
});

/** The run of a push that was about this, at that commit. */
async function leave(shelter: CacheStore, side: PolicySide, commit: string): Promise<void> {
  const env = {GITHUB_SHA: commit, GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1'};
  const record = {
    ...{version: 0 as const, tool: {name: 'plimsoll' as const, version: '0.0.0'}, images: []},
    ...{madeAt: '2026-11-25T00:00:00.000Z', commit, policy: recordOf(side)},
  };
  await leaveRecords(
    {cacheStore: shelter, rights},
    {record, images: []},
    testDeps({door: 'action', env}),
  );
}

/** Of a pull request that builds images of these names. */
async function find(shelter: CacheStore, names: readonly string[]): Promise<FoundBaseline> {
  const answer = (body: object) => ({kind: 'answer', status: 200, body}) as const;
  const github = await startGitHub({
    faults: [
      {route: 'GET /repos/o/r/commits', fault: answer([{sha: BASE}, {sha: OLD}])},
      {
        route: 'GET /repos/o/r/actions/caches?key=plimsoll-1-record',
        fault: answer({actions_caches: []}),
      },
      {
        route: 'GET /repos/o/r/actions/caches?key=plimsoll-1-run',
        fault: answer({actions_caches: [{key: `plimsoll-1-run-${OLD}-x-7-1`}]}),
      },
    ],
  });
  const deps = testDeps({
    door: 'action',
    env: {
      ...{GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'o/r'},
      ...{GITHUB_API_URL: github.url, GITHUB_SHA: MERGE},
    },
  });
  const checkout = known({root: folder(), commit: MERGE});
  const ask = {
    cacheStore: shelter,
    rights,
    images: names.map(idOf),
    checkout,
    supply: {} as Supply,
  };
  try {
    return await findRecords({...ask, token: 'a-token-of-the-lab'}, deps);
  } finally {
    await github.end();
  }
}

function sentences({baseline}: FoundBaseline, now: PolicySide): readonly string[] {
  if (baseline === undefined) throw new Error('There is no baseline.');
  return policyLoosenings(baseline.record.policy, recordOf(now)).map(
    (one) => RULES.loosening.read(one)?.words.message ?? '',
  );
}

const RENAMED: PolicySide = {
  targets: {web2: {}, api2: {}},
  policy: {images: {web2: {rules: {user: {level: 'off'}}}}},
};
const SAID = [
  'rules.user.level (web2) was error, and is off.',
  'web/linux/amd64 was built and judged, and is neither.',
  'api/linux/amd64 was built and judged, and is neither.',
];

describe('all images renamed', () => {
  it.each([
    ['the base’s own record', BASE, undefined],
    ['the record of a commit before it', OLD, 1],
  ])('is held against %s', async (_, commit, back) => {
    const {shelter} = service();
    await leave(shelter(), {}, commit);
    const found = await find(shelter(), ['web2', 'api2']);
    expect(sentences(found, RENAMED)).toEqual(SAID);
    expect(found.baseline?.back).toBe(back);
    expect(found.baseline?.image(idOf('web2'))).toBeUndefined();
  });

  it('whose record is damaged is said, and is no baseline', async () => {
    const {shelter, kept} = service();
    await leave(shelter(), {}, BASE);
    for (const at of kept.values()) rmSync(join(at, 'record.json'));
    const {baseline, notices} = await find(shelter(), ['web2']);
    expect(baseline).toBeUndefined();
    expect(notices.map(({message}) => message)).toEqual([
      expect.stringMatching(/^The record of the run that commit b{12} has kept is not used: /),
    ]);
  });
});

it('a run that was about these images too is no substitute for their own records', async () => {
  const {shelter, kept} = service();
  await leave(shelter(), {}, BASE);
  expect((await find(shelter(), ['web', 'more'])).baseline).toBeUndefined();
  expect([...kept.keys()].some((key) => key.startsWith(recordPrefix(idOf('web'), BASE)))).toBe(
    false,
  );
});
