import {describe, expect, it} from '@jest/globals';
import {compare} from '../../../src/domain/compare/compare.ts';
import {findMisses} from '../../../src/domain/compare/misses.ts';
import {compareFindings, comparePackages} from '../../../src/domain/compare/packages.ts';
import {comparePaths, parseListing} from '../../../src/domain/compare/paths.ts';
import {digest, hash, image, layer, step} from '../../support/records.ts';

const LAYERS = {causeIn: () => 'drift' as const};

describe('packages', () => {
  const npm = (name: string, version: string): {name: string; version: string; purl: string} => ({
    ...{name, version},
    purl: `pkg:npm/${name}@${version}`,
  });

  it('come, go, and go up and down', () => {
    const before = [npm('a', '1.0.0'), npm('b', '2.0.0'), npm('c', '1.9.0'), npm('same', '1.0.0')];
    const after = [npm('b', '1.10.0'), npm('c', '1.10.0'), npm('d', '1.0.0'), npm('same', '1.0.0')];
    expect(comparePackages(before, after, LAYERS)).toEqual([
      {name: 'a', purl: 'pkg:npm/a@1.0.0', change: 'removed', before: '1.0.0', cause: 'drift'},
      {
        ...{name: 'b', purl: 'pkg:npm/b@1.10.0', change: 'downgraded', cause: 'drift'},
        ...{before: '2.0.0', after: '1.10.0'},
      },
      {
        ...{name: 'c', purl: 'pkg:npm/c@1.10.0', change: 'upgraded', cause: 'drift'},
        ...{before: '1.9.0', after: '1.10.0'},
      },
      {name: 'd', purl: 'pkg:npm/d@1.0.0', change: 'added', after: '1.0.0', cause: 'drift'},
    ]);
  });

  it('of several versions are told apart, each as often as it is there', () => {
    const twice = [npm('a', '1.0.0'), npm('a', '1.0.0'), npm('a', '3.0.0')];
    expect(comparePackages(twice, [npm('a', '1.0.0'), npm('a', '3.0.0')], LAYERS)).toMatchObject([
      {change: 'removed', before: '1.0.0'},
    ]);
  });

  it('are blamed on the layer that they lie in, a removed one on its old layer', () => {
    const asked: unknown[] = [];
    const causeIn = (side: string, position: number | undefined): 'drift' => {
      asked.push([side, position]);
      return 'drift';
    };
    comparePackages([{...npm('a', '1.0.0'), layer: 3}], [{...npm('b', '1.0.0'), layer: 4}], {
      causeIn,
    });
    expect(asked).toEqual([
      ['before', 3],
      ['after', 4],
    ]);
  });
});

it('findings are new, fixed, or still there, by their identity', () => {
  const finding = (identity: string): Parameters<typeof compareFindings>[0][number] => ({
    ...{identity, id: `CVE-${identity}`, package: 'zlib', severity: 'high', layers: [0]},
  });
  expect(
    compareFindings([finding('1'), finding('2')], [finding('2'), finding('3')], LAYERS),
  ).toMatchObject({new: [{id: 'CVE-3', cause: 'drift'}], fixed: [{id: 'CVE-1'}], still: 1});
});

describe('files', () => {
  const file = (path: string, bytes: number, owner?: string): string =>
    JSON.stringify({
      ...{path, kind: 'file', bytes, mode: '644', uid: 0, gid: 0, layer: 0},
      ...(owner !== undefined && {package: owner}),
    });

  it('are folded to their packages, whose versions are told', () => {
    const before = parseListing(
      [file('a', 10), file('b', 5), file('lib/x', 7, 'ssl 1.0'), file('lib/y', 3, 'ssl 1.0')].join(
        '\n',
      ),
    );
    const after = parseListing(
      [file('a', 10), file('c', 100), file('lib/x', 30, 'ssl 1.1')].join('\n'),
    );
    expect(comparePaths(before, after, LAYERS)).toEqual([
      {name: 'c', kind: 'file', change: 'came', before: 0, after: 100, cause: 'drift'},
      {
        name: 'ssl 1.0 → 1.1',
        kind: 'package',
        change: 'grew',
        before: 10,
        after: 30,
        cause: 'drift',
      },
      {name: 'b', kind: 'file', change: 'went', before: 5, after: 0, cause: 'drift'},
    ]);
  });

  it('are compared as files where one side knows no packages of them', () => {
    const owned = [file('lib/x', 7, 'ssl 1.0'), file('lib/y', 3, 'ssl 1.0'), file('a', 1)];
    const bare = [file('lib/x', 7), file('lib/y', 4), file('a', 1)];
    const [one, other] = [owned, bare].map((lines) => parseListing(lines.join('\n')));
    const changed = {name: 'lib/y', kind: 'file', cause: 'drift'};
    expect(comparePaths(one ?? [], other ?? [], LAYERS)).toEqual([
      {...changed, change: 'grew', before: 3, after: 4},
    ]);
    expect(comparePaths(other ?? [], one ?? [], LAYERS)).toEqual([
      {...changed, change: 'shrank', before: 4, after: 3},
    ]);
  });

  it('are the regular ones of a list; a damaged line is an error', () => {
    const folder = JSON.stringify({path: 'd', kind: 'folder', bytes: 0, layer: 0});
    expect(parseListing(`${folder}\n${file('a', 1)}\n`)).toEqual([{path: 'a', bytes: 1, layer: 0}]);
    expect(() => parseListing('{"path": 1}')).toThrow();
  });
});

it('a run without provenance tells nothing of steps that were run again', () => {
  const one = image([layer('a', 1, {step: 0})], {steps: [step('a', {cached: false})]});
  const bare = image([layer('a', 1)]);
  for (const [before, after] of [
    [bare, one],
    [one, bare],
  ] as const)
    expect(compare({before, after, findingsBefore: undefined, files: undefined})).toMatchObject({
      ...{misses: [], layers: [], causes: []},
    });
});

describe('steps that were not cached', () => {
  const ran = (input: string, change: Parameters<typeof step>[1] = {}): ReturnType<typeof step> =>
    step(input, {cached: false, ...change});
  const content = (
    files: Record<string, string>,
  ): {hash: string; files: Record<string, string>} => ({
    hash: hash(JSON.stringify(files)),
    files: Object.fromEntries(Object.entries(files).map(([name, word]) => [name, hash(word)])),
  });
  const line = (text: string, change: Parameters<typeof step>[1]): Parameters<typeof step>[1] => ({
    instruction: text,
    text: hash(text),
    ...change,
  });

  it.each([
    ['the cache had no entry for it: none was imported, or it was evicted', step('a'), ran('a')],
    ['the base image moved', step('a'), ran('a', {resolved: hash('b')})],
    ['it is new, or its text changed', step('a'), ran('b')],
    [
      'its text changed',
      step('a', {instruction: 'RUN x'}),
      ran('b', {instruction: 'RUN x', text: hash('heredoc')}),
    ],
    [
      'an argument or variable changed',
      step('a', line('RUN x', {})),
      ran('b', line('RUN x', {environment: hash('V=2')})),
    ],
    [
      'package.json changed',
      step('a', line('COPY . .', {content: content({'package.json': '1', 'x.js': '1'})})),
      ran('b', line('COPY . .', {content: content({'package.json': '2', 'x.js': '1'})})),
    ],
    [
      'a, b, c and 1 more changed',
      step('a', line('COPY . .', {content: content({})})),
      ran('b', line('COPY . .', {content: content({a: '1', b: '1', c: '1', d: '1'})})),
    ],
    [
      'something that it is built upon changed',
      step('a', line('RUN x', {})),
      ran('b', line('RUN x', {})),
    ],
  ])('%s', (reason, before, after) => {
    expect(findMisses([before], [after])).toMatchObject([{reason, followers: 0}]);
  });

  it('are told what differs below them, where that came from a cache', () => {
    const copied = (word: string, hashed: string): ReturnType<typeof step> =>
      step(hashed, line('COPY . .', {content: content({a: word})}));
    const before = [copied('1', 'x'), step('a', line('RUN x', {inputs: [0]}))];
    const after = [copied('2', 'y'), ran('b', line('RUN x', {inputs: [0]}))];
    expect(findMisses(before, after)).toMatchObject([
      {reason: 'it is built upon COPY . .: a changed', instruction: 'RUN x'},
    ]);
  });

  it('are counted with the one that they follow, and cached ones and bases are none', () => {
    const before = [
      step('from', {kind: 'image', cached: false}),
      step('copy', line('COPY . .', {inputs: [0], content: content({a: '1'})})),
      step('npm ci', line('RUN npm ci', {inputs: [1]})),
      step('build', line('RUN npm run build', {inputs: [2]})),
      step('apart', line('RUN apart', {inputs: [0]})),
    ];
    const after = [
      step('from', {kind: 'image', cached: false}),
      ran('copy 2', line('COPY . .', {inputs: [0], content: content({a: '2'})})),
      ran('npm ci 2', line('RUN npm ci', {inputs: [1]})),
      ran('build 2', line('RUN npm run build', {inputs: [2]})),
      step('apart', line('RUN apart', {inputs: [0]})),
    ];
    expect(findMisses(before, after)).toEqual([
      {reason: 'a changed', followers: 2, instruction: 'COPY . .'},
    ]);
  });
});

describe('an image', () => {
  const from = (to: string): ReturnType<typeof step> =>
    step('from', {kind: 'image', reference: 'debian:12', digest: digest(to), resolved: hash(to)});

  it('tells where a base’s reference leads now, and leaves out what is not known of both', () => {
    const before = image([layer('a', 1, {base: true, step: 0})], {steps: [from('old')]});
    const after = image([layer('b', 3, {base: true, step: 0})], {steps: [from('new')]});
    const compared = compare({before, after, findingsBefore: undefined, files: undefined});
    expect(compared).toEqual({
      ...{unpacked: {before: 1, after: 3}, download: {before: 1, after: 2}},
      causes: [{cause: 'base image', unpackedBytes: 2, downloadBytes: 1}],
      layers: [expect.objectContaining({cause: 'base image', base: true})],
      bases: [{reference: 'debian:12', before: digest('old'), after: digest('new')}],
      misses: [],
    });
  });

  it('hands on what the baseline violated, where it says so', () => {
    const one = image([layer('a', 1)]);
    const sides = {after: one, findingsBefore: undefined, files: undefined};
    const before = {...one, violations: {waste: 1}};
    expect(compare({...sides, before}).violations).toEqual({waste: 1});
    expect(compare({...sides, before: one})).not.toHaveProperty('violations');
    const violated = {waste: ['a']};
    expect(compare({...sides, before: {...one, violated}}).violated).toEqual(violated);
    expect(compare({...sides, before})).not.toHaveProperty('violated');
  });
});
