/** What is written as YAML with a schema: the policy, its ignore list, and VEX documents. */
import {parsePolicy} from '../../../src/domain/policy/parse.ts';
import {parseTrivyignoreYaml} from '../../../src/domain/policy/trivyignore.ts';
import {parseVex} from '../../../src/domain/policy/vex.ts';
import {isAnswered} from '../target.ts';
import {yamlTarget} from '../yaml-target.ts';

const waiver = {rule: 'vulnerabilities', reason: 'no fix yet', expires: '2027-01-31'};
const policy = yamlTarget(
  [
    {
      version: 1,
      files: ['docker-bake.hcl', 'more/docker-bake.json', 'a/compose.yaml', 'b/Dockerfile'],
      vex: ['vex/one.json', 'vex/two.json', 'vex/three.json'],
      rules: {size: {max: '200MB'}, vulnerabilities: {'fail-on': 'high'}, user: {level: 'warning'}},
      images: {web: {rules: {size: {max: '1GB'}}}, api: {rules: {size: {max: '2GB'}}}},
      waivers: [
        {...waiver, id: 'CVE-2026-1', image: 'web'},
        {...waiver, package: 'openssl', path: 'usr/lib/**', reason: 'is not reached'},
        {...waiver, id: 'CVE-2026-2', image: 'api', package: 'libssl3', path: 'usr/*.so'},
        {...waiver, id: 'GHSA-1', image: 'tools', package: 'ws', reason: 'for tests alone'},
        {rule: 'user', reason: 'needs port 80', expires: '2027-02-01'},
      ],
    },
    {
      version: 1,
      waivers: [
        {...waiver, id: 'CVE-2026-3'},
        {...waiver, path: '[a-z]*/{a,b}'},
      ],
    },
  ],
  (text) => isAnswered(() => parsePolicy(text, '.github/plimsoll.yml')),
);

const entries = [
  {id: 'CVE-2026-1', paths: ['usr/**', 'a/*.{js,ts}'], statement: 'is not reached'},
  {id: 'CVE-2026-2', purls: ['pkg:npm/lodash@4.17.20'], expired_at: '2027-01-01'},
];
const trivyignoreYaml = yamlTarget(
  [
    {vulnerabilities: entries, secrets: [{id: 'aws-access-key-id', paths: ['srv/x']}]},
    {vulnerabilities: [{id: 'CVE-2026-3'}], licenses: [{id: 'GPL'}], misconfigurations: [{}]},
  ],
  (text) => isAnswered(() => parseTrivyignoreYaml(text, '.trivyignore.yaml')),
);

const statement = {
  vulnerability: {'@id': 'https://nvd.example/CVE-2026-1', name: 'CVE-2026-1', aliases: ['GHSA-1']},
  products: [{'@id': 'pkg:npm/a@1', subcomponents: [{'@id': 'pkg:npm/b@2'}]}],
  status: 'not_affected',
  justification: 'component_not_present',
};
const document = {'@id': 'https://vex.example/1', author: 'a', timestamp: '2026-01-01T00:00:00Z'};
const vex = yamlTarget(
  [
    {
      '@context': 'https://openvex.dev/ns/v0.2.0',
      ...{...document, version: 1},
      statements: [statement, {...statement, status: 'fixed'}],
    },
    {
      '@context': 'https://openvex.dev/ns',
      ...document,
      statements: [
        {vulnerability: 'CVE-2026-2', products: ['pkg:deb/debian/a'], status: 'affected'},
      ],
    },
  ],
  (text) => isAnswered(() => parseVex(text, 'vex.json')),
);

export const POLICIES = {policy, 'trivyignore-yaml': trivyignoreYaml, vex};
