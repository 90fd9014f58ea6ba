import {MIRRORS, policyKey, type PolicyInputs} from '../../../src/domain/policy/mirrored-inputs.ts';
import {INLINE} from '../../../src/domain/policy/document.ts';
import {mergePolicy} from '../../../src/domain/policy/merge.ts';
import type {Merged} from '../../../src/domain/policy/merge.ts';
import {parsePolicy} from '../../../src/domain/policy/parse.ts';
import {RULES, mapRules} from '../../../src/domain/policy/rules/index.ts';

const FILE = '.github/plimsoll.yml';

interface Given {
  readonly file?: string;
  readonly inline?: string;
  readonly mirrors?: PolicyInputs;
  readonly partial?: boolean;
}

function merged({file, inline, mirrors = {}, partial = false}: Given): Merged {
  const documents = [
    ...(file === undefined ? [] : [parsePolicy(`version: 1\n${file}`, FILE)]),
    ...(inline === undefined ? [] : [parsePolicy(`version: 1\n${inline}`, INLINE)]),
  ];
  return mergePolicy({documents, mirrors, images: ['backend', 'frontend'], partial});
}

const maxSize = (all: string, images: Record<string, string> = {}): PolicyInputs => ({
  'max-size': {all, images: new Map(Object.entries(images))},
});

test('without anything the defaults hold', () => {
  const policy = merged({});
  expect(policy.rules).toEqual(mapRules((id) => RULES[id].default));
  expect(policy.images.size).toBe(0);
});

test('input before inline policy before file before default, key by key', () => {
  const file = 'rules: {size: {max: 1MB, level: warning}, user: {require: any}}';
  const inline = 'rules: {size: {max: 2MB}}';
  const size = (given: Given): unknown => merged(given).rules.size;
  expect(size({file})).toEqual({level: 'warning', max: 1e6});
  expect(size({file, inline})).toEqual({level: 'warning', max: 2e6});
  expect(size({file, inline, mirrors: maxSize('3MB')})).toEqual({level: 'warning', max: 3e6});
  expect(merged({file, inline}).rules.user).toEqual({level: 'error', require: 'any'});
});

test('within one source what is said for an image wins; a later source wins over both', () => {
  const file = 'rules: {size: {max: 1MB}}\nimages: {backend: {rules: {size: {max: 5MB}}}}';
  const max = (given: Given, image = 'backend'): unknown => {
    const policy = merged(given);
    return (policy.images.get(image) ?? policy.rules).size['max'];
  };
  expect(max({file})).toBe(5e6);
  expect(max({file}, 'frontend')).toBe(1e6);
  expect(max({file, inline: 'rules: {size: {max: 2MB}}'})).toBe(2e6);
  expect(max({file, mirrors: maxSize('3MB')})).toBe(3e6);
  expect(max({file, mirrors: maxSize('3MB', {backend: '4MB'})})).toBe(4e6);
  expect(max({file, mirrors: maxSize('3MB', {backend: '4MB'})}, 'frontend')).toBe(3e6);
});

test('every mirroring input sets its key', () => {
  const {rules} = merged({
    mirrors: {
      ...{...maxSize('1GiB'), user: {all: 'numeric'}},
      ...{healthcheck: {all: 'any'}, 'fail-on': {all: 'critical'}},
    },
  });
  expect(rules.size['max']).toBe(2 ** 30);
  expect(rules.user['require']).toBe('numeric');
  expect(rules.healthcheck['require']).toBe('any');
  expect(rules.vulnerabilities['fail-on']).toBe('critical');
  expect(MIRRORS.map((mirror) => [mirror.input, policyKey(mirror)])).toEqual([
    ['max-size', 'rules.size.max'],
    ['user', 'rules.user.require'],
    ['healthcheck', 'rules.healthcheck.require'],
    ['fail-on', 'rules.vulnerabilities.fail-on'],
  ]);
});

test('waivers of file and inline policy hold together, each with its line', () => {
  const waiver = (image: string): string =>
    `waivers:\n  - {rule: user, image: ${image}, reason: x, expires: 2027-01-31}`;
  expect(
    merged({file: waiver('backend'), inline: waiver('frontend')}).waivers.map(({image, source}) => [
      image,
      source,
    ]),
  ).toEqual([
    ['backend', {file: FILE, line: 3}],
    ['frontend', {file: INLINE, line: 3}],
  ]);
});

test.each<[Given, string]>([
  [
    {mirrors: {'fail-on': {all: 'hihg'}}},
    'Input `fail-on` is `hihg`: use `high`, `low`, `medium`, `unknown` or `critical`.',
  ],
  [
    {mirrors: {'fail-on': {all: 'HIGH'}}},
    'Input `fail-on` is `HIGH`: use `high`, `low`, `medium`, `unknown` or `critical`.',
  ],
  [{mirrors: {user: {all: 'root'}}}, 'Input `user` is `root`: use `non-root`, `any` or `numeric`.'],
  [
    {mirrors: {healthcheck: {all: 'pasing'}}},
    'Input `healthcheck` is `pasing`: use `passing`, `any` or `declared`.',
  ],
  [
    {mirrors: maxSize('500 mbs')},
    'Input `max-size` is `500 mbs`, whose unit `mbs` is not known: use `MB`, `B`, `kB`, `GB`, `TB`, `MiB`, `KiB`, `GiB` or `TiB`.',
  ],
  [
    {mirrors: maxSize('1MB', {backend: 'big'})},
    'Input `max-size` is `big`, which is no size: write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes.',
  ],
  [
    {mirrors: maxSize('1MB', {fronted: '1MB'})},
    'Input `max-size`: there is no image `fronted` in this run: use `frontend` or `backend`.',
  ],
  [
    {file: 'rules: {}\nimages:\n  backend: {}\n  bakcend: {}'},
    `${FILE}:5: there is no image \`bakcend\` in this run: use \`backend\` or \`frontend\`.`,
  ],
  [
    {inline: 'waivers:\n  - rule: user\n    image: legacy\n    reason: x\n    expires: 2027-01-31'},
    'input policy, line 4: there is no image `legacy` in this run: use `backend` or `frontend`.',
  ],
])('refuses %j', (given, sentence) => {
  expect(() => merged(given)).toThrow(new Error(sentence));
});

test('a run that was asked for some images only says unknown ones and goes on', () => {
  const {notices, images} = merged({
    file: 'images: {other: {rules: {size: {max: 1MB}}}}',
    mirrors: maxSize('1MB', {another: '1MB'}),
    partial: true,
  });
  expect(notices).toEqual([
    `${FILE}:2: there is no image \`other\` in this run, so what is said of it is not used.`,
    'Input `max-size`: there is no image `another` in this run, so what is said of it is not used.',
  ]);
  expect(images.size).toBe(0);
});
