/**
 * The author of a pull request commits links and odd files where Plimsoll, bake or compose read: they must not
 * get a word of a file outside of the repository into any output, and must not make the run wait.
 */
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const CANARY = 'canary-Zq7(9xw-of-the-host';
const COMPOSE = 'services: {web: {build: .}}\n';
const WEB = 'services:\n  web:\n    build: .\n';

interface Attack {
  readonly what: string;
  readonly files?: Readonly<Record<string, string>>;
  /** By its name in the repository: where it leads, or a FIFO. */
  readonly odd?: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

const HOST = 'HOST';
const FIFO = 'FIFO';
const OUT = /leads out of the repository/;
const NO_FILE = /is not a file/;
const DOCKERFILE = {Dockerfile: 'FROM scratch\n'};
const GATE = {...DOCKERFILE, 'compose.yaml': COMPOSE};

const ATTACKS: readonly Attack[] = [
  {what: 'a bake file, link', odd: {'docker-bake.json': HOST}, says: OUT},
  {what: 'a compose file, link', odd: {'compose.yaml': '/proc/self/environ'}, says: OUT},
  {what: 'a compose file, FIFO', odd: {'compose.yaml': FIFO}, says: NO_FILE},
  {what: 'an ignore file, FIFO', files: GATE, odd: {'.dockerignore': FIFO}, says: NO_FILE},
  {
    what: "a Dockerfile's own ignore file, FIFO",
    files: GATE,
    odd: {'Dockerfile.dockerignore': FIFO},
    says: NO_FILE,
  },
  {what: 'a .env, link', files: GATE, odd: {'.env': HOST}, says: OUT},
  {
    what: 'a .env, FIFO, beside a bake file',
    files: {...DOCKERFILE, 'docker-bake.json': '{"target":{"default":{"context":"."}}}'},
    odd: {'.env': FIFO},
    says: NO_FILE,
  },
  {what: 'the policy, link', files: GATE, odd: {'.github/plimsoll.yml': HOST}, says: OUT},
  {
    what: 'a VEX document above',
    files: {...GATE, '.github/plimsoll.yml': 'version: 1\nvex: [../secret]\n'},
    says: OUT,
  },
  {
    what: 'a VEX document by its whole path',
    files: {...GATE, '.github/plimsoll.yml': 'version: 1\nvex: [HOST]\n'},
    says: OUT,
  },
  {what: 'an ignore list, link', files: GATE, odd: {'.trivyignore.yaml': HOST}, says: OUT},
  {
    what: 'an include, link',
    files: {...GATE, 'compose.yaml': `include: [inc.yml]\n${WEB}`},
    odd: {'inc.yml': HOST},
    says: OUT,
  },
  {
    what: 'an include above, merged in',
    files: {...GATE, 'compose.yaml': `x-a: &a\n  include: [HOST]\n<<: *a\n${WEB}`},
    says: OUT,
  },
  {
    what: 'the environment of an include',
    files: {
      ...GATE,
      'inc.yml': 'services: {}\n',
      'compose.yaml': `include: [{path: inc.yml, env_file: HOST}]\n${WEB}`,
    },
    says: OUT,
  },
  {
    what: 'extends, by its whole path',
    files: {...GATE, 'compose.yaml': `${WEB}    extends: {file: HOST, service: a}\n`},
    says: OUT,
  },
  ...['https://example.invalid/x.git', 'git@example.invalid:x.git', 'oci://example.invalid/x'].map(
    (remote) => ({
      what: `an include of ${remote}`,
      files: {...GATE, 'compose.yaml': `include: ['${remote}']\n${WEB}`},
      says: /is not on this disk/,
    }),
  ),
  {
    what: 'an include through a variable',
    files: {...GATE, 'compose.yaml': `include: ['\${HOME}/x']\n${WEB}`},
    says: /through a variable/,
  },
  {
    what: 'a Dockerfile, link',
    files: {'compose.yaml': COMPOSE},
    odd: {Dockerfile: HOST},
    says: /asks for more than its working directory/,
  },
  {
    what: "a bake file's secret, link",
    files: {
      ...DOCKERFILE,
      'docker-bake.json': '{"target":{"default":{"context":".","secret":["id=a,src=s"]}}}',
    },
    odd: {s: HOST},
    says: /asks for more than its working directory/,
  },
];

function textsIn(path: string): string {
  return readdirSync(path, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

it.each(ATTACKS)('$what: refused, with no word of the host', ({files = {}, odd = {}, says}) => {
  const outer = folder({secret: `${CANARY}: [\n`, ...DOCKERFILE});
  const host = join(outer, 'secret');
  const repository = folder(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        text
          .replaceAll('../secret', `../${outer.split('/').at(-1) ?? ''}/secret`)
          .replaceAll('HOST', host),
      ]),
    ),
  );
  for (const [name, to] of Object.entries(odd)) {
    const path = join(repository, name);
    spawnSync('mkdir', ['-p', join(path, '..')]);
    if (to === FIFO) spawnSync('mkfifo', [path]);
    else symlinkSync(to === HOST ? host : to, path);
  }
  const report = folder();
  const started = Date.now();
  const ran = runCommand({
    args: ['--report-dir', report, '--timeout', '30s', '--offline', repository],
    // The lab's own `set` replaces every target's secrets, and its `allow` grants a path.
    env: {MY_CANARY: CANARY, PLIMSOLL_ALLOW: undefined, PLIMSOLL_SET: undefined},
  });
  expect(ran.stderr).toMatch(says);
  expect(ran.status).toBe(64);
  expect(`${ran.stderr}${ran.stdout}${textsIn(report)}`).not.toContain(CANARY);
  expect(Date.now() - started).toBeLessThan(20_000);
});
