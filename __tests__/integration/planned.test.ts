/** What is built, held to what docker compose and bake say themselves. */
import {describe, expect, it} from '@jest/globals';
import type {Plan} from '../../src/domain/plan.ts';
import {parseInputs, type RawInputs} from '../../src/inputs.ts';
import {makePlan} from '../../src/stages/plan/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {committed} from '../support/git.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();
const DOCKERFILE = 'FROM scratch\nCOPY x /x\n';

interface Planned {
  readonly plan: Plan;
  readonly work: string;
}

async function planned(
  files: Readonly<Record<string, string>>,
  inputs: Partial<RawInputs> = {},
): Promise<Planned> {
  const work = folder(files);
  committed(work);
  return {work, plan: await planOf(work, inputs)};
}

function planOf(work: string, raw: Partial<RawInputs>): Promise<Plan> {
  const deps = testDeps({cwd: work, temporary: folder()});
  return makePlan(parseInputs(raw, {door: 'command', cwd: work, json: false, keep: false}), deps);
}

describe('services with dots', () => {
  const COMPOSE = 'services:\n  laravel.test: {build: ., user: app}\n  other: {build: .}\n';

  it('keep their names: for the reader, the input targets, the policy and the place', async () => {
    const policy = 'version: 1\nimages: {laravel.test: {rules: {user: {level: warning}}}}';
    const {plan} = await planned(
      {'compose.yml': COMPOSE, Dockerfile: DOCKERFILE},
      {targets: 'laravel.test', policy},
    );
    expect(plan.images).toMatchObject([
      {name: 'laravel.test', target: 'laravel_test', overrides: [{key: 'user', value: 'app'}]},
    ]);
    expect(plan.images[0]?.id).toMatch(/^laravel\.test\//);
  });

  it.each([
    ['compose reads', ''],
    ['compose refuses and bake reads', '    healthcheck: {test: 1}\n'],
  ])('that bake takes for one target are refused by name: in a file that %s', async (_, more) => {
    const two = `services:\n  web_1: {build: .}\n  web.1:\n    build: .\n${more}`;
    await expect(planned({'compose.yml': two, Dockerfile: DOCKERFILE})).rejects.toThrow(
      /The services web[._]1 and web[._]1 are one target to bake \(web_1\)/,
    );
  });
});

describe('a pattern in the input targets', () => {
  it('is what bake takes it for', async () => {
    const bake = 'target "app-a" {}\ntarget "app-b" {}\ntarget "web" {}\n';
    const {plan} = await planned(
      {'docker-bake.hcl': bake, Dockerfile: DOCKERFILE},
      {targets: 'app-*'},
    );
    expect(plan.images.map(({name}) => name)).toEqual(['app-a', 'app-b']);
  });
});
