/** What is built, held to what docker compose and bake say themselves. */
import {execFileSync} from 'node:child_process';
import {relative} from 'node:path';
import {z} from 'zod';
import {describe, expect, it} from '@jest/globals';
import type {Plan} from '../../src/domain/plan/plan.ts';
import {UserError} from '../../src/errors.ts';
import {parseInputs, type RawInputs} from '../../src/inputs.ts';
import {makePlan} from '../../src/stages/plan/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {commitAll, committed, git} from '../support/git.ts';
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
  return makePlan(
    parseInputs(raw, {invocation: 'command', cwd: work, json: false, keep: false}),
    deps,
  );
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

const printSchema = z.object({
  target: z.record(
    z.string(),
    z.looseObject({
      context: z.string(),
      dockerfile: z.string(),
      args: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** As `docker compose -f FILE build` would. */
function composeBuilds(work: string, files: readonly string[]) {
  const args = ['compose', ...files.flatMap((file) => ['-f', file]), 'build', '--print'];
  const printed = execFileSync('docker', args, {cwd: work, encoding: 'utf8'});
  return Object.fromEntries(
    Object.entries(printSchema.parse(JSON.parse(printed)).target).map(([name, target]) => [
      name,
      {
        context: relative(work, target.context),
        dockerfile: relative(work, target.dockerfile),
        args: target.args,
      },
    ]),
  );
}

describe('compose files in folders', () => {
  const FILES = {
    '.env': 'X=root\n',
    'deploy/.env': 'X=deploy\n',
    'other/.env': 'X=other\n',
    'deploy/compose.yml':
      'services:\n  web: {build: {context: ., args: {X: "${X}"}}}\n  app: {build: {context: .., dockerfile: app/Dockerfile}}\n',
    'other/compose.yml':
      'services:\n  web: {build: {args: {Y: "${X}"}}}\n  more: {build: {context: ./more}}\n',
    ...{Dockerfile: DOCKERFILE, 'app/Dockerfile': DOCKERFILE, 'deploy/Dockerfile': DOCKERFILE},
    ...{'deploy/more/Dockerfile': DOCKERFILE, 'other/more/Dockerfile': DOCKERFILE},
  };

  it.each([
    [['deploy/compose.yml']],
    [['deploy/compose.yml', 'other/compose.yml']],
    [['other/compose.yml', 'deploy/compose.yml']],
  ])('%j build what docker compose builds of them', async (files) => {
    const {plan, work} = await planned(FILES, {files: files.join('\n')});
    const {target} = printSchema.parse(JSON.parse(plan.resolved));
    const ours = plan.images.map(({name, target: built, contextPath, dockerfilePath}) => [
      name,
      {
        context: relative(work, contextPath ?? ''),
        dockerfile: relative(work, dockerfilePath ?? ''),
        args: target[built]?.args,
      },
    ]);
    expect(Object.fromEntries(ours)).toEqual(composeBuilds(work, files));
  });

  it('hold what the input set names to the working directory', async () => {
    const set = 'web.context=app\nweb.contexts.more=deploy/more';
    const {plan, work} = await planned(FILES, {files: 'deploy/compose.yml', set});
    const web = plan.images.find(({name}) => name === 'web');
    expect(web?.contextPath).toBe(`${work}/app`);
    expect(web?.namedContexts).toEqual({more: `${work}/deploy/more`});
  });

  it('that need more than the folder that was named are told the folder that holds it', async () => {
    const work = folder(FILES);
    committed(work);
    const refusal = planOf(work, {workdir: 'deploy'});
    await expect(refusal).rejects.toThrow(/workdir: \. and files: deploy\/compose\.yml\.$/);
    await expect(refusal).rejects.not.toThrow(/fs\.read/);
  });
});

describe('a definition of nothing', () => {
  it.each([
    ['compose.yml', 'services: {db: {image: postgres}}\n', '', 'compose.yml builds nothing'],
    ['compose.yml', 'services: {db: {image: postgres}}\n', 'db', 'compose.yml defines no target'],
    ['docker-bake.hcl', 'variable "V" {default = "1"}\n', '', 'docker-bake.hcl defines no target'],
    ['docker-bake.json', '{"group": {"default": {"targets": []}}}', '', 'defines no target'],
  ])('%s: %j, targets %j', async (file, text, targets, words) => {
    const refusal = planned({[file]: text, Dockerfile: DOCKERFILE}, {targets});
    await expect(refusal).rejects.toThrow(words);
    await expect(refusal).rejects.toBeInstanceOf(UserError);
  });
});

describe('a target of bake', () => {
  it('has the platforms that buildx reads, from the file and from the input set', async () => {
    const files = {
      'docker-bake.hcl': 'target "default" {platforms = ["local"]}\n',
      Dockerfile: DOCKERFILE,
    };
    const {plan, work} = await planned(files);
    expect(plan.images.map(({platform}) => platform)).toEqual([
      process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64',
    ]);
    const set = await planOf(work, {set: '*.platform=linux/amd64,linux/arm64'});
    expect(set.images.map(({platform}) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
  });

  it('that makes no image is passed over, and said', async () => {
    const bake = [
      'group "default" {targets = ["app", "warm", "files", "lint"]}',
      'target "app" {}',
      'target "warm" {\n output = ["type=cacheonly"]\n}',
      'target "files" {\n output = ["type=local,dest=out"]\n}',
      'target "lint" {\n call = "check"\n}',
    ].join('\n');
    const {plan} = await planned({'docker-bake.hcl': bake, Dockerfile: DOCKERFILE});
    expect(plan.images.map(({name}) => name)).toEqual(['app']);
    expect(plan.notices.map(({message}) => message)).toContain(
      'Passed over, because they make no image: files (output local), lint (call check), warm (output cacheonly).',
    );
  });
});

function saysOf({notices}: Plan): string {
  return notices.map(({message}) => message).join('\n');
}

describe('what is left out beside a definition is named, and what it builds is not', () => {
  const DOCKERFILES = {
    ...{
      Dockerfile: DOCKERFILE,
      'Dockerfile.worker': DOCKERFILE,
      'docker/api.Dockerfile': DOCKERFILE,
    },
    ...{'a/b/c/d/Dockerfile': DOCKERFILE, 'examples/Dockerfile': DOCKERFILE},
    'worker.Dockerfile': DOCKERFILE,
  };

  it('for a bake file, also of targets that this run does not build', async () => {
    const bake = [
      'group "default" {targets = ["app"]}',
      'target "app" {\n contexts = {w = "target:worker"}\n}',
      'target "worker" {\n dockerfile = "Dockerfile.worker"\n}',
      'target "api" {\n context = "docker"\n dockerfile = "api.Dockerfile"\n}',
    ].join('\n');
    const {plan} = await planned({...DOCKERFILES, 'docker-bake.hcl': bake, '.env': 'A=b\n'});
    expect(plan.images.map(({name}) => name)).toEqual(['app']);
    expect(saysOf(plan)).toContain(
      'Passed over, because a bake file comes first: worker.Dockerfile, examples/Dockerfile, a/b/c/d/Dockerfile. The',
    );
  });

  it('for a compose file, with its override, COMPOSE_FILE, a platform and a profile', async () => {
    const services = [
      'services:',
      '  app: {build: ., platform: linux/s390x}',
      '  api: {build: {context: docker, dockerfile: api.Dockerfile}, profiles: [dev]}',
      '  inline: {build: {context: examples, dockerfile_inline: FROM scratch}}',
    ].join('\n');
    const files = {
      ...{...DOCKERFILES, 'compose.yml': `include: [more/compose.yml]\n${services}`},
      'compose.override.yaml': 'services: {app: {build: {args: {X: "1"}}}}\n',
      'more/compose.yml':
        'services: {more: {build: {context: .., dockerfile: worker.Dockerfile}}}\n',
      ...{'.env': 'COMPOSE_FILE=compose.yml:prod.yml:gone.yml\n', 'prod.yml': 'services: {}\n'},
    };
    const {plan} = await planned(files, {targets: 'app\nmore'});
    expect(plan.images.map(({name}) => name)).toEqual(['app', 'more']);
    const says = saysOf(plan);
    expect(says).toContain('Found compose file compose.yml, with compose.override.yaml over it.');
    expect(says).toContain(
      'Passed over, because a compose file comes first: Dockerfile.worker, examples/Dockerfile, a/b/c/d/Dockerfile. The',
    );
    expect(says).toContain('COMPOSE_FILE in .env names compose.yml, prod.yml: ');
    expect(says).toContain('docker compose builds app for linux/s390x, ');
    expect(says).not.toContain('Behind a profile');
  });

  it('in a submodule, whichever folder of the repository is looked at', async () => {
    const files = {Dockerfile: DOCKERFILE, 'in/worker.Dockerfile': DOCKERFILE};
    const other = folder(files);
    committed(other);
    const work = folder({'app/Dockerfile': DOCKERFILE});
    committed(work);
    git(work, 'submodule', '--quiet', 'add', other, 'app/lib');
    commitAll(work);
    const places: readonly (readonly [string, string])[] = [
      ['.', 'app/'],
      ['app', ''],
    ];
    for (const [workdir, at] of places) {
      const {images, notices} = await planOf(work, {workdir});
      expect(images).toHaveLength(1);
      expect(notices.map(({message}) => message)).toContain(
        `Not built by itself: ${at}lib/Dockerfile, ${at}lib/in/worker.Dockerfile. The input files names what else to build.`,
      );
    }
  });

  it('where nothing can be built: for services without a build, and for nothing at all', async () => {
    const {'docker/api.Dockerfile': api} = DOCKERFILES;
    const database = {'compose.yml': 'services: {db: {image: postgres}}\n'};
    await expect(planned({...database, 'docker/api.Dockerfile': api})).rejects.toThrow(
      /builds nothing: .* a compose file comes first: docker\/api\.Dockerfile\. The input files names/,
    );
    const variable = {'.env': 'COMPOSE_FILE=prod.yml\n', 'prod.yml': 'services: {}\n'};
    await expect(planned(variable)).rejects.toThrow(
      /nothing to build here: .* COMPOSE_FILE in \.env names prod\.yml: /,
    );
  });
});
