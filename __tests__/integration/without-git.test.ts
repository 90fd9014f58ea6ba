/** Surroundings in which git does not answer as it should: the same policy, the same ids, one line. */
import {execFileSync} from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {parseInputs} from '../../src/inputs.ts';
import {makePlan} from '../../src/stages/plan/index.ts';
import {testDeps, type TestDepsOptions} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {committed, git} from '../support/git.ts';

const folder = folders();
const PLAIN = {GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'};

/** A policy at the root, one tracked Dockerfile below `svc`, and one that git does not know. */
function checkout(): string {
  const root = folder({
    '.github/plimsoll.yml': 'version: 1\nrules: {size: {max: 7MB}}\n',
    'svc/api/Dockerfile': 'FROM scratch\n',
  });
  committed(root);
  mkdirSync(join(root, 'svc/mine'));
  writeFileSync(join(root, 'svc/mine/Dockerfile'), 'FROM scratch\n');
  return root;
}

function withoutGit(): string {
  const tools = folder();
  for (const name of ['docker', 'sh']) {
    const path = execFileSync('which', [name], {encoding: 'utf8'}).trim();
    symlinkSync(path, join(tools, name));
  }
  return tools;
}

interface Surroundings {
  readonly name: string;
  readonly make: (root: string) => TestDepsOptions;
  /** What git would have said; undefined where it answers. */
  readonly line?: RegExp;
}

const TABLE: readonly Surroundings[] = [
  {name: 'as it should be', make: () => ({env: PLAIN})},
  {
    name: 'no git on PATH',
    make: () => ({env: {...PLAIN, PATH: withoutGit()}}),
    line: /git is not installed or not on PATH/,
  },
  {
    name: 'a broken configuration of the user',
    make: () => ({env: {...PLAIN, GIT_CONFIG_GLOBAL: join(folder({x: '[user\n'}), 'x')}}),
    line: /bad config line 1/,
  },
  {
    name: 'another owner',
    make: (root) => {
      chownSync(root, 4321, 4321);
      chownSync(join(root, '.git'), 4321, 4321);
      return {env: PLAIN};
    },
    line: /dubious ownership/,
  },
  {
    name: 'an unknown extension',
    make: (root) => {
      git(root, 'config', 'core.repositoryFormatVersion', '1');
      appendFileSync(join(root, '.git/config'), '[extensions]\n\tfuture = 1\n');
      return {env: PLAIN};
    },
    line: /extension/,
  },
  {
    name: 'variables of a hook of another repository',
    make: () => {
      const other = folder({'svc/other/Dockerfile': 'FROM scratch\n'});
      committed(other);
      return {
        env: {
          ...PLAIN,
          GIT_DIR: join(other, '.git'),
          GIT_INDEX_FILE: join(other, '.git/index'),
          GIT_WORK_TREE: other,
          GIT_PREFIX: '',
        },
      };
    },
  },
  {
    name: 'a linked .git, and no git',
    make: (root) => {
      const store = join(folder(), 'store');
      renameSync(join(root, '.git'), store);
      writeFileSync(join(root, '.git'), `gitdir: ${store}\n`);
      return {env: {...PLAIN, PATH: withoutGit()}};
    },
    line: /git is not installed or not on PATH/,
  },
];

async function planOf(
  root: string,
  options: TestDepsOptions,
): Promise<{max: unknown; images: readonly string[]; ids: readonly string[]; lines: string[]}> {
  const workdir = join(root, 'svc');
  const deps = testDeps({...options, cwd: workdir});
  const inputs = parseInputs(
    {workdir},
    {invocation: options.door ?? 'command', cwd: workdir, json: false, keep: false},
  );
  const plan = await makePlan(inputs, deps);
  return {
    max: plan.policy.rules.size['max'],
    images: plan.images.map(({name}) => name),
    ids: plan.images.map(({id}) => JSON.stringify(id)),
    lines: plan.notices.flatMap(({message}) => (/\bgit\b/i.test(message) ? [message] : [])),
  };
}

describe('git that does not answer', () => {
  it.each(TABLE)('changes nothing but one line: $name', async ({make, line}) => {
    const expected = await planOf(checkout(), {env: PLAIN});
    expect(expected).toMatchObject({max: 7e6, images: ['svc-api'], lines: []});
    const root = checkout();
    const {lines, ...found} = await planOf(root, make(root));
    expect(found).toMatchObject({max: 7e6, images: expected.images, ids: expected.ids});
    expect(lines).toEqual(line === undefined ? [] : [expect.stringMatching(line)]);
  });

  it('leaves an action the workspace, without .git too', async () => {
    const root = checkout();
    renameSync(join(root, '.git'), join(folder(), 'gone'));
    const env = {...PLAIN, GITHUB_WORKSPACE: root, GITHUB_EVENT_NAME: 'push'};
    const {max, images} = await planOf(root, {door: 'action', env});
    expect({max, images}).toEqual({max: 7e6, images: ['svc-api', 'svc-mine']});
  });

  it('builds nothing by itself where the index cannot be read either', async () => {
    const root = checkout();
    writeFileSync(join(root, '.git/index'), 'DIRC');
    await expect(planOf(root, {env: {...PLAIN, PATH: withoutGit()}})).rejects.toThrow(
      /Which Dockerfiles git tracks is not known: git is not installed.*input files/,
    );
  });
});

describe('the folder that is named', () => {
  it.each(['${HOME}', '%{if true}', 'blank ', "it's"])('may be called %s', async (name) => {
    const root = folder({[`${name}/Dockerfile`]: 'FROM scratch\n'});
    committed(root);
    const deps = testDeps({cwd: root, env: PLAIN});
    const asked = {invocation: 'command', cwd: root, json: false, keep: false} as const;
    const plan = await makePlan(parseInputs({}, asked), deps);
    expect(plan.images).toMatchObject([
      {contextPath: join(root, name), dockerfilePath: join(root, name, 'Dockerfile')},
    ]);
  });

  it('leaves out what a deletion took away, and says it', async () => {
    const root = folder({'a/Dockerfile': 'FROM scratch\n', 'b/Dockerfile': 'FROM scratch\n'});
    committed(root);
    rmSync(join(root, 'b'), {recursive: true});
    const deps = testDeps({cwd: root, env: PLAIN});
    const asked = {invocation: 'command', cwd: root, json: false, keep: false} as const;
    const plan = await makePlan(parseInputs({}, asked), deps);
    expect(plan.images).toMatchObject([{name: 'a'}]);
    expect(plan.notices).toContainEqual({
      from: 'plan',
      message: expect.stringMatching(/^Left out, because .* away from the disk: b\/Dockerfile\.$/),
    });
    rmSync(join(root, 'a'), {recursive: true});
    await expect(makePlan(parseInputs({}, asked), deps)).rejects.toThrow(
      /nothing to build here: .* a\/Dockerfile, b\/Dockerfile\.$/,
    );
  });
});
