import {describe, expect, it, test} from '@jest/globals';
import {buildLoosenings} from '../../../src/domain/policy/loosenings.ts';
import type {BuiltImage} from '../../../src/domain/record/policy.ts';
import {describeFailure} from '../../../src/domain/build/failures.ts';
import {buildPolicyFacts, denialIn} from '../../../src/domain/build/build-policy.ts';
import {namesPolicy} from '../../../src/domain/plan/build-policy.ts';
import {judge} from '../../../src/domain/policy/evaluate.ts';
import {known} from '../../../src/domain/known.ts';
import {gathered, policy} from '../../support/evidence.ts';

/** As buildx 0.31 writes it (cmd/buildx/main.go, solver/errdefs/source.go, sourcepolicy/policysession). */
const DENIED = `Policy: only our own registry, please.
Policy: ask the platform team
Dockerfile:1
--------------------
   1 | >>> FROM nginx
   2 |     RUN echo no space left on device
--------------------
ERROR: target web: failed to solve: nginx: error evaluating the source policy: source "docker-image://docker.io/library/nginx:latest" not allowed by policy: action DENY
`;
const DENIAL = {
  source: 'docker-image://docker.io/library/nginx:latest',
  messages: ['only our own registry, please.', 'ask the platform team'],
  target: 'web',
};
const FILE = 'app/Dockerfile.rego';
const WEB = {target: 'web', buildPolicy: {files: [{file: FILE, hash: 'a'}]}};
const NEW = {
  buildx: '0.31.1',
  builder: {name: 'b', driver: 'docker-container', buildkit: 'v0.26.0'},
};

describe('a denial', () => {
  it('is told in the words of the policy', () => {
    const {message, denied} = describeFailure({stderr: DENIED, steps: [], dockerfiles: new Map()});
    expect(denied).toEqual(DENIAL);
    expect(message).toBe(
      'A build policy does not allow docker-image://docker.io/library/nginx:latest: only our own registry, please.; ask the platform team.',
    );
  });

  it('is none where a step only prints it, or a Dockerfile says it', () => {
    const line = 'source "docker-image://x" not allowed by policy: action DENY';
    expect(denialIn(`   1 | >>> RUN echo '${line}'\nERROR: failed to solve: exit code: 1`)).toBe(
      undefined,
    );
    expect(denialIn(line)).toBe(undefined);
  });

  it('fails the image whose target it is of, at its file, and leaves the others unable', () => {
    const failure = {message: 'm', output: [], denied: DENIAL};
    const missing = 'The image was not built.';
    const images = ['web', 'api'].map((target) =>
      gathered(
        {buildPolicy: buildPolicyFacts({...WEB, target}, {...NEW, failure})},
        {name: target, missing},
      ),
    );
    const {verdict, verdicts, violations} = judge({
      ...{policy: policy({}), images, today: '2026-11-28'},
    });
    expect(verdict).toBe('fail');
    expect([...verdicts.values()]).toEqual(['fail', 'unable']);
    expect(violations).toMatchObject([
      {
        rule: 'build-policy',
        place: {file: 'app/Dockerfile.rego'},
        told: {
          words: {
            message:
              'The build policy does not allow docker-image://docker.io/library/nginx:latest: only our own registry, please.; ask the platform team.',
          },
        },
      },
    ]);
  });
});

describe('a policy that nobody asked', () => {
  it.each([
    [
      {...NEW, buildx: '0.30.9'},
      'buildx 0.30.9 does not know build policies, and 0.31.0 or newer is needed',
    ],
    [{...NEW, buildx: undefined}, 'the version of buildx is not known'],
    [
      {...NEW, builder: {...NEW.builder, buildkit: 'v0.25.2'}},
      'BuildKit v0.25.2 does not know build policies, and 0.26.0 or newer is needed',
    ],
    [{buildx: '0.31.0'}, 'the builder does not tell its version of BuildKit'],
  ])('makes its image unable: %j', (built, reason) => {
    const found = buildPolicyFacts(WEB, built as Parameters<typeof buildPolicyFacts>[1]);
    expect(found).toMatchObject({unable: expect.stringContaining(reason)});
    const {verdict, outcomes} = judge({
      ...{policy: policy({}), images: [gathered({buildPolicy: found})], today: '2026-11-28'},
    });
    expect(verdict).toBe('unable');
    expect(outcomes.find(({rule}) => rule === 'build-policy')?.outcome).toBe('unable');
  });

  it('is asked by those that know it, and then passes', () => {
    const found = buildPolicyFacts(WEB, NEW);
    expect(found).toEqual(known({files: ['app/Dockerfile.rego'], denials: []}));
    for (const version of ['0.32.0', '1.0.0'])
      expect(buildPolicyFacts(WEB, {...NEW, buildx: version})).toEqual(found);
  });

  it('may be named by a definition whose buildx leaves it out; a newer one prints it', () => {
    const image = {target: 'web', buildPolicy: {files: [], saidIn: 'docker-bake.hcl'}};
    expect(buildPolicyFacts(image, {...NEW, buildx: '0.29.1'})).toMatchObject({
      unable: expect.stringContaining('docker-bake.hcl'),
    });
    expect(buildPolicyFacts(image, NEW)).toEqual(known({files: [], denials: []}));
  });

  it('says nothing where there is none', () => {
    const found = buildPolicyFacts({target: 'web'}, {buildx: '0.20.0'});
    const {outcomes} = judge({
      ...{policy: policy({}), images: [gathered({buildPolicy: found})], today: '2026-11-28'},
    });
    expect(outcomes.map(({rule}) => rule)).not.toContain('build-policy');
  });
});

test('one that is taken out or changed is a loosening; one that comes is none', () => {
  const image = (hash?: string): BuiltImage => ({
    ...{id: 'web/linux/amd64', name: 'web', contexts: []},
    ...(hash === undefined ? {} : {policies: [{file: FILE, hash}]}),
  });
  const found = (before?: string, now?: string): readonly string[] =>
    buildLoosenings({built: [image(before)]}, {built: [image(now)]}).map(
      (one) => `${one.about}: ${one.before}, ${one.now}`,
    );
  expect(found('a')).toEqual([`the build policy ${FILE}: asked, asked no longer`]);
  expect(found('a', 'b')).toEqual([`the build policy ${FILE}: asked, asked with another text`]);
  expect(found('a', 'a')).toEqual([]);
  expect(found(undefined, 'a')).toEqual([]);
});

describe('namesPolicy', () => {
  it.each([
    ['target "a" {\n  policy = ["p.rego"]\n}', true],
    ['target "a" { policy=[] }', true],
    ['{"target": {"a": {"policy": ["p.rego"]}}}', true],
    ['# policy = ["p.rego"]', false],
    ['target "policy" {}', false],
    ['variable "my_policy" { default = policy == "x" }', false],
  ])('%j', (text, expected) => {
    expect(namesPolicy(text)).toBe(expected);
  });
});
