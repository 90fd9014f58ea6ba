/**
 * Attacker: whoever changes the Dockerfile. In hand: the files in which package managers write down what
 * they installed. Must not get: a pass because the record of a vulnerable package is gone, and it is not.
 */
import {afterAll, describe, expect, it} from '@jest/globals';
import type {ScanFacts} from '../../src/domain/findings/facts.ts';
import {isKnown} from '../../src/domain/known.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {scanImage} from '../../src/stages/scan/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {writeLayout, type LayerOf, type TarEntry} from '../support/layouts.ts';
import {rpmDatabase, type RpmPackage} from '../support/rpm-database.ts';
import {planned, supplyOf} from '../support/scan.ts';

lab();
const folder = folders();
const deps = testDeps();
const supply = supplyOf(deps);
afterAll(() => deps.cleanup.run('job'));

async function look(...layers: readonly (readonly TarEntry[])[]) {
  const path = folder();
  await writeLayout(path, {layers: layers.map((entries): LayerOf => ({entries}))});
  const layout = {image: planned(), path};
  const {facts, tree, scannable} = await readImage(layout, {spare: folder()}, deps);
  const scanned = await scanImage({layout, scannable, facts, tree, supply, vex: []}, deps);
  if (!isKnown(scanned.facts) || !isKnown(facts)) throw new Error(JSON.stringify(scanned.facts));
  const diffIds = facts.value.layers.map(({diffId}) => diffId);
  return {found: scanned.facts.value, diffIds};
}

const namesOf = ({packages}: ScanFacts): readonly string[] =>
  packages.map(({name, version}) => `${name} ${version}`).sort();
const file = (name: string, content = 'x'): TarEntry => ({name, content});

const system = [
  file('etc/os-release', 'ID=debian\nVERSION_ID="12"\n'),
  file('etc/debian_version', '12.5\n'),
];
const one = (name: string, version: string, state = 'install ok installed'): string =>
  `Package: ${name}\nSource: ${name === 'zlib1g' ? 'zlib' : name}\nStatus: ${state}\nVersion: ${version}\nArchitecture: amd64\nMaintainer: x\nDescription: x\n\n`;
const status = (...all: readonly string[]): TarEntry => file('var/lib/dpkg/status', all.join(''));
const ZLIB = one('zlib1g', '1:1.2.13.dfsg-1');
const BASE = one('base-files', '12.4');
const MD5 = '9dd4e461268c8034f5c8564e155c67a6';
const zlib = [
  file(
    'var/lib/dpkg/info/zlib1g.md5sums',
    ['usr/lib/libz.so.1', 'usr/share/doc/zlib1g/x'].map((path) => `${MD5}  ${path}\n`).join(''),
  ),
  ...[file('usr/lib/libz.so.1'), file('usr/share/doc/zlib1g/x'), file('etc/z')],
];
const SITE = 'usr/lib/python3/dist-packages';
const requests = (version: string): readonly TarEntry[] => [
  file(
    `${SITE}/requests-${version}.dist-info/METADATA`,
    `Metadata-Version: 2.1\nName: requests\nVersion: ${version}\n\n`,
  ),
  file(
    `${SITE}/requests-${version}.dist-info/RECORD`,
    'requests/__init__.py,,\nrequests/__pycache__/a.pyc,,\n',
  ),
  file(`${SITE}/requests/__init__.py`),
  file(`${SITE}/requests/__pycache__/a.pyc`),
];
const gone = (name: string): TarEntry => file(name.replace(/([^/]+)$/, '.wh.$1'), '');

describe('a package without its record', () => {
  it('is still there and judged where its code is still there, and its remover is known', async () => {
    const {found, diffIds} = await look(
      [...system, status(BASE, ZLIB), ...zlib, ...requests('2.31.0')],
      [file('opt/a')],
      [status(BASE), gone(`${SITE}/requests-2.31.0.dist-info`)],
    );
    expect(namesOf(found)).toEqual([
      'base-files 12.4',
      'requests 2.31.0',
      'zlib1g 1:1.2.13.dfsg-1',
    ]);
    expect(found.findings.map(({package: name}) => name)).toEqual(
      expect.arrayContaining(['zlib', 'requests']),
    );
    expect(found.packages.map(({name, removedBy}) => [name, removedBy])).toEqual(
      expect.arrayContaining([
        ['base-files', undefined],
        ['requests', diffIds[2]],
        ['zlib1g', diffIds[2]],
      ]),
    );
  });

  it('is still there where the whole list is gone', async () => {
    const {found} = await look([...system, status(BASE, ZLIB), ...zlib], [gone('var/lib/dpkg')]);
    expect(namesOf(found)).toEqual(['zlib1g 1:1.2.13.dfsg-1']);
  });

  it('is still there where its file of a distroless image is gone', async () => {
    const [path, sums] = ['var/lib/dpkg/status.d/zlib1g', zlib[0]?.content ?? ''];
    const {found, diffIds} = await look(
      [...system, file(path, ZLIB), file(`${path}.md5sums`, String(sums)), ...zlib.slice(1)],
      [gone(path), gone(`${path}.md5sums`)],
    );
    expect(found.packages.map(({name, removedBy}) => [name, removedBy])).toEqual([
      ['zlib1g', diffIds[1]],
    ]);
  });

  it('is gone where only configuration, documentation and caches are left: apt-get autoremove', async () => {
    const {found} = await look(
      [...system, status(BASE, ZLIB), ...zlib, ...requests('2.31.0')],
      [
        status(BASE, one('zlib1g', '1:1.2.13.dfsg-1', 'deinstall ok config-files')),
        gone('usr/lib/libz.so.1'),
        gone(`${SITE}/requests-2.31.0.dist-info`),
        gone(`${SITE}/requests/__init__.py`),
      ],
    );
    expect(namesOf(found)).toEqual(['base-files 12.4']);
  });

  it('is the new one alone after an upgrade: apt-get upgrade, pip install -U', async () => {
    const {found} = await look(
      [...system, status(BASE, ZLIB), ...zlib, ...requests('2.31.0')],
      [
        status(BASE, one('zlib1g', '1:1.3')),
        ...[...zlib, ...requests('2.32.4')],
        gone(`${SITE}/requests-2.31.0.dist-info`),
      ],
    );
    expect(namesOf(found)).toEqual(['base-files 12.4', 'requests 2.32.4', 'zlib1g 1:1.3']);
  });
});

it('a module of node without its package.json is still there', async () => {
  const module = 'app/node_modules/ws';
  const {found} = await look(
    [
      file(`${module}/package.json`, '{"name": "ws", "version": "8.0.0", "license": "MIT"}'),
      ...[file(`${module}/index.js`), file(`${module}/README.md`)],
    ],
    [gone(`${module}/package.json`)],
  );
  expect(namesOf(found)).toEqual(['ws 8.0.0']);
  expect(found.findings.map(({package: name}) => name)).toContain('ws');
});

const ROCKY = [
  file('etc/os-release', 'ID="rocky"\nVERSION_ID="9.3"\n'),
  file('etc/rocky-release', 'Rocky Linux release 9.3 (Blue Onyx)\n'),
];
const [RPM_ZLIB, RPM_BASH, RPM_CURL] = ['zlib', 'bash', 'curl'].map((name): RpmPackage => ({
  ...{name, version: '1.2.11', release: '31.el9'},
  files: [
    ['/usr/lib64/', `${name}.so.1`],
    ['/usr/share/doc/', name],
  ],
})) as [RpmPackage, RpmPackage, RpmPackage];
const library = ({name}: RpmPackage): TarEntry => file(`usr/lib64/${name}.so.1`);

/** `rpm -e --justdb` for what is left out. */
const database = (...packages: readonly RpmPackage[]): TarEntry => ({
  name: 'var/lib/rpm/rpmdb.sqlite',
  content: rpmDatabase(packages, folder()),
});

describe('a package that the database of rpm has lost', () => {
  const base = [...ROCKY, database(RPM_BASH, RPM_ZLIB), library(RPM_BASH), library(RPM_ZLIB)];

  it('is still there while its library is, of whichever layer', async () => {
    const {found, diffIds} = await look(
      base,
      [database(RPM_BASH, RPM_ZLIB, RPM_CURL), library(RPM_CURL)],
      [database(RPM_BASH)],
    );
    expect(found.packages.map(({name, removedBy}) => [name, removedBy])).toEqual([
      ['bash', undefined],
      ['curl', diffIds[2]],
      ['zlib', diffIds[2]],
    ]);
  });

  it('is gone with its library, and one that stays is one: dnf remove, dnf install', async () => {
    const {found} = await look(base, [
      database(RPM_BASH, RPM_CURL),
      library(RPM_CURL),
      gone('usr/lib64/zlib.so.1'),
    ]);
    expect(namesOf(found)).toEqual(['bash 1.2.11-31.el9', 'curl 1.2.11-31.el9']);
  });

  it('is still there where the whole database is gone', async () => {
    const {found} = await look(base, [gone('var/lib/rpm')]);
    expect(namesOf(found)).toEqual(['bash 1.2.11-31.el9', 'zlib 1.2.11-31.el9']);
  });
});

it('a package that Composer no longer lists is still there', async () => {
  const list = (...names: readonly string[]): TarEntry =>
    file(
      'app/vendor/composer/installed.json',
      JSON.stringify({packages: names.map((name) => ({name, version: 'v4.4.0', type: 'library'}))}),
    );
  const code = ['symfony/http-kernel', 'twig/twig'].map((name) => file(`app/vendor/${name}/a.php`));
  const {found} = await look(
    [list('symfony/http-kernel', 'twig/twig'), ...code],
    [list('twig/twig')],
  );
  expect(namesOf(found)).toEqual(['symfony/http-kernel v4.4.0', 'twig/twig v4.4.0']);
});

it.each([
  [
    'usr/lib/python3/dist-packages/requests-2.31.0.egg-info/PKG-INFO',
    'Metadata-Version: 2.1\nName: requests\nVersion: 2.31.0\n\n',
    'usr/lib/python3/dist-packages/requests/api.py',
    'requests 2.31.0',
  ],
  [
    'usr/local/bundle/specifications/rack-2.0.0.gemspec',
    'Gem::Specification.new do |s|\n  s.name = "rack".freeze\n  s.version = "2.0.0"\n  s.licenses = ["MIT".freeze]\nend\n',
    'usr/local/bundle/gems/rack-2.0.0/lib/rack.rb',
    'rack 2.0.0',
  ],
])('without %s a package is still there', async (record, content, code, expected) => {
  const {found} = await look([file(record, content), file(code)], [gone(record)]);
  expect(namesOf(found)).toEqual([expected]);
});
