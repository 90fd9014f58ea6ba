/**
 * Rule 18 where there is no record, because there is none yet or somebody saw to it: what the base builds
 * is read from its own definition, and what nobody could compare stands under the verdict, never folded.
 */
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {isKnown} from '../../src/domain/known.ts';
import type {Plan} from '../../src/domain/plan/plan.ts';
import {RULES} from '../../src/domain/policy/rules/index.ts';
import type {PolicyRecord} from '../../src/domain/record/policy.ts';
import {parseInputs} from '../../src/inputs.ts';
import {renderComment, renderQuietComment} from '../../src/publishers/comment/render.ts';
import {isWorthTelling} from '../../src/domain/comment/material.ts';
import {renderSummary} from '../../src/publishers/summary/render.ts';
import {renderTerminal} from '../../src/publishers/terminal/render.ts';
import type {Baseline} from '../../src/stages/keep/baseline.ts';
import {findLoosenings} from '../../src/stages/gather/loosenings.ts';
import {COMPARED} from '../support/compared.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {baseContents} from '../support/github-contents.ts';
import {startGitHub} from '../support/github-server.ts';
import {imagesOf, policyOf, recordOf, type PolicySide} from '../support/policy-pairs.ts';
import {image, report} from '../support/reports.ts';

const folder = folders();
const BASE = 'b'.repeat(40);
const TOKEN = 'a-token-of-the-lab';

interface Given {
  /** Of the base's commit; absent: GitHub does not show it. */
  readonly base?: Readonly<Record<string, string>>;
  /** What the pull request makes of it. */
  readonly head: PolicySide;
  readonly record?: PolicyRecord;
  readonly missing?: string;
  readonly event?: string;
  readonly document?: object;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** What is said under the verdict, and in the log. */
async function run({base, head, record, missing, ...given}: Given) {
  const github = await startGitHub({faults: base === undefined ? [] : baseContents(BASE, base)});
  const document = given.document ?? {pull_request: {base: {sha: BASE}}};
  const checkout = folder({'event.json': JSON.stringify(document)});
  const deps = testDeps({
    door: 'action',
    env: {
      ...{GITHUB_EVENT_NAME: given.event ?? 'pull_request', GITHUB_REPOSITORY: 'o/r'},
      ...{GITHUB_API_URL: github.url, GITHUB_EVENT_PATH: join(checkout, 'event.json')},
    },
  });
  const doorway = {invocation: 'action', cwd: checkout, json: false, keep: false} as const;
  const inputs = parseInputs({token: TOKEN, ...given.inputs}, doorway);
  const plan = {
    ...{repository: checkout, workdir: checkout, images: imagesOf(head), policy: policyOf(head)},
  } as Plan;
  const baseline = record && ({record: {policy: record}} as Baseline);
  try {
    const {loosenings, uncompared} = await findLoosenings({baseline, missing, plan, inputs}, deps);
    const found = isKnown(loosenings) ? loosenings.value : undefined;
    const said = found?.map((one) => RULES.loosening.read(one)?.words.message);
    expect(deps.recorded.lines.filter((line) => line.includes('not compared'))).toEqual(uncompared);
    return {said, uncompared};
  } finally {
    await github.end();
  }
}

const NO_INPUTS =
  'The inputs were not compared with the base’s, because no run has kept a record of it.';
const missing = 'no run has kept a record of it';
const FROM = 'FROM scratch\n';
const gone = (name: string): string => `${name}/linux/amd64 was built and judged, and is neither.`;

describe('without a record, an image of the base that is no longer built', () => {
  it.each<[string, Readonly<Record<string, string>>, PolicySide, readonly string[]]>([
    [
      'in a bake file',
      {
        'docker-bake.hcl':
          'group "default" {targets=["web","api"]}\ntarget "web" {}\ntarget "api" {context="api"}\n',
      },
      {targets: {web: {}}},
      [gone('api')],
    ],
    [
      'in a compose file, and the other upon something else',
      {
        'compose.yaml':
          'services:\n  web: {build: {context: ., additional_contexts: {lib: "service:lib"}}}\n  lib: {build: lib}\n  api: {build: api}\n',
      },
      {targets: {web: {contexts: {lib: 'target:stub'}}, stub: {context: 'stub', serves: true}}},
      [
        gone('api'),
        gone('lib'),
        'web/linux/amd64 was built from Dockerfile in the repository’s root, with lib of the target lib (from lib/Dockerfile in lib), and is built from Dockerfile in the repository’s root, with lib of the target stub (from stub/Dockerfile in stub).',
      ],
    ],
    [
      'of a Dockerfile in a folder of its own, all renamed',
      {'web/Dockerfile': FROM, 'api/Dockerfile': FROM},
      {targets: {web2: {context: 'web'}}},
      [gone('web'), gone('api')],
    ],
  ])('%s is named', async (_, base, head, words) => {
    const {said, uncompared} = await run({base, head, missing});
    expect(said?.toSorted()).toEqual(words.toSorted());
    expect(uncompared).toEqual([NO_INPUTS]);
  });

  it('is not, where the base’s definition cannot be read: that is said', async () => {
    const base = {'docker-bake.hcl': 'target "web" {', '.github/plimsoll.yml': 'version: 1\n'};
    const {said, uncompared} = await run({base, head: {targets: {web: {}}}, missing});
    expect(said).toEqual([]);
    expect(uncompared).toEqual([
      NO_INPUTS,
      expect.stringMatching(/^What the base builds was not compared, because /),
    ]);
  });
});

describe('where nothing can be compared, why', () => {
  const old = recordOf({});
  const because = (reason: string): string => `The rules were not compared, because ${reason}.`;
  it.each<[string, Omit<Given, 'head'>, readonly (string | RegExp)[]]>([
    ['a push whose parent has none', {event: 'push', missing}, [because(missing)]],
    [
      'a base that the token does not see',
      {missing},
      [
        /^The rules were not compared, because no run has kept a record of it, and the base’s policy cannot be read: the token does not see it; give the job permissions: contents: read\.$/,
      ],
    ],
    [
      'an event that names no base',
      {missing, document: {}},
      [/and the base’s policy cannot be read: the event names no base commit\.$/],
    ],
    [
      'no token',
      {missing, inputs: {token: ''}},
      [/and the base’s policy cannot be read: there is no token to ask GitHub with\.$/],
    ],
    [
      'a base whose policy is wrong',
      {missing, base: {'.github/plimsoll.yml': 'version: 7\n'}},
      [/^The rules were not compared, because .*plimsoll\.yml/],
    ],
    [
      'a record of another version',
      {record: {...old, rules: {...old.rules, user: {level: 'error', require: 'somebody'}}}},
      [
        'The rule user was not compared, because the baseline’s record has options that this version of Plimsoll does not know.',
      ],
    ],
    [
      'a record that does not know what images are built upon',
      {record: {...old, built: old.built.map(({id, name}) => ({id, name}))}},
      [
        'What web/linux/amd64, api/linux/amd64 was built upon was not compared, because the baseline’s record does not say it.',
      ],
    ],
  ])('stands under the verdict: %s', async (_, given, words) => {
    const {uncompared} = await run({...given, head: {}});
    expect(uncompared).toEqual(
      words.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    );
  });

  it('is not asked where the record knows all', async () => {
    expect(await run({record: old, head: {}})).toEqual({said: [], uncompared: []});
  });

  it('is shown by comment, summary and terminal before anything that is folded', () => {
    const words = because('no run has kept a record');
    const quiet = {...COMPARED, causes: [], findings: {new: [], fixed: [], still: 1}};
    const made = report({images: [image({comparison: quiet})]});
    const told = {...made, runs: made.runs.map((one) => ({...one, uncompared: [words]}))};
    expect([made, told].map((one) => isWorthTelling(one, 'material'))).toEqual([false, true]);
    const texts = [
      renderComment(told, {links: {}}),
      renderSummary(told, {limit: 100_000}),
      renderTerminal(told, {colours: false, folder: '/r', kept: []}),
    ];
    for (const text of texts) {
      const lines = text.split('\n').filter((line) => line !== '');
      expect(lines[1]).toBe(words);
    }
    expect(renderQuietComment(made, {links: {}})).not.toContain(words);
  });
});
