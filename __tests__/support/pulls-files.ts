/** A repository of two small images, whose figures are the same on every machine; and changes of it. */
import {execFileSync} from 'node:child_process';
import {createCipheriv} from 'node:crypto';
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {stringify} from 'yaml';
import {lab} from './lab.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

/**
 * Of what the package manager makes. What a build copies has the times of its checkout, which moves a
 * download by a few bytes; no figure of the comments is near enough to where it is rounded.
 */
const EPOCH = '1700000000';

/** The same digits in every run: they pack to half, with no surprise. */
export function noise(bytes: number): Buffer {
  const key = Buffer.alloc(16);
  const random = createCipheriv('aes-128-ctr', key, key).update(Buffer.alloc(bytes / 2));
  return Buffer.from(random.toString('hex'));
}

/** A package manager. What its index says changes without a change of the repository: a secret is no part of a step. */
const ADD = `#!/bin/sh
set -eu
grep "^$1 " /run/secrets/index | while read -r name version bytes; do
  cd /usr/lib/node_modules
  mkdir "$name"
  echo "{\\"name\\": \\"$name\\", \\"version\\": \\"$version\\"}" >"$name/package.json"
  head -c "$bytes" /usr/share/noise >"$name/index.js"
  touch -d @${EPOCH} "$name"/* "$name" .
done
`;

function packageFile(name: string, version: string): string {
  return `${JSON.stringify({name, version})}\n`;
}

/** The commit that every pull request is held against. */
export function repositoryFiles(base: string): Files {
  return {
    'docker-bake.json': bakeFile(['api', 'worker']),
    '.github/plimsoll.yml': policy({max: '5MB'}),
    'api/Dockerfile': apiDockerfile(base),
    'api/package-lock.json': lockfile('7.5.1'),
    'api/packages/semver/package.json': packageFile('semver', '7.5.1'),
    'api/packages/semver/index.js': noise(200_000),
    'api/src/index.html': '<h1>Hello</h1>\n',
    'worker/Dockerfile': dockerfile(base, 'COPY jobs /jobs'),
    'worker/jobs/every-day': noise(200_000),
  };
}

/** Of the package manager. */
export const INDEX = 'ws 6.2.3 120000\nnext 14.2.24 420000\n';

export interface Pull {
  /** Names the file of its comment. */
  readonly name: string;
  readonly files: (base: string) => Files;
  /** What is another between the two builds, and is not in the repository. */
  readonly moves?: 'base' | 'index';
}

export const PULLS: readonly Pull[] = [
  {
    name: 'package-bumped',
    files: () => ({
      'api/package-lock.json': lockfile('7.7.2'),
      'api/packages/semver/package.json': packageFile('semver', '7.7.2'),
      'api/packages/semver/index.js': noise(230_000),
    }),
  },
  {name: 'file-added', files: () => ({'api/src/photo.jpg': noise(620_000)})},
  {
    name: 'run-line-added',
    files: (base) => ({'api/Dockerfile': apiDockerfile(base, `${RUN} add next`)}),
  },
  {
    name: 'image-added',
    files: (base) => ({
      'docker-bake.json': bakeFile(['api', 'worker', 'web']),
      'web/Dockerfile': dockerfile(base, 'COPY pages /pages'),
      'web/pages/index.html': noise(300_000),
    }),
  },
  {name: 'image-removed', files: () => ({'docker-bake.json': bakeFile(['api'])})},
  {name: 'limit-raised', files: () => ({'.github/plimsoll.yml': policy({max: '8MB'})})},
  {
    name: 'waiver-added',
    files: () => ({
      '.github/plimsoll.yml': policy({
        max: '5MB',
        waivers: [
          {
            ...{rule: 'vulnerabilities', id: 'CVE-2022-25883', package: 'semver'},
            ...{reason: 'no range comes from outside', expires: '2099-12-31'},
          },
        ],
      }),
    }),
  },
  {name: 'package-drifted', files: () => ({'README.md': 'Read me.\n'}), moves: 'index'},
  {name: 'base-moved', files: () => ({'README.md': 'Read me.\n'}), moves: 'base'},
];

const RUN = 'RUN --mount=type=secret,id=index';

function apiDockerfile(base: string, ...more: readonly string[]): string {
  const copies = ['COPY packages /node_modules', 'COPY src /www'];
  return dockerfile(base, `${RUN} add ws`, ...more, ...copies);
}

function dockerfile(base: string, ...lines: readonly string[]): string {
  return [
    `FROM ${base}`,
    ...lines,
    'USER 1000',
    'HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:8080/',
    'CMD ["httpd", "-f", "-p", "8080"]',
    '',
  ].join('\n');
}

function bakeFile(targets: readonly string[]): string {
  const target = Object.fromEntries(targets.map((name) => [name, {context: name}]));
  return JSON.stringify({group: {default: {targets}}, target}, null, 2);
}

function policy({max, ...rest}: {readonly max: string; readonly waivers?: object[]}): string {
  return stringify({version: 1, rules: {size: {max}}, ...rest});
}

function lockfile(semver: string): string {
  const entry = {version: semver};
  return JSON.stringify(
    {lockfileVersion: 3, packages: {'': {name: 'api'}, 'node_modules/semver': entry}},
    null,
    2,
  );
}

/** Of what `pushBase` pushes. */
export const BASE_LAYERS = 2;

export interface Base {
  /** As a FROM line names it. */
  readonly name: string;
  /** The engine remembers what earlier runs of the tests built on it. */
  readonly nonce: string;
  readonly nanoid: string;
  readonly bytes: number;
}

/** Pushes a base image, where the engine's mirror finds it. @returns its digest */
export function pushBase(work: string, {name, nonce, nanoid, bytes}: Base): string {
  write(work, {
    Dockerfile: 'FROM busybox AS tools\nFROM scratch\nCOPY --from=tools /bin /bin\nCOPY files /\n',
    // Where they are not, each RUN makes them, with the time of the day.
    ...{'files/dev/.keep': '', 'files/proc/.keep': '', 'files/sys/.keep': ''},
    'files/bin/add': ADD,
    'files/usr/share/noise': noise(bytes),
    'files/etc/base': nonce,
    'files/usr/lib/node_modules/nanoid/package.json': packageFile('nanoid', nanoid),
  });
  chmodSync(join(work, 'files/bin/add'), 0o755);
  const metadata = join(work, 'metadata.json');
  const image = `type=image,name=${lab().registry}/library/${name}`;
  execFileSync(
    'docker',
    [
      ...['buildx', 'build', '--quiet', '--provenance=false', '--metadata-file', metadata],
      ...['--output', `${image},push=true,store=false,rewrite-timestamp=true`, work],
    ],
    {stdio: 'pipe', env: {...process.env, SOURCE_DATE_EPOCH: EPOCH}},
  );
  const text = readFileSync(metadata, 'utf8');
  return /"containerimage.digest": "(sha256:[0-9a-f]{64})"/.exec(text)?.[1] ?? '';
}

export function write(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
}
