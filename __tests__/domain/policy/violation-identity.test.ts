/** Frozen: who changes one of these opens that alert anew for every user, and calls every old violation new. */
import {expect, test} from '@jest/globals';
import {RULES, RULE_IDS, type RuleId} from '../../../src/domain/policy/rules/index.ts';

const FROZEN: readonly (readonly [RuleId, object, string])[] = [
  [
    'size',
    {bytes: 2, max: 1, biggest: {bytes: 1, base: true, instruction: 'RUN x'}},
    'size fcc45cd63f79014af67d0ce53f0eb660',
  ],
  ['download', {bytes: 2, max: 1}, 'download ab157a870a802a89467d26a270de9452'],
  [
    'growth',
    {grownBytes: 1, beforeBytes: 2, maxBytes: 0, blame: 'own'},
    'growth bfffcb1473ddf94ab594832040c3f8de',
  ],
  ['user', {mistake: 'root', declared: 'root', uid: 0}, 'user ea3f72a80f784f0820bfbb7350d84848'],
  ['healthcheck', {mistake: 'missing'}, 'healthcheck 1c61363ce2f06496534d58a2151bc73f'],
  [
    'healthcheck',
    {mistake: 'unhealthy', check: ['x']},
    'healthcheck 31f2d3d5304889e287545b6c59ef332e',
  ],
  ['healthcheck', {mistake: 'exited', exitCode: 1}, 'healthcheck 0bf3dfaff3faaba59996b7e632ba630b'],
  [
    'secrets',
    {
      rule: 'github-pat',
      title: 'A token',
      severity: 'critical',
      where: 'file',
      path: '/app/.npmrc',
      line: 3,
    },
    'secrets/github-pat 63560e270289f0a1def474053e45662a',
  ],
  [
    'secrets',
    {
      rule: 'github-pat',
      title: 'A token',
      severity: 'critical',
      where: 'environment',
      variable: 'TOKEN',
      nth: 2,
    },
    'secrets/github-pat 45dcf4d0085756271fcb9540e5f5a8c4',
  ],
  ['multi-stage', {stages: 1, min: 2}, 'multi-stage 1a0027f6a54c43719fcd1f98bd48909c'],
  [
    'build-tools',
    {base: false, bytes: 1, tools: []},
    'build-tools d8120e63f76004dfaac265cd284a9d63',
  ],
  [
    'build-tools',
    {base: true, bytes: 1, tools: []},
    'build-tools 47fd3d8f498a532d28810d96a8b349a2',
  ],
  [
    'build-context',
    {mistake: 'too-large', bytes: 2, max: 1, biggest: {path: 'a', bytes: 1}},
    'build-context 6acd7a963e1df14aa32b51d11040de00',
  ],
  [
    'build-context',
    {mistake: 'unwanted', found: [], ignoreFile: '.dockerignore'},
    'build-context 618b94c7679154cc635dd18d11b08afd',
  ],
  [
    'build-context',
    {mistake: 'unused-ignore-file', file: 'a/.dockerignore', reason: 'r'},
    'build-context 769bed748303b63e5d7a0f6cb6199989',
  ],
  [
    'build-checks',
    {
      check: 'StageNameCasing',
      message: 'Stage name ‘B’ should be lowercase',
      url: 'https://docs.docker.com/',
    },
    'build-checks/StageNameCasing 33c23437cdc4a031447fba3c263053fd',
  ],
  [
    'build-policy',
    {about: 'docker-image://a', messages: ['m']},
    'build-policy 7aacafe2f2863eebc677d268dda8b415',
  ],
  [
    'waste',
    {wasteBytes: 1, unpackedBytes: 2, max: 1, biggest: {kind: 'deleted', path: 'a', bytes: 1}},
    'waste 77b2e53f7a4ca82404c9162f4566da82',
  ],
  [
    'build-time',
    {seconds: 2, maxSeconds: 1, how: 'measured'},
    'build-time 7b5bdcf9cd43e03f669357de471d7dfe',
  ],
  [
    'freshness',
    {what: 'database', days: 4, maxDays: 3},
    'freshness c4f2fc359c1ff126306557f8788c8d16',
  ],
  [
    'freshness',
    {what: 'system', system: 'debian 10'},
    'freshness e2099be1468947e0cbca4b7c3656d864',
  ],
];

test.each(FROZEN)('%s of %j is %s', (rule, data, identity) => {
  const told = RULES[rule].read(data);
  expect(`${told?.name} ${told?.identityIn('web/linux/amd64')}`).toBe(identity);
});

test('none is forgotten that is held against an image and tells of no finding', () => {
  const others: readonly RuleId[] = ['vulnerabilities', 'loosening'];
  const frozen = new Set(FROZEN.map(([rule]) => rule));
  expect(RULE_IDS.filter((id) => !frozen.has(id) && !others.includes(id))).toEqual([]);
});
