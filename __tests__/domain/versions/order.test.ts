/**
 * Each row in ascending order, `=` between equals: from the kinds' own documents and tests. Asked pair by
 * pair, dpkg 1.23, packaging 26.4, semver 7.8 and Maven 3.8.7 (ComparableVersion) give the same; so do the
 * libraries that Trivy compares with, but for Composer's phases, NuGet's case and Maven's `1.cr`.
 */
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {packageType, versionOrder} from '../../../src/domain/versions/order.ts';

const ROWS: readonly (readonly [kind: string, ...versions: readonly string[]])[] = [
  // deb-version(7)
  ['deb', '1.0~~', '1.0~~a', '1.0~', '1.0', '1.0a'],
  ['deb', '1.0~beta1~svn1245', '1.0~beta1', '1.0', '1.0-1~bpo12+1', '1.0-1', '1.0-1ubuntu1'],
  ['deb', '9:1.0', '10:0.1'],
  ['deb', '2.36-9', '2.36-9+deb12u7', '2.36-9+deb12u10', '2.36-10', '1:1.0-1'],
  ['deb', '1.2.3a', '1.2.3+dfsg', '1.2.3.1'],
  ['deb', '1.0 = 0:1.0 = 1.0-0 = 01.00', '1.1'],
  // rpm's tests/rpmvercmp.at and rpm-version(7)
  ['rpm', '1.0~rc1~git123', '1.0~rc1', '1.0~rc2', '1.0', '1.0^', '1.0^git1', '1.0^git2', '1.01'],
  ['rpm', '1.0^git1~pre', '1.0^git1', '1.0^20160101', '1.0.1'],
  ['rpm', '5.5p1', '5.5p2', '5.5p10', '6.0', '6.0.rc1'],
  ['rpm', '2a', '2.0 = 2_0', '2.0.1a', '2.0.1.1'],
  ['rpm', '1.0-1.el9', '1.0-1.el9_2', '1.0-2.el8', '1.0-10.el8', '1:0.1-1'],
  // apk-package(5) and apk-tools' test/version.data
  ['apk', '1.2_alpha', '1.2_beta2', '1.2_pre1', '1.2_rc1', '1.2', '1.2_git20240101', '1.2_p1'],
  ['apk', '1.2.3', '1.2.3a', '1.2.3b', '1.2.4', '1.2.10'],
  ['apk', '3.1.4-r0', '3.1.4-r5', '3.1.4-r10', '3.1.10-r0'],
  ['apk', '0.03', '0.1', '0.12', '1', '1.0', '1.0.0'],
  // semver.org, 11
  [
    'npm',
    ...['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2'],
    ...['1.0.0-beta.11', '1.0.0-rc.1', '1.0.0 = v1.0.0 = 1.0.0+build', '1.9.0', '1.10.0', '2.0.0'],
  ],
  ['npm', '1.0.0-Beta', '1.0.0-alpha'],
  ['cargo', '0.9.9', '0.10.0-rc.1', '0.10.0', '1.0.0'],
  ['golang', 'v0.0.0-20190101000000-abc', 'v0.0.0-20200101000000-abc', 'v0.1.0', '1.20', '1.20.1'],
  // NuGet's reference: package versioning
  [
    'nuget',
    ...['1.0.1-aaa', '1.0.1-alpha', '1.0.1-alpha.2', '1.0.1-alpha.10 = 1.0.1-ALPHA.10'],
    ...['1.0.1-beta', '1.0.1-open', '1.0.1-rc', '1.0.1-zzz', '1.0.1 = 1.0.1.0', '1.0.1.1'],
  ],
  // PEP 440, summary of permitted suffixes and relative ordering
  [
    'pypi',
    ...['1.dev0', '1.0.dev456', '1.0a1', '1.0a2.dev456', '1.0a12.dev456', '1.0a12 = 1.0alpha12'],
    ...['1.0b1.dev456', '1.0b2', '1.0b2.post345.dev456', '1.0b2.post345', '1.0rc1.dev456'],
    ...['1.0rc1 = 1.0c1 = 1.0-pre.1', '1.0 = 1 = v1.0.0', '1.0+abc.5', '1.0+abc.7', '1.0+5'],
    ...['1.0.post456.dev34', '1.0.post456 = 1.0-456', '1.0.15', '1.1.dev1', '1!0.1'],
  ],
  // Gem::Version and its tests
  ['gem', '0.5', '1.0.a', '1.0.a.2', '1.0.b1', '1.0-1', '1.0.rc1', '1.0 = 1 = 1.0.0', '1.0.1'],
  ['gem', '1.8.2.a9', '1.8.2.a10', '1.8.2.b', '1.8.2', '1.8.2.1', '1.8.10'],
  ['cocoapods', '1.0.beta.1', '1.0'],
  // maven.apache.org/pom.html, version order specification
  [
    'maven',
    ...['1-alpha-1 = 1alpha1 = 1a1', '1-beta2 = 1.b2', '1-milestone1 = 1m1', '1-rc = 1.cr'],
    ...['1-SNAPSHOT', '1 = 1.0 = 1.0.0 = 1-ga = 1.final = 1.RELEASE = 1-0', '1-sp', '1-abc'],
    ...['1-1', '1.1'],
  ],
  ['maven', '2.9.10.7', '2.9.10.8', '2.10.0', '2.10.0.pr1'],
  ['maven', '9.4.51.v20230217', '9.4.52.v20230823', '10.0.0-alpha1', '10.0.0'],
  ['maven', '4.1.99.Final', '4.1.100.Final', '31.1-android', '31.1-jre', '32.0.0-jre'],
  // getcomposer.org, stability; Magento's patches
  [
    'composer',
    ...['1.0.0-alpha1 = v1.0.0-a1', '1.0.0-beta2', '1.0.0-beta10', '1.0.0-RC1'],
    ...['1.0.0 = 1.0 = 1.0.0-stable', '1.0.0-p1 = 1.0.0-patch1', '1.0.0-p2', '1.0.0-p10', '1.0.1'],
  ],
  // Bitnami's revisions: no rule of its own
  ['bitnami', '2.0.0-rc1', '2.0.0', '2.0.0-1', '2.0.0-10', '2.0.1'],
  ['', '1.2', '1.2+b1', '1.2+b2', '1.2+b10', '1.2.1'],
];

describe.each(ROWS.map(([kind, ...versions]) => ({kind, versions})))(
  '$kind: $versions',
  ({kind, versions}) => {
    const groups = versions.map((group) => group.split(' = '));
    const order = versionOrder(kind, groups.flat());

    it('is in order', () => {
      const wrong = groups.flatMap((lower, at) => [
        ...lower.flatMap((a) => lower.flatMap((b) => (order(a, b) === 0 ? [] : [`${a} ≠ ${b}`]))),
        ...groups
          .slice(at + 1)
          .flat()
          .flatMap((b) =>
            lower.flatMap((a) => (order(a, b) < 0 && order(b, a) > 0 ? [] : [`${a} ≥ ${b}`])),
          ),
      ]);
      expect(wrong).toEqual([]);
    });
  },
);

it('what a rule cannot read is ordered by the generic one, together with all beside it', () => {
  expect(
    ['1.20', '1.20rc1', '1.9'].sort(versionOrder('golang', ['1.20', '1.20rc1', '1.9'])),
  ).toEqual([...['1.9', '1.20rc1', '1.20']]);
  const odd = ['1.0-p1', 'latest', '1.0'];
  expect(odd.sort(versionOrder('composer', odd))).toEqual(['latest', '1.0-p1', '1.0']);
});

it('the kind is that of the package URL', () => {
  expect(packageType('pkg:deb/debian/libc6@2.36?arch=amd64')).toBe('deb');
  expect(packageType('PKG:NPM/ws@8')).toBe('npm');
  expect(packageType('pkg:bitnami/redis@8')).toBeUndefined();
  expect(packageType(undefined)).toBeUndefined();
});

const KINDS = [...new Set(ROWS.map(([kind]) => kind))];
const PIECES = [
  ...['0', '1', '2', '10', '01', '.', '-', '~', '^', '+', '_', ':', '!', 'a', 'b1', 'rc', 'alpha'],
  ...['beta', 'dev', 'post', 'final', 'sp', 'p', 'r', '-r', '_p', 'SNAPSHOT', '.Final', 'v'],
];
const version = fc
  .array(fc.constantFrom(...PIECES), {maxLength: 6})
  .map((pieces) => `1${pieces.join('')}`);

it.each(KINDS)('of %s any three versions have one order', (kind) => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      const order = versionOrder(kind, [a, b, c]);
      const [first = '', second = '', third = ''] = [a, b, c].sort(order);
      expect(order(a, a)).toBe(0);
      expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0);
      expect(
        [order(first, second), order(second, third), order(first, third)].every((one) => one <= 0),
      ).toBe(true);
    }),
    {numRuns: 500},
  );
});
