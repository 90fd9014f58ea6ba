/** Against what a change's policy is compared: threats.md rule 9. */
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {isKnown, known} from '../../../src/domain/known.ts';
import type {Plan} from '../../../src/domain/plan/plan.ts';
import {builtImages, policyRecord} from '../../../src/domain/policy/policy-record.ts';
import {parseInputs} from '../../../src/inputs.ts';
import type {Baseline} from '../../../src/stages/keep/baseline.ts';
import {findLoosenings, type FoundLoosenings} from '../../../src/stages/gather/loosenings.ts';
import {mergeDocuments, readPolicyDocuments} from '../../../src/stages/plan/policy.ts';
import {RULES} from '../../../src/domain/policy/rules/index.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';
import {baseContents} from '../../support/github-contents.ts';
import {startGitHub, type GitHubServer} from '../../support/github-server.ts';

const BASE = 'b'.repeat(40);
const NAME = '.github/plimsoll.yml';
const folder = folders();

const limit = (max: string): string => `version: 1\nrules: {size: {max: ${max}}}\n`;
const builtFrom = {dockerfile: 'Dockerfile', context: '', contexts: []};
const IMAGES = [{id: 'web/linux/amd64', name: 'web', builtFrom}] as unknown as Plan['images'];

let github: GitHubServer;
beforeAll(async () => {
  github = await startGitHub({faults: baseContents(BASE, {[NAME]: limit('1MB')})});
});
afterAll(() => github.end());

interface Given {
  /** Of the policy file in the checkout. */
  readonly head: string;
  /** In the record; absent: there is none. */
  readonly recorded?: string;
  readonly from: 'head' | 'base';
}

/** Of a pull request whose base limits the size to 1 MB. */
async function found({head, recorded, from}: Given): Promise<FoundLoosenings> {
  const checkout = folder({
    [NAME]: limit(head),
    'event.json': JSON.stringify({pull_request: {base: {sha: BASE}}}),
  });
  const deps = testDeps({
    door: 'action',
    env: {
      ...{GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'o/r'},
      ...{GITHUB_API_URL: github.url, GITHUB_EVENT_PATH: join(checkout, 'event.json')},
    },
  });
  const inputs = parseInputs(
    {token: 'a-token-of-the-lab', 'policy-from': from},
    {invocation: 'action', cwd: checkout, json: false, keep: false},
  );
  const limited = async (max: string) => {
    const at = folder({[NAME]: limit(max)});
    const documents = await readPolicyDocuments(inputs, {repository: at, workdir: at}, deps);
    return mergeDocuments(documents, {mirrors: {}, images: ['web'], partial: false}).policy;
  };
  const plan = {
    ...{repository: checkout, workdir: checkout, images: IMAGES},
    policy: await limited(from === 'base' ? '1MB' : head),
  } as Plan;
  const built = {built: builtImages(IMAGES), enforce: true};
  const baseline =
    recorded === undefined
      ? undefined
      : ({record: {policy: policyRecord(await limited(recorded), built)}} as Baseline);
  return findLoosenings({baseline, plan, inputs}, deps);
}

function sentences({loosenings}: FoundLoosenings): readonly unknown[] {
  if (!isKnown(loosenings)) throw new Error(loosenings.unable);
  return loosenings.value.map((one) => RULES.loosening.read(one)?.words.message);
}

const MERGED =
  'rules.size.max is 1.0 MB in the base’s policy, which judged this run, and will be 9.0 MB once this is merged.';

describe('a pull request that is judged by its base’s policy', () => {
  it('loosens nothing now, and what it will is told', async () => {
    const without = await found({head: '9MB', from: 'base'});
    expect(sentences(without)).toEqual([MERGED]);
    expect(without.uncompared).toEqual([
      'The inputs were not compared with the base’s, because there is no record of it.',
      expect.stringMatching(/^What the base builds was not compared, because /),
    ]);
  });

  it('cannot raise a limit unseen where there is a record either', async () => {
    const all = await found({head: '9MB', recorded: '1MB', from: 'base'});
    expect(sentences(all)).toEqual([MERGED]);
    expect(all.uncompared).toEqual([]);
  });

  it('is told apart from what the base itself has loosened since the record', async () => {
    expect(sentences(await found({head: '9MB', recorded: '500kB', from: 'base'}))).toEqual([
      'rules.size.max was 500.0 kB, and is 1.0 MB.',
      MERGED,
    ]);
  });

  it('says nothing where its files are as strict', async () => {
    const {loosenings} = await found({head: '1MB', recorded: '1MB', from: 'base'});
    expect(loosenings).toEqual(known([]));
  });
});

describe('a pull request that is judged by its own policy', () => {
  it.each([undefined, '1MB'])('has loosened it already (record: %s)', async (recorded) => {
    const given = {head: '9MB', from: 'head', ...(recorded && {recorded})} as const;
    expect(sentences(await found(given))).toEqual(['rules.size.max was 1.0 MB, and is 9.0 MB.']);
  });
});
