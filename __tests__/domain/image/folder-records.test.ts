import {describe, expect, it} from '@jest/globals';
import {RecordHistory} from '../../../src/domain/image/removed-records.ts';
import type {TreeEntry} from '../../../src/domain/archive/entry.ts';
import {Tree} from '../../../src/domain/image/tree.ts';

/** A path, or with a blank and what is in it. */
const file = (text: string): TreeEntry => ({
  name: Buffer.from(text.split(' ', 1)[0] ?? '').toString('latin1'),
  ...(text.includes(' ') && {content: Buffer.from(text.slice(text.indexOf(' ') + 1))}),
  kind: 'file',
  size: 1,
  mode: 0o644,
  uid: 0,
  gid: 0,
  mtime: 0,
});

function removed(...layers: readonly (readonly string[])[]) {
  const tree = new Tree();
  const history = new RecordHistory();
  for (const names of layers) {
    const entries = names.map(file);
    tree.apply(entries);
    history.apply(entries);
  }
  return history.removed(tree);
}

it.each(['usr/local/bundle', 'usr/lib/ruby/gems/3.3.0', 'usr/local/rvm/gems/ruby-3.2.0'])(
  'a gem in %s without its gemspec is there for as long as its code is',
  (home) => {
    const spec = `${home}/specifications/rack-2.0.0.gemspec`;
    const code = `${home}/gems/rack-2.0.0/lib/rack.rb`;
    const noSpec = `${home}/specifications/.wh.rack-2.0.0.gemspec`;
    expect(removed([spec, code], [noSpec])).toEqual([{path: spec, layers: 1, removedBy: 1}]);
    expect(removed([spec, code], [noSpec, `${home}/gems/.wh.rack-2.0.0`])).toEqual([]);
    expect(removed([spec, `${home}/gems/rack-2.0.0/README.md`], [noSpec])).toEqual([]);
    expect(removed([spec, code], [`${home}/gems/rack-3.1.0/lib/rack.rb`])).toEqual([]);
  },
);

const SITE = 'usr/lib/python3/dist-packages';

it.each([
  ['Jinja2-3.1.2.dist-info/METADATA', 'jinja2/sandbox.py'],
  ['Jinja2-3.1.2.egg-info/PKG-INFO', 'jinja2/sandbox.py'],
  ['six-1.16.0.egg-info', 'six.py'],
  ['_cffi_backend-1.15.egg-info', '_cffi_backend.cpython-311-x86_64-linux-gnu.so'],
])('a project of python without a list of files, %s, is there while %s is', (record, code) => {
  const gone = `${SITE}/${record}`.replace(/([^/]+)$/, '.wh.$1');
  const path = `${SITE}/${record}`;
  expect(removed([path, `${SITE}/${code}`], [gone])).toEqual([{path, layers: 1, removedBy: 1}]);
  expect(
    removed([path, `${SITE}/${code}`], [gone, `${SITE}/.wh.${code.split('/')[0] ?? ''}`]),
  ).toEqual([]);
  // Another version took its place, and left a file as it was.
  expect(removed([path, `${SITE}/${code}`], [gone, path.replace(/-[\d.]+\d/, '-9.0')])).toEqual([]);
});

it('an egg whose files are listed is judged by its list', () => {
  const egg = `${SITE}/PyYAML-5.3.egg-info`;
  const list = `${egg}/installed-files.txt ../yaml/__init__.py\n../yaml/__pycache__/a.pyc\nPKG-INFO\n`;
  const path = `${egg}/PKG-INFO`;
  const base = [list, path, `${SITE}/yaml/__init__.py`];
  const gone = `${SITE}/.wh.PyYAML-5.3.egg-info`;
  expect(removed(base, [gone])).toEqual([{path, layers: 1, removedBy: 1}]);
  expect(removed(base, [gone, `${SITE}/yaml/__init__.py`])).toEqual([]);
  expect(removed(base, [`${egg}/.wh.installed-files.txt`])).toEqual([]);
});

it.each(['{"packages": [$]}', '[$]'])(
  'what Composer no longer lists (%s) is there while its code is',
  (form) => {
    const path = 'app/vendor/composer/installed.json';
    const list = (...names: readonly string[]): string =>
      `${path} ${form.replace('$', names.map((name) => JSON.stringify({name})).join(','))}`;
    const code = ['app/vendor/a/a/x.php', 'app/vendor/b/b/x.php'];
    expect(removed([list('a/a', 'b/b'), ...code], [list('a/a')])).toEqual([
      {path, names: ['b/b'], layers: 1, removedBy: 1},
    ]);
    expect(
      removed([list('a/a', 'b/b'), ...code], ['app/vendor/composer/.wh.installed.json']),
    ).toEqual([
      {path, names: ['a/a'], layers: 1, removedBy: 1},
      {path, names: ['b/b'], layers: 1, removedBy: 1},
    ]);
    expect(removed([list('a/a', 'b/b'), ...code], [list('a/a'), 'app/vendor/b/.wh.b'])).toEqual([]);
  },
);

it.each(['var/lib/rpm/rpmdb.sqlite', 'usr/lib/sysimage/rpm/Packages.db', 'var/lib/rpm/Packages'])(
  'each earlier state of the database %s is asked about',
  (path) => {
    expect(removed([path], ['x'], [path], [path])).toEqual([
      {path, isDatabase: true, layers: 3, removedBy: 3},
      {path, isDatabase: true, layers: 1, removedBy: 2},
    ]);
    expect(removed([path], ['x'])).toEqual([]);
  },
);

it.each([
  ['npm', ['app/node_modules/ws/package.json', 'app/node_modules/ws/index.js']],
  ['apk', ['lib/apk/db/installed P:zlib\nV:1\n\nP:musl\nV:1\n', 'lib/libz.so.1']],
  [
    'apt-get',
    [
      'var/lib/dpkg/status Package: zlib1g\nStatus: install ok installed\nVersion: 1\n\n',
      'lib/z.so',
    ],
  ],
])('an upgrade by %s removes no record', (_, files) => {
  expect(removed(files, files)).toEqual([]);
});

describe('a list of files that was emptied first', () => {
  const info = `${SITE}/PyYAML-5.0.dist-info`;
  const [path, list, code] = [
    `${info}/METADATA`,
    `${info}/RECORD yaml/a.py,,\n`,
    `${SITE}/yaml/a.py`,
  ];

  it.each<[string, readonly (readonly string[])[], number]>([
    ['in the layer that removes the record', [[`${info}/RECORD `, `${info}/.wh.METADATA`]], 1],
    ['before that', [[`${info}/RECORD `], [`${SITE}/.wh.PyYAML-5.0.dist-info`]], 2],
  ])('hides nothing: %s', (_, layers, removedBy) => {
    expect(removed([path, list, code], ...layers)).toEqual([{path, layers: 1, removedBy}]);
  });

  it('hides nothing where the record was touched', () => {
    const gone = `${SITE}/.wh.PyYAML-5.0.dist-info`;
    expect(removed([path, list, code], [path], [gone])).toEqual([{path, layers: 2, removedBy: 2}]);
  });
});

it.each([
  ['var/lib/dpkg/status', 'Package: a\nStatus: install ok installed\nVersion: 1.0\n\n', /1\.0/],
  ['lib/apk/db/installed', 'P:a\nV:1.0-r0\n\n', /1\.0-r0/],
])('an entry of %s that the scanner passes over is no record', (path, entry, version) => {
  const state = (text: string): string => `${path} ${text}`;
  const expected = [{path, names: ['a'], layers: 1, removedBy: 1}];
  for (const broken of ['', 'not a version'])
    expect(removed([state(entry)], [state(entry.replace(version, broken))])).toEqual(expected);
  expect(removed([state(entry)], [state(entry.replace(version, '2:3~rc1-4'))])).toEqual([]);
});
