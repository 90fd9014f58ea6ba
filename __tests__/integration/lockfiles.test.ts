/** The line of the lockfile that pins a package: on a build of several stages, in a folder of the repository. */
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Location, Log} from 'sarif';
import type {Report} from '../../src/domain/report/schema.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();

const installNode = (path: string, name: string, version: string): string =>
  `RUN mkdir -p ${path}/node_modules/${name} && echo '{"name":"${name}","version":"${version}"}' > ${path}/node_modules/${name}/package.json`;

const DOCKERFILE = [
  'FROM busybox AS web',
  'COPY web/yarn.lock /web/',
  installNode('/web', 'ws', '8.0.0'),
  'FROM busybox AS api',
  'COPY api /api',
  installNode('/api', 'ws', '8.0.0'),
  installNode('/api', 'semver', '7.0.0'),
  'FROM busybox AS jobs',
  'RUN --mount=type=bind,source=poetry.lock,target=/poetry.lock mkdir -p /jobs/idna-3.6.dist-info \\',
  "  && printf 'Metadata-Version: 2.1\\nName: idna\\nVersion: 3.6\\n' > /jobs/idna-3.6.dist-info/METADATA",
  'FROM busybox',
  'COPY --from=web /web /web',
  'COPY --link --from=api /api /api',
  'COPY --from=jobs /jobs /jobs',
  'COPY *.json /',
  installNode('/', 'braces', '3.0.2'),
  installNode('/', 'tar', '6.2.0'),
].join('\n');

const IN = 'shop ä';
const LOCK = (name: string, version: string): string =>
  JSON.stringify({packages: {[`node_modules/${name}`]: {version}}}, undefined, 2);
const FILES = {
  '.github/plimsoll.yml': 'version: 1\nrules: {user: {level: off}, healthcheck: {level: off}}\n',
  [`${IN}/Dockerfile`]: DOCKERFILE,
  [`${IN}/web/yarn.lock`]: '# yarn lockfile v1\n\nws@^8.0.0:\n  version "8.0.0"\n',
  [`${IN}/api/pnpm-lock.yaml`]: 'packages:\n\n  semver@7.0.0: {}\n\n  ws@8.0.0: {}\n',
  [`${IN}/poetry.lock`]: '[[package]]\nname = "IDNA"\nversion = "3.6"\n',
  // Of the last stage; the second one is not sent.
  [`${IN}/package-lock.json`]: LOCK('braces', '3.0.2'),
  [`${IN}/held/package-lock.json`]: LOCK('tar', '6.2.0'),
  [`${IN}/.dockerignore`]: 'held\n',
};

describe('a package that a lockfile pins', () => {
  let report: Report;
  let log: Log;

  beforeAll(() => {
    const [reports, repository] = [folder(), folder(FILES)];
    execFileSync('git', ['init', '--quiet'], {cwd: repository});
    execFileSync('git', ['add', '--all'], {cwd: repository});
    const ran = runCommand({args: ['--report-dir', reports, join(repository, IN)]});
    report = readReport(reports);
    const [sarif] = readdirSync(reports).filter((name) => name.endsWith('.sarif'));
    if (sarif === undefined) throw new Error(`The lab's build gave no SARIF: ${ran.stderr}`);
    log = JSON.parse(readFileSync(join(reports, sarif), 'utf8')) as Log;
  }, 240_000);

  const placesOf = (name: string): readonly string[] =>
    report.images
      .flatMap(({findings}) => findings ?? [])
      .filter((finding) => finding.package === name)
      .flatMap(({places}) => places.map(({file, startLine}) => `${file}:${startLine ?? 0}`));

  it.each<[string, string, readonly string[]]>([
    [
      'of each stage that a layer is copied from',
      'ws',
      ['api/pnpm-lock.yaml:5', 'web/yarn.lock:3', 'Dockerfile:12', 'Dockerfile:13'],
    ],
    ['of a folder that a stage copies', 'semver', ['api/pnpm-lock.yaml:3', 'Dockerfile:13']],
    ['that a step mounts', 'idna', ['poetry.lock:2', 'Dockerfile:14']],
    ['that a pattern takes', 'braces', ['package-lock.json:3', 'Dockerfile:16']],
    ['and not where none is sent that does', 'tar', ['Dockerfile:17']],
  ])('sits there: %s', (_, name, places) => {
    expect(placesOf(name).toSorted()).toEqual(places.map((place) => `${IN}/${place}`).toSorted());
    expect(placesOf(name)[0]).toMatch(name === 'tar' ? /Dockerfile:/ : /lock[.:]/);
  });

  it('has its path from the root of the repository, percent-encoded', () => {
    const uriOf = (location: Location | undefined): string | undefined =>
      location?.physicalLocation?.artifactLocation?.uri;
    const idna = log.runs[0]?.results?.find(({message}) => message.text?.startsWith('idna '));
    expect(idna?.locations?.map(uriOf)).toEqual(['shop%20%C3%A4/poetry.lock']);
    expect(idna?.relatedLocations?.map(uriOf)).toEqual(['shop%20%C3%A4/Dockerfile']);
  });
});
