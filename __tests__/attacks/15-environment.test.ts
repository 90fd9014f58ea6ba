/**
 * Rule 15. The attacker writes the definition of a pull request, or a build prints what it was given. In
 * their hands: the name of any variable of the job. They must not get its value out of any output.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {makeMirror} from '../../src/stages/plan/mirror.ts';
import {runAction} from '../support/action.ts';
import {runCommand} from '../support/command.ts';
import {decoded} from '../support/decoded.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {commitIn} from '../support/planted-repository.ts';

const folder = folders();
const TOKEN = 'npm_AbCdEf0123456789xyz-1';
const KEY = 'wJalr*XUtnFEMI_K7MDENG<bPx>RfiCY';
const ENV = {MYTOK: TOKEN, AWS_SECRET_ACCESS_KEY: KEY};

function filesIn(path: string): readonly string[] {
  return readdirSync(path, {recursive: true, withFileTypes: true}).flatMap((entry) => [
    entry.name,
    ...(entry.isFile() ? [decoded(readFileSync(join(entry.parentPath, entry.name)))] : []),
  ]);
}

function expectSilence(texts: readonly string[]): void {
  const seen = texts.map(decoded);
  const told = [TOKEN, KEY].filter((one) => seen.some((text) => text.includes(one.slice(2, -2))));
  expect(told).toEqual([]);
}

test('A build that prints its secret, plain and encoded, and fails, tells nobody', () => {
  const work = folder({
    Dockerfile:
      'FROM busybox\nRUN --mount=type=secret,id=tok t=$(cat /run/secrets/tok); echo "401 with $t and $(echo -n me:$t | base64)"; exit 1\n',
    'docker-bake.hcl': 'target "default" {\n  secret = ["id=tok,env=MYTOK"]\n}\n',
  });
  const [job, reports] = [folder(), folder()];
  const inputs = {'report-dir': reports, cache: 'off', baseline: 'none'};
  const env = {...ENV, GITHUB_EVENT_NAME: 'push'};
  const {stdout, stderr, summary, outputs} = runAction({job, workspace: work, inputs, env});
  expect(summary).toContain('401 with');
  expectSilence([stdout, stderr, summary, ...outputs.values(), ...filesIn(reports)]);
});

const HCL =
  'variable "AWS_SECRET_ACCESS_KEY" {\n  default = ""\n  validation {\n    condition = AWS_SECRET_ACCESS_KEY == ""\n    error_message = "it is ${AWS_SECRET_ACCESS_KEY}"\n  }\n}\ntarget "default" {}\n';

test.each([
  ['the message of a validation', {'docker-bake.hcl': HCL, Dockerfile: 'FROM busybox\n'}],
  [
    'a stage',
    {
      'compose.yaml':
        'services:\n  app:\n    build: {context: ., target: "${AWS_SECRET_ACCESS_KEY}"}\n    user: "${AWS_SECRET_ACCESS_KEY}"\n',
      Dockerfile: 'FROM busybox\n',
    },
  ],
])('A definition that makes %s of a variable of the job tells nobody', (_, files) => {
  const [work, reports] = [folder(files), folder()];
  const {stdout, stderr} = runCommand({args: [work, `--report-dir=${reports}`], env: ENV});
  expect(stderr).toMatch(/AWS_SECRET_ACCESS_KEY|\*\*\*/);
  expectSilence([stdout, stderr, ...filesIn(reports)]);
});

describe('What stands in a definition is open', () => {
  const COMPOSE = `include: [../common.yml, ../private.yml]
services: {app: {extends: {file: ../base.yml, service: base}}}
`;
  const part = (value: string): string =>
    `services: {${value.slice(0, 3)}: {build: {context: ., args: {X: ${value}}}}}\n`;
  const files = {
    ...{'app/compose.yaml': COMPOSE, '.gitignore': 'private.yml\napp/.env\n'},
    ...{'common.yml': part('common-value-1'), 'private.yml': part('private-value-1')},
    'base.yml': 'services: {base: {build: {context: ., args: {Y: base-value-1}}}}\n',
    ...{'.env': 'A=tracked-value-1\n', 'app/.env': 'B=ignored-value-1\n'},
  };
  const VALUES = ['common-value-1', 'private-value-1', 'base-value-1'];

  async function openIn(repository: string): Promise<readonly string[]> {
    const workdir = join(repository, 'app');
    const deps = testDeps({cwd: workdir});
    const {committed} = await makeMirror(
      {
        ...{paths: [join(workdir, 'compose.yaml')], by: 'repository', folder: workdir},
        bounds: {repository, allowed: []},
      },
      deps,
    );
    const shown = ['tracked-value-1', 'ignored-value-1'].filter(
      (value) => deps.secrets.mask(value) === value,
    );
    return [...VALUES.filter((value) => committed.join('').includes(value)), ...shown];
  }

  test('where git knows the file, that an include or extends leads to as well', async () => {
    const repository = folder(files);
    commitIn(repository);
    expect(await openIn(repository)).toEqual(['common-value-1', 'base-value-1', 'tracked-value-1']);
  });

  test('where nobody can tell, but for the values of .env', async () => {
    expect(await openIn(folder(files))).toEqual(VALUES);
  });
});
