import {describe, expect, it} from '@jest/globals';
import type {Member, PackageFacts} from '../../../../src/domain/findings/facts.ts';
import {pinFinder, type Lockfile} from '../../../../src/domain/findings/lockfiles/finder.ts';
import {lockfileFormat, parsePins} from '../../../../src/domain/findings/lockfiles/index.ts';
import type {OriginStep} from '../../../../src/domain/findings/lockfiles/origin.ts';

function lockfile(file: string, text: string, ...takenBy: readonly string[]): Lockfile {
  const format = lockfileFormat(file);
  if (format === undefined) throw new Error(`${file} has no format.`);
  return {file, takenBy, ...parsePins(format, text)};
}

const member = (purl: string, change: Partial<Member> = {}): Member => ({
  ...{package: 'whatever', purl, version: decodeURIComponent(/@([^@]+)$/.exec(purl)?.[1] ?? '')},
  ...change,
});

const run = (id: string, command: string, ...inputs: readonly string[]): OriginStep => ({
  id,
  inputs,
  text: JSON.stringify({exec: {meta: {args: ['/bin/sh', '-c', command]}}}),
});
const copy = (id: string, ...inputs: readonly string[]): OriginStep => ({
  ...{id, inputs},
  text: JSON.stringify({file: {actions: [{copy: {src: '/requirements-dev.txt'}}]}}),
});

interface Around {
  readonly steps?: readonly OriginStep[];
  readonly step?: string;
  readonly packages?: readonly PackageFacts[];
}

/** `file:line` of each place. */
function find(lockfiles: readonly Lockfile[], one: Member, around: Around = {}): readonly string[] {
  const {steps = [copy('copy')], step = 'copy', packages = []} = around;
  return pinFinder(lockfiles, {steps, packages})(one, step).map(
    ({file, startLine}) => `${file}:${startLine ?? 0}`,
  );
}

const DJANGO = member('pkg:pypi/django@4.2');

describe('a pin is of a package', () => {
  it.each([
    ['requirements.txt', 'Django==4.2.0', 'pkg:pypi/django@4.2'],
    ['requirements.txt', 'Typing_Extensions==4.1', 'pkg:pypi/typing-extensions@4.1'],
    ['requirements.txt', 'torch==2.0', 'pkg:pypi/torch@2.0.0%2Bcpu'],
    ['requirements.txt', 'torch==2.0+cpu', 'pkg:pypi/torch@2.0%2Bcpu'],
    ['requirements.txt', 'zope.interface', 'pkg:pypi/zope-interface@5.0'],
    ['yarn.lock', '"@x/a@^1":\n  version "1.0.0"', 'pkg:npm/%40x/a@1.0.0'],
    ['go.mod', 'require github.com/Azure/x/v2 v2.1.0', 'pkg:golang/github.com/azure/x/v2@v2.1.0'],
  ])('of %s when name and version are equal: %j, %s', (file, text, purl) => {
    expect(find([lockfile(file, text, 'copy')], member(purl))).toEqual([`${file}:1`]);
  });

  it.each([
    ['requirements.txt', 'Django==4.2.1', 'pkg:pypi/django@4.2'],
    ['requirements.txt', 'torch==2.0+cu118', 'pkg:pypi/torch@2.0%2Bcpu'],
    ['requirements.txt', 'torch==20', 'pkg:pypi/torch@2'],
    ['requirements.txt', 'a==1', 'pkg:npm/a@1'],
    ['yarn.lock', 'a@^1:\n  version "1.0.0"', 'pkg:npm/%40x/a@1.0.0'],
    ['yarn.lock', '"@x/a@^1":\n  version "1.0.0"', 'pkg:npm/a@1.0.0'],
    ['yarn.lock', 'a@^1:\n  version "1.0"', 'pkg:npm/a@1.0.0'],
    ['requirements.txt', 'deb==1', 'pkg:deb/debian/deb@1'],
    ['requirements.txt', 'a==1', 'pkg:pypi/'],
    ['requirements.txt', 'a==1', 'pkg:pypi/%zz@1'],
  ])('and otherwise of none: %s, %j, %s', (file, text, purl) => {
    expect(find([lockfile(file, text, 'copy')], member(purl))).toEqual([]);
  });

  it('of none where the scanner gives no package URL', () => {
    const {purl: _, ...nameless} = DJANGO;
    expect(find([lockfile('requirements.txt', 'whatever==4.2', 'copy')], nameless)).toEqual([]);
  });

  it('with all lines of one file that pin it', () => {
    const text =
      '{"packages":{\n"node_modules/a":{"version":"1"},\n"node_modules/b/node_modules/a":{"version":"1"},\n"node_modules/c/node_modules/a":{"version":"2"}}}';
    expect(find([lockfile('package-lock.json', text, 'copy')], member('pkg:npm/a@1'))).toEqual([
      'package-lock.json:2',
      'package-lock.json:3',
    ]);
  });

  it('with the first twenty lines of many', () => {
    const text = 'a==1\n'.repeat(30);
    const found = find([lockfile('requirements.txt', text, 'copy')], member('pkg:pypi/a@1'));
    expect(found).toHaveLength(20);
    expect(found.at(-1)).toBe('requirements.txt:20');
  });

  it('but not of what npm has installed globally', () => {
    const files = [lockfile('yarn.lock', 'tar@^6:\n  version "6.0.0"', 'copy')];
    const path = 'usr/local/lib/node_modules/npm/node_modules/tar/package.json';
    expect(find(files, member('pkg:npm/tar@6.0.0', {path}))).toEqual([]);
    expect(find(files, member('pkg:npm/tar@6.0.0', {path: `app/${path}`}))).toEqual([
      'yarn.lock:1',
    ]);
  });
});

describe('of a Go program', () => {
  const text = 'module Shop.example/api\nrequire golang.org/x/net v0.7.0\n';
  const net = member('pkg:golang/golang.org/x/net@v0.7.0', {path: 'app/api'});
  const at = (path: string, name: string): PackageFacts => ({name, version: '', path});

  it('only its own go.mod pins the modules', () => {
    const files = [lockfile('go.mod', text, 'copy')];
    const own = [at('app/api', 'shop.example/api'), at('app/api', 'golang.org/x/net')];
    expect(find(files, net, {packages: own})).toEqual(['go.mod:2']);
    const other = [at('app/api', 'k8s.io/kubectl'), at('app/other', 'shop.example/api')];
    expect(find(files, net, {packages: other})).toEqual([]);
  });
});

describe('of several files', () => {
  const text = 'Django==4.2\n';
  const poetry = '[[package]]\nname = "django"\nversion = "4.2"\n';

  it('a version goes before none, and a lockfile before a manifest', () => {
    const open = lockfile('requirements/in.txt', '\ndjango\n', 'copy');
    const manifest = lockfile('requirements.txt', text, 'copy');
    const lock = lockfile('poetry.lock', poetry, 'copy');
    expect(find([open], DJANGO)).toEqual(['requirements/in.txt:2']);
    expect(find([open, manifest], DJANGO)).toEqual(['requirements.txt:1']);
    expect(find([open, manifest, lock], DJANGO)).toEqual(['poetry.lock:2']);
  });

  it('none is guessed where nothing decides', () => {
    const two = [
      lockfile('requirements.txt', text, 'copy'),
      lockfile('requirements-dev.txt', text, 'copy'),
    ];
    expect(find(two, DJANGO)).toEqual([]);
    expect(find(two, DJANGO, {steps: [], step: 'unknown'})).toEqual([]);
  });

  it('the one that a command of the build names is it', () => {
    const two = [
      lockfile('requirements.txt', text, 'copy'),
      lockfile('requirements-dev.txt', text, 'copy'),
    ];
    const by = (command: string): readonly string[] =>
      find(two, DJANGO, {steps: [copy('copy'), run('pip', command, 'copy')], step: 'pip'});
    expect(by('pip install -r requirements.txt')).toEqual(['requirements.txt:1']);
    expect(by('cd /a &&\tpip install -r\trequirements-dev.txt')).toEqual([
      'requirements-dev.txt:1',
    ]);
    expect(by('pip install -r requirements.txt -r requirements-dev.txt')).toEqual([]);
    expect(by('pip install -r old-requirements.txt.bak')).toEqual([]);
  });
});

describe('the file is one that led to the layer', () => {
  const text = 'a@^1:\n  version "1.0.0"\n';
  const files = [
    lockfile('web/yarn.lock', text, 'copy web'),
    lockfile('api/yarn.lock', text, 'copy api'),
  ];
  const steps = [
    copy('base'),
    copy('copy web', 'base'),
    run('build web', 'yarn', 'copy web'),
    copy('copy api', 'base'),
    run('build api', 'yarn', 'copy api'),
    copy('take web', 'base', 'build web'),
    copy('take api', 'take web', 'build api'),
    run('touch', 'yarn', 'take api'),
    copy('other', 'base'),
  ];
  const a = member('pkg:npm/a@1.0.0');
  const by = (step: string): readonly string[] => find(files, a, {steps, step});

  it('by the stage that the layer is copied from', () => {
    expect(by('take web')).toEqual(['web/yarn.lock:1']);
    expect(by('take api')).toEqual(['api/yarn.lock:1']);
  });

  it('by what it is built upon, or takes itself', () => {
    expect(by('build web')).toEqual(['web/yarn.lock:1']);
    expect(by('copy api')).toEqual(['api/yarn.lock:1']);
  });

  it('and none where both did', () => {
    expect(by('touch')).toEqual([]);
  });

  it('another step took it only where it states the version, and is the only one', () => {
    const alone = (file: string, text: string): readonly string[] =>
      find([lockfile(file, text, 'copy web')], DJANGO, {steps, step: 'other'});
    expect(alone('requirements.txt', 'django==4.2')).toEqual(['requirements.txt:1']);
    expect(alone('requirements.txt', 'django')).toEqual([]);
    expect(by('other')).toEqual([]);
  });

  it('where the step is not known, only when it is the only one', () => {
    const alone = pinFinder(files.slice(0, 1), {steps, packages: []});
    expect(alone(a, undefined)).toEqual([{file: 'web/yarn.lock', startLine: 1}]);
    expect(pinFinder(files, {steps, packages: []})(a, undefined)).toEqual([]);
  });
});
