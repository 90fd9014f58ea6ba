import {expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {
  parseSecretRules,
  secretConfig,
  secretRuleHash,
} from '../../../src/domain/policy/secret-rules.ts';
import {weakenedSecretRules} from '../../../src/domain/policy/weakened-secret-rules.ts';

const FILE = 'trivy-secret.yaml';
const RULE = [
  'rules:',
  '  - id: corp-token',
  '    category: corp',
  '    title: Token of ours',
  '    severity: HIGH',
  "    regex: 'corp_[0-9]{8}'",
];

function configOf(...lines: readonly string[]): unknown {
  return parse(secretConfig(parseSecretRules(lines.join('\n'), FILE).rules));
}

const READ = {
  ...{id: 'corp-token', category: 'corp', title: 'Token of ours', severity: 'HIGH'},
  regex: 'corp_[0-9]{8}',
};

it.each<[string, readonly string[], object]>([
  ['as it is', RULE, READ],
  ['with keywords', [...RULE, '    keywords: [corp_]'], {...READ, keywords: ['corp_']}],
  [
    'with what narrows it',
    [...RULE, '    path: a', '    secret-group-name: b', '    allow-rules: [{path: c, id: d}]'],
    {...READ, path: 'a', 'secret-group-name': 'b', 'allow-rules': [{path: 'c', id: 'd'}]},
  ],
  ['without what nobody knows', [...RULE, '    run: rm', '    path: null'], READ],
  ['without what loosens others', ['disable-rules: [github-pat]', ...RULE], READ],
])('a rule is handed on %s', (_what, lines, expected) => {
  expect(configOf(...lines)).toEqual({rules: [expected]});
});

it.each([
  ['', []],
  ['rules:', []],
  ['rules: []\n', []],
  [
    'allow-rules: []\ndisable-allow-rules: [x]\n',
    [
      `${FILE}: \`allow-rules\`, \`disable-allow-rules\` have no effect here: secrets are looked for by all of Trivy’s own rules; accept what is none in .github/plimsoll.yml by a waiver (rule secrets, with id or path).`,
    ],
  ],
  [
    [...RULE, 'enable-builtin-rules: [github-pat]'].join('\n'),
    [
      `${FILE}: its own \`rules\` are looked for, but \`enable-builtin-rules\` has no effect here: secrets are looked for by all of Trivy’s own rules; accept what is none in .github/plimsoll.yml by a waiver (rule secrets, with id or path).`,
    ],
  ],
])('%j: says what has no effect', (text, notices) => {
  expect(parseSecretRules(text, FILE).notices).toEqual(notices);
});

it.each([
  ['rules: 7', `${FILE}:1: \`rules\` is \`7\`, where a list is expected.`],
  ['rules:\n  - id: a\n', `${FILE}:2: \`rules[0].regex\` is missing.`],
  ['rules: [', `${FILE}:`],
  [
    `rules:\n  - id: a\n    regex: b\n  - id: c\n    regex: ${'x'.repeat(17_000)}\n`,
    `${FILE}:4: this rule has more than 16384 characters`,
  ],
  [
    `rules:\n${'  - {id: a, regex: b}\n'.repeat(201)}`,
    `${FILE}:1: there are 201 rules for secrets, and at most 200 are looked for`,
  ],
])('%.40j is refused with file and line', (text, words) => {
  expect(() => parseSecretRules(text, FILE)).toThrow(words);
});

it('a configuration holds no character that YAML reads otherwise than JSON', () => {
  const title = 'a\u0000\u007f\u0085\u00a0\u2028\u2029\ufeff\uffff é 😀 "\\ \t';
  const text = JSON.stringify({rules: [{id: 'a', title, regex: 'b'}]});
  const config = secretConfig(parseSecretRules(text, FILE).rules);
  expect(config).not.toMatch(/[\p{Cc}\u00a0\u2028\u2029\ufeff\uffff]/u);
  expect(JSON.parse(config)).toEqual({rules: [{id: 'a', title, regex: 'b'}]});
});

it('a rule that is gone or other is a loosening, and a new one is none', () => {
  const recordOf = (...lines: readonly string[]) => ({
    secretRules: parseSecretRules(lines.join('\n'), FILE).rules.map((rule) => ({
      id: rule.id,
      hash: secretRuleHash(rule),
    })),
  });
  const [own, narrowed] = [recordOf(...RULE), recordOf(...RULE, '    path: never')];
  const about = {about: 'the secret rule `corp-token`', before: 'looked for'};
  expect(weakenedSecretRules(own, {})).toEqual([{...about, now: 'looked for no longer'}]);
  expect(weakenedSecretRules(own, narrowed)).toEqual([
    {...about, now: 'looked for with another text'},
  ]);
  expect(weakenedSecretRules(own, own)).toEqual([]);
  expect(weakenedSecretRules({}, own)).toEqual([]);
});
