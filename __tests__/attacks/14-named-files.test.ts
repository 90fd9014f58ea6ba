/**
 * The author of a pull request commits links and odd files where Plimsoll, bake or compose read: they must not
 * get a word of a file outside of the repository into any output, and must not make the run wait.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, it} from '@jest/globals';
import {readReport, runCommand, type Ran} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {committed} from '../support/git.ts';

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
  {what: 'the policy, endless', files: GATE, odd: {'.github/plimsoll.yml': '/dev/zero'}, says: OUT},
  {what: 'the policy, FIFO', files: GATE, odd: {'.github/plimsoll.yml': FIFO}, says: NO_FILE},
  {
    what: 'a VEX document, link',
    files: {...GATE, '.github/plimsoll.yml': 'version: 1\nvex: [v.json]\n'},
    odd: {'v.json': HOST},
    says: OUT,
  },
  {what: 'a bake file, endless', odd: {'docker-bake.hcl': '/dev/zero'}, says: OUT},
  {
    what: 'extends, link',
    files: {...GATE, 'compose.yaml': `${WEB}    extends: {file: base.yml, service: a}\n`},
    odd: {'base.yml': '/proc/self/environ'},
    says: OUT,
  },
  {
    what: 'an include, FIFO',
    files: {...GATE, 'compose.yaml': `include: [inc.yml]\n${WEB}`},
    odd: {'inc.yml': FIFO},
    says: NO_FILE,
  },
  {what: "Trivy's own list, link", files: GATE, odd: {'.trivyignore': HOST}, says: OUT},
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

/** Links and FIFOs by their names; what is called HOST leads there. */
function place(repository: string, odd: Readonly<Record<string, string>>, host: string): void {
  for (const [name, to] of Object.entries(odd)) {
    const path = join(repository, name);
    mkdirSync(dirname(path), {recursive: true});
    if (to === FIFO) spawnSync('mkfifo', [path]);
    else symlinkSync(to === HOST ? host : to, path);
  }
}

interface Run extends Ran {
  /** All that it wrote. */
  readonly all: string;
  readonly report: string;
}

function run(repository: string): Run {
  const report = folder();
  const started = Date.now();
  const ran = runCommand({
    args: ['--report-dir', report, '--timeout', '60s', repository],
    // The lab's own `set` replaces every target's secrets, and its `allow` grants a path.
    env: {MY_CANARY: CANARY, PLIMSOLL_ALLOW: undefined, PLIMSOLL_SET: undefined},
  });
  expect(Date.now() - started).toBeLessThan(40_000);
  return {...ran, report, all: `${ran.stderr}${ran.stdout}${textsIn(report)}`};
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
  place(repository, odd, host);
  const {stderr, status, all} = run(repository);
  expect(stderr).toMatch(says);
  expect(status).toBe(64);
  expect(all).not.toContain(CANARY);
});

it('what is read by nobody is no error: the rest is built, and says no word of the host', () => {
  const host = join(folder({secret: `${CANARY}: [\n`}), 'secret');
  const [outside, untracked] = [`env_file: [none.env, '${host}']`, 'Kq8-untracked(value'];
  const repository = folder({
    'compose.yaml': [
      'services:',
      `  web: {build: ., ${outside}, label_file: '${host}'}`,
      `  other: {build: {context: ., dockerfile: other.Dockerfile}, label_file: none.labels}`,
    ].join('\n'),
    Dockerfile: 'FROM busybox\nCOPY . /app/\nRUN cat /app/.env\n',
    'other.Dockerfile': 'FROM busybox\nCOPY . /app/\n',
  });
  const odd = {'.dockerignore': '/proc/self/environ', 'other.Dockerfile.dockerignore': '/dev/zero'};
  place(repository, {...odd, 'package-lock.json': HOST, 'sub/yarn.lock': '/dev/zero'}, host);
  committed(repository);
  writeFileSync(join(repository, '.env'), `VALUE=${untracked}\n`);
  const {all, report} = run(repository);
  const {images} = readReport(report);
  expect(images.map(({name, state}) => [name, state])).toEqual([
    ['other', 'built'],
    ['web', 'built'],
  ]);
  // Of both services it was said that their ignore files lead out.
  expect(all.match(/leads out of its folder/g)?.length).toBeGreaterThanOrEqual(2);
  expect(all).toMatch(/VALUE=\*\*\*/);
  for (const word of [CANARY, untracked]) expect(all).not.toContain(word);
}, 90_000);
