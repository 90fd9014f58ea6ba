import {mkdtemp, mkdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {imageId} from '../../../src/domain/image-id.ts';
import type {PlannedImage} from '../../../src/domain/planned-image.ts';
import {withBuildPolicy} from '../../../src/stages/plan/build-policies.ts';
import {testDeps} from '../../support/deps.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'plimsoll-rego-'));
  await mkdir(join(root, 'app'));
  for (const name of [
    'app/Dockerfile',
    'app/Dockerfile.rego',
    'app/other.Dockerfile',
    'extra.rego',
  ])
    await writeFile(join(root, name), name);
});
afterAll(() => rm(root, {recursive: true}));

async function policyOf(
  dockerfile: string | undefined,
  {
    policy,
    text = '',
    kind = 'bake',
  }: {policy?: unknown[]; text?: string; kind?: 'bake' | 'compose'},
): Promise<unknown> {
  const image: PlannedImage = {
    ...{id: imageId({name: 'web', platform: 'linux/amd64'}), name: 'web', target: 'web'},
    ...{platform: 'linux/amd64', namedContexts: {}, overrides: []},
    ...(dockerfile === undefined ? {} : {dockerfilePath: join(root, dockerfile)}),
  };
  const around = {
    printed: {built: ['web'], targets: {web: {policy}}, resolved: ''},
    definition: {...{kind, folder: root, files: [], targets: []}, set: [], allow: []},
    written: [{file: 'docker-bake.hcl', text}],
    bounds: {repository: root, allowed: []},
  };
  const {buildPolicy} = await withBuildPolicy(image, around, testDeps());
  return (
    buildPolicy && {
      files: buildPolicy.files.map(({file}) => file),
      ...(buildPolicy.saidIn !== undefined && {saidIn: buildPolicy.saidIn}),
    }
  );
}

describe('the build policies of an image', () => {
  const BESIDE = 'app/Dockerfile';
  it.each([
    ['beside its Dockerfile', BESIDE, {}, {files: ['app/Dockerfile.rego']}],
    ['of another Dockerfile', 'app/other.Dockerfile', {}, undefined],
    ['without a Dockerfile here', undefined, {}, undefined],
    [
      'and those of its target',
      BESIDE,
      {policy: ['extra.rego', {filename: 'gone.rego'}]},
      {files: ['app/Dockerfile.rego', 'extra.rego', 'gone.rego']},
    ],
    [
      'of its target alone',
      BESIDE,
      {policy: [{filename: 'extra.rego', reset: true}]},
      {files: ['extra.rego']},
    ],
    ['switched off', BESIDE, {policy: [{disabled: true}]}, undefined],
    [
      'of a definition that buildx does not understand',
      undefined,
      {text: 'policy = ["extra.rego"]'},
      {files: [], saidIn: 'docker-bake.hcl'},
    ],
    ['of no bake file', undefined, {text: 'policy = 1', kind: 'compose'} as const, undefined],
  ])('%s', async (_, dockerfile, given, expected) => {
    expect(await policyOf(dockerfile, given)).toEqual(expected);
  });
});
