import {describe, expect, it} from '@jest/globals';
import {fixVersions, commonUpgrade} from '../../../src/domain/findings/fixes.ts';

const purlOf = (kind: string): string => `pkg:${kind}/a`;

describe('the version that mends one advisory', () => {
  it.each([
    ['npm', '8.0.0', '7.5.10, 8.17.1', '8.17.1'],
    ['npm', '7.0.0', '7.5.10, 8.17.1', '7.5.10'],
    ['', '7.6.0', '8.17.1, 7.5.10', '8.17.1'],
    ['npm', '2.0.0-rc1', '1.9.0, 2.0.0', '2.0.0'],
    ['golang', 'v1.2.3', '1.2.3, 1.2.10, 1.2.4', '1.2.4'],
    ['npm', '9.0.0', '7.5.10, 8.17.1', '7.5.10, 8.17.1'],
    ['gem', '6.1.6', '~> 5.2.8, >= 5.2.8.15, ~> 6.1.7, >= 6.1.7.1, >= 7.0.4.1', '6.1.7.1'],
    ['gem', '7.0.1', '~> 6.1.7, >= 6.1.7.1, >=7.0.4.1', '7.0.4.1'],
    ['gem', '6.0.0', '>= 6.1.7.1, < 7, >= 7.0.4.1', '6.1.7.1'],
    ['gem', '1.0.0', '>=7.0.4.1', '7.0.4.1'],
    ['gem', '1.0.0', '!= 1.0.0, > 1', '!= 1.0.0, > 1'],
    ['deb', '1:1.2-3', '1:1.2-3+deb12u1', '1:1.2-3+deb12u1'],
    [
      '',
      '20240101000000000001',
      '20240101000000000000, 20240101000000000002',
      '20240101000000000002',
    ],
    // A patch of Magento is above its release, a candidate of Python below, and Maven's qualifiers are both.
    ['composer', '2.4.6', '2.4.5-p8, 2.4.6-p6', '2.4.6-p6'],
    ['pypi', '5.0rc1', '4.2.8, 5.0', '5.0'],
    ['maven', '4.1.99.Final', '4.1.9.Final, 4.1.100.Final', '4.1.100.Final'],
    ['maven', '31.1-jre', '31.1-android, 32.0.0-jre', '32.0.0-jre'],
  ])('for %s %s, of %s, is %s', (kind, version, fixedVersion, expected) => {
    expect(fixVersions([{version, purl: purlOf(kind), fixedVersion}])).toEqual([expected]);
  });

  it('is told of each line that is installed, the lowest first', () => {
    const member = (version: string) => ({
      version,
      fixedVersion: '9.0.1, 10.0.1',
      purl: 'pkg:npm/a',
    });
    expect(fixVersions([member('10.0.0'), member('9.0.0')])).toEqual(['9.0.1', '10.0.1']);
  });
});

describe('the version that mends all advisories', () => {
  it.each([
    ['pypi', '4.2.0', ['4.2.1', '4.2.24', '4.2.3'], '4.2.24'],
    ['deb', '1.2-1', ['1.2-3+deb12u2', '1.2-3+deb12u10', '1.2-3'], '1.2-3+deb12u10'],
    ['deb', '1.2-1', ['1:0.9-1', '1.2-3'], '1:0.9-1'],
    ['deb', '3.0', ['3.1', '3.1~rc1'], '3.1'],
    ['apk', '1.2-r0', ['1.2_git2-r0', '1.2-r10'], '1.2_git2-r0'],
    ['rpm', '1.0-1', ['1.0-1.el9_2', '1.0-1.el9', '1.0~rc1-9'], '1.0-1.el9_2'],
    ['composer', '2.4.4', ['2.4.5', '2.4.5-p1'], '2.4.5-p1'],
    ['maven', '1.0', ['2.0-rc1', '2.0', '2.0.SP1'], '2.0.SP1'],
    ['gem', '6.1.6', ['~> 6.1.7, >= 6.1.7.1, >= 7.0.4.1', '>= 6.1.7.3'], '6.1.7.3'],
    // The second leads out of the line that the first has its fix in.
    ['npm', '1.4.0', ['1.5.1, 2.0.3', '2.0.2'], '2.0.3'],
    ['npm', '1.4.0', ['1.5.1, 2.0.3', '1.6.0'], '1.6.0'],
    ['npm', '1.4.0', ['1.4.1, 1.8.2', '1.6.0'], '1.8.2'],
    ['gem', '6.1.6', ['~> 6.1.7, >= 6.1.7.1, >= 7.0.4.1', '>= 7.0.2'], '7.0.4.1'],
    ['npm', '1.0.0', ['4.2.1', '> 5'], undefined],
    ['npm', '1.0.0', [], undefined],
  ])('of %s %s by %j is %s', (kind, version, fixes, expected) => {
    const members = fixes.map((fixedVersion) => ({version, purl: purlOf(kind), fixedVersion}));
    expect(commonUpgrade(members)).toBe(expected);
    expect(commonUpgrade(members.toReversed())).toBe(expected);
  });
});

it('there is no upgrade for what is above all that an advisory names, and none by an endless way', () => {
  const of = (version: string, fixedVersion: string) => ({
    version,
    fixedVersion,
    purl: 'pkg:npm/ws@1',
  });
  expect(commonUpgrade([of('9.0.0', '7.5.10, 8.17.1')])).toBeUndefined();
  expect(commonUpgrade([of('9.0.0', '7.5.10, 8.17.1'), of('9.0.0', '9.0.5')])).toBeUndefined();
  const every = (first: number): string =>
    Array.from({length: 400}, (_, index) => `${first + 2 * index}.0`).join(', ');
  expect(commonUpgrade([of('0.1', every(1)), of('0.1', every(2))])).toBeUndefined();
});
