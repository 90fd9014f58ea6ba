/** A repository's rules for secrets add to the scanner's own, and hide nothing: threats.md rule 7. */
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {isKnown} from '../../src/domain/known.ts';
import {parseSecretRules, type SecretRule} from '../../src/domain/policy/secret-rules.ts';
import type {Layout} from '../../src/domain/layout.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {buildLayout, scanOf, supplyOf} from '../support/scan.ts';

const TOKEN = 'token = "ghp_26C7e42F292c6912E7710c838347Ae178B4a"\n';
const folder = folders();
const deps = testDeps();
const supply = supplyOf(deps);
let layout: Layout;
beforeAll(() => {
  const files = {
    'trivy-secret.yaml': TOKEN,
    'no-rules.yaml': TOKEN,
    key: TOKEN,
    'corp.txt': 'password corp_12345678\n',
  };
  const names = Object.keys(files).join(' ');
  const context = folder({...files, Dockerfile: `FROM scratch\nCOPY ${names} /\n`});
  layout = buildLayout(context);
});
afterAll(() => deps.cleanup.run('job'));

/** `rule path` of every secret, or why there was no scan. */
async function found(secretRules: readonly SecretRule[] = []): Promise<readonly string[]> {
  const {facts} = await scanOf({deps, supply, layout, secretRules});
  return isKnown(facts)
    ? facts.value.secrets.map(({rule, path}) => `${rule} ${path ?? ''}`).toSorted()
    : [facts.unable];
}

function rulesOf(config: object): readonly SecretRule[] {
  return parseSecretRules(JSON.stringify(config), 'trivy-secret.yaml').rules;
}

const OWN = ['github-pat key', 'github-pat no-rules.yaml', 'github-pat trivy-secret.yaml'];
const RULE = {id: 'corp-token', category: 'Corp', title: 'Token of ours', severity: 'HIGH'};

it('no file of an image is passed over because rules may be called so', async () => {
  expect(await found()).toEqual(OWN);
});

it('rules are added, and take nothing from those of the scanner', async () => {
  const rules = rulesOf({
    rules: [
      {...RULE, title: 'Ours\u2028\u0085\ufeff é 😀', regex: 'corp_[0-9]{8}', keywords: ['corp_']},
      {...RULE, id: 'all-tokens', severity: 'low', regex: 'gh[a-z]_\\w+', path: 'key$'},
      {...RULE, id: 'github-pat', regex: 'ghp_\\w+', 'allow-rules': [{path: '.*', regex: '.*'}]},
      {...RULE, id: 'none', regex: '.', 'exclude-block': {regexes: ['(?s).*']}},
    ],
    'disable-rules': ['github-pat'],
    'enable-builtin-rules': ['aws-access-key-id'],
    'allow-rules': [{id: 'all', path: '.*'}],
    'exclude-block': {regexes: ['(?s).*']},
  });
  expect(await found(rules)).toEqual(['all-tokens key', 'corp-token corp.txt', ...OWN].toSorted());
});

it('what the scanner cannot read as a rule is no clean image', async () => {
  const [reason] = await found(rulesOf({rules: [{...RULE, regex: 'corp_(?=1)'}]}));
  expect(reason).toContain('trivy-secret.yaml');
  expect(reason).toContain('(?=');
});
