import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {WASTE_KINDS} from '../../../../src/domain/image/waste.ts';
import type {
  Contents,
  PlacedWaste,
  PlacedTool,
} from '../../../../src/domain/image/placed-contents.ts';
import {known} from '../../../../src/domain/known.ts';
import type {ToldViolation} from '../../../../src/domain/policy/rule.ts';
import {RULES} from '../../../../src/domain/policy/rules/index.ts';
import {toolAtPath} from '../../../../src/domain/image/tools.ts';
import {GOOD} from '../../../support/evidence.ts';

const loss = (change: Partial<PlacedWaste> = {}): PlacedWaste => ({
  ...{kind: 'apt lists', path: 'var/lib/apt/lists', bytes: 20, files: 3, made: 1, removedIn: 2},
  madeBy: {base: false, file: 'Dockerfile', startLine: 4, endLine: 5},
  ...change,
});

const contents = (change: Partial<Contents>): Contents => ({
  ...{unpackedBytes: 100, inUseBytes: 80, wasteBytes: 20, waste: [], tools: []},
  ...{biggestFiles: [], biggestFolders: [], privileged: []},
  ...change,
});

describe('waste', () => {
  const judge = (change: Partial<Contents>, max: number | string = 10): readonly ToldViolation[] =>
    RULES.waste.judge({level: 'warning', max}, {...GOOD, contents: known(contents(change))});

  it('is a violation over the share, on the line that made most of it', () => {
    const [violation] = judge({waste: [loss(), loss({bytes: 1})]});
    expect(violation?.place).toEqual({file: 'Dockerfile', startLine: 4, endLine: 5});
    expect(violation?.told.words.message).toMatch(/^20 B of 100 B \(20 %\)/);
    expect(violation?.told.words.advice).toMatch(
      /^Most of it: apt lists, 20 B in \/var\/lib\/apt\/lists\. End the RUN/,
    );
  });

  it('is none at the share itself', () => {
    expect(judge({waste: [loss()]}, '20%')).toEqual([]);
    expect(judge({waste: [loss()]}, '19.9%')).toHaveLength(1);
    expect(judge({wasteBytes: 0, waste: []}, 0)).toEqual([]);
  });

  it.each(WASTE_KINDS)('says what to do about %s', (kind) => {
    const [violation] = judge({waste: [loss({kind})]});
    expect(violation?.told.words.advice.length).toBeGreaterThan(60);
  });

  it('never turns from a violation to none when more is wasted', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(100), (one, other, max) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const count = (wasteBytes: number): number =>
          judge({wasteBytes, waste: [loss()]}, max).length;
        expect(count(more)).toBeGreaterThanOrEqual(count(less));
      }),
    );
  });

  it.each(['ten', '101%', '-1%', ''])('takes no share like %j', (max) => {
    expect(RULES.waste.options.safeParse({level: 'warning', max}).success).toBe(false);
  });
});

describe('build-tools', () => {
  const tool = (change: Partial<PlacedTool> = {}): PlacedTool => ({
    ...{kind: 'compiler', name: 'gcc', bytes: 9, files: 2, layer: 1},
    by: {base: false, file: 'Dockerfile', startLine: 2},
    ...change,
  });
  const judge = (...tools: PlacedTool[]): readonly ToldViolation[] =>
    RULES['build-tools'].judge({level: 'warning'}, {...GOOD, contents: known(contents({tools}))});

  it('tells own tools from those of the base image, each with its line', () => {
    const base = {base: true, file: 'Dockerfile', startLine: 1};
    const found = judge(tool(), tool({kind: 'package manager', name: 'apt', by: base}));
    expect(found).toMatchObject([
      {
        place: {file: 'Dockerfile', startLine: 2},
        told: {data: {base: false, bytes: 9, tools: [{name: 'gcc', bytes: 9}]}},
      },
      {
        place: {file: 'Dockerfile', startLine: 1},
        told: {data: {base: true, bytes: 9, tools: [{name: 'apt', bytes: 9}]}},
      },
    ]);
  });

  it('says nothing of shells and headers alone', () => {
    expect(
      judge(tool({kind: 'shell', name: 'shell'}), tool({kind: 'headers', name: 'headers'})),
    ).toEqual([]);
  });

  it.each([
    ['usr/bin/x86_64-linux-gnu-gcc-12', 'gcc'],
    ['usr/lib/gcc/x86_64-linux-gnu/12/cc1', 'gcc'],
    ['usr/bin/make', 'make'],
    ['usr/local/go/bin/go', 'go'],
    ['usr/bin/apt-get', 'apt'],
    ['var/lib/apt/lists/deb_dists', 'apt lists'],
    ['usr/local/lib/python3.11/site-packages/pip/__init__.py', 'pip'],
    ['venv/lib/python3.11/site-packages/pip-24.0.dist-info/METADATA', 'pip'],
    ['usr/local/lib/node_modules/npm/index.js', 'npm'],
    ['root/.npm/_cacache/x', 'npm cache'],
    ['sbin/apk', 'apk'],
    ['usr/include/stdio.h', 'headers'],
    ['bin/sh', 'shell'],
    ['app/node_modules/npm-run-all/index.js', undefined],
    ['usr/share/doc/gcc', undefined],
    ['app/make', undefined],
  ])('knows %s as %s', (path, name) => {
    expect(toolAtPath(path)?.name).toBe(name);
  });
});
