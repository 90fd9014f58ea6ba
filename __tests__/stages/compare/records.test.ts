/** What a pull request takes from the cache service for its baseline. */
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {imageId} from '../../../src/domain/image-id.ts';
import {recordPrefix} from '../../../src/domain/keep/keys.ts';
import {known, unable} from '../../../src/domain/known.ts';
import {RECORD_NAME} from '../../../src/domain/record/schema.ts';
import {findRecords} from '../../../src/stages/keep/records.ts';
import type {Rights} from '../../../src/stages/cache/rights.ts';
import type {CacheStore} from '../../../src/stages/cache/cache-store.ts';
import type {Supply} from '../../../src/stages/scan/supply.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';
import {startGitHub, type GitHubServer} from '../../support/github-server.ts';
import {image, layer, POLICY} from '../../support/records.ts';

const folder = folders();
const PAST = Array.from({length: 12}, (_, at) => `${at}`.padStart(40, 'a'));
const RECORDED = 'c'.repeat(40);
const BASE = 'b'.repeat(40);
const IMAGES = ['web', 'api'].map((name) => imageId({name, platform: 'linux/amd64'}));

let github: GitHubServer;
beforeAll(async () => {
  const body = [...PAST, RECORDED].map((sha) => ({sha}));
  github = await startGitHub({
    faults: [{route: 'GET /repos/o/r/commits', fault: {kind: 'answer', status: 200, body}}],
  });
});
afterAll(() => github.end());

/** A cache service that has the records of one commit, and tells what was taken from it. */
function shelf(root: string, deps: ReturnType<typeof testDeps>) {
  const taken: string[] = [];
  const restore: CacheStore['restore'] = async (place, {prefixes}) => {
    const id = IMAGES.find((one) => prefixes.includes(recordPrefix(one, RECORDED)));
    if (id === undefined) return undefined;
    taken.push(id);
    const record = {
      ...{version: 0, tool: {name: 'plimsoll', version: '0.0.0'}, policy: POLICY},
      ...{madeAt: '2026-11-25T00:00:00.000Z', commit: RECORDED},
      images: [image([layer('a', 10)], {id})],
    };
    await deps.files.write(join(place, RECORD_NAME), JSON.stringify(record));
    return `${recordPrefix(id, RECORDED)}7-1`;
  };
  const open: CacheStore['open'] = () => Promise.resolve({state: 'whole', files: new Map()});
  return {taken, shelter: {root, restore, open} as CacheStore};
}

it('the record by which the nearest commit was found is fetched once', async () => {
  const checkout = known({root: folder(), commit: 'd'.repeat(40)});
  const deps = testDeps({
    door: 'action',
    env: {
      ...{GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'o/r'},
      ...{GITHUB_API_URL: github.url, GITHUB_SHA: 'd'.repeat(40)},
    },
  });
  const {taken, shelter} = shelf(folder(), deps);
  const rights: Rights = {
    ...{cache: known({} as never), writing: unable('it is a test')},
    keeping: unable('it is a test'),
    event: {baseSha: BASE},
  };
  const {baseline, notices} = await findRecords(
    {
      ...{cacheStore: shelter, rights: Promise.resolve(rights), images: IMAGES, checkout},
      ...{supply: {} as Supply, token: 'a-token-of-the-lab'},
    },
    deps,
  );
  expect(notices).toEqual([]);
  expect(baseline?.back).toBe(PAST.length);
  expect(IMAGES.map((id) => baseline?.image(id)?.facts.id)).toEqual(IMAGES);
  expect(taken.toSorted()).toEqual(IMAGES.toSorted());
});
