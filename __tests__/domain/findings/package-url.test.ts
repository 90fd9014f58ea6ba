import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {PackageURL} from 'packageurl-js';
import {languagePackageKey, purlWithoutVersion} from '../../../src/domain/findings/identity.ts';
import {matchesPackage, readPackageUrl} from '../../../src/domain/findings/package-url.ts';

/** As packageurl-go 0.1.6 reads them: asked once, by a program of three lines. */
const READ: readonly (readonly [string, string, string, string, string])[] = [
  ['pkg:golang/stdlib@v1.20', 'golang', '', 'stdlib', 'v1.20'],
  ['pkg:golang/stdlib@v1.21rc2', 'golang', '', 'stdlib', 'v1.21rc2'],
  ['pkg:golang/github.com/Masterminds/X@v1', 'golang', 'github.com/masterminds', 'x', 'v1'],
  ['pkg:swift/github.com/a/B@1.0', 'swift', 'github.com/a', 'B', '1.0'],
  ['pkg:maven/org.a/b', 'maven', 'org.a', 'b', ''],
  ['pkg:maven/b@1', 'maven', '', 'b', '1'],
  ['pkg:npm/@babel/core@7.0.0-rc.1', 'npm', '@babel', 'core', '7.0.0-rc.1'],
  ['pkg:npm/%40babel/core', 'npm', '@babel', 'core', ''],
  ['pkg:pypi/My_Package@1.0', 'pypi', '', 'my-package', '1.0'],
  ['pkg://npm/a@1', 'npm', '', 'a', '1'],
  ['PKG:NPM/a', 'npm', '', 'a', ''],
  ['pkg:deb/debian/libc6@2.36-9%2Bdeb12u9?arch=amd64', 'deb', 'debian', 'libc6', '2.36-9+deb12u9'],
];

describe('a package URL', () => {
  it.each(READ)('%s is read', (text, type, namespace, name, version) => {
    expect(readPackageUrl(text)).toMatchObject({type, namespace, name, version});
  });

  it.each([
    ...['', 'npm/a', 'pkg:', 'pkg:npm', 'pkg:npm/', 'pkg:pypi/@1', 'pkg:npm/a%zz', 'pkg:1/a'],
    ...['pkg:npm/a?=1', 'pkg:npm/a?x=1&x=2', 'pkg:npm/a?x=1;y=2', 'pkg:swift/a', 'pkg:npm/a#b/..'],
  ])('%j is none', (text) => {
    expect(readPackageUrl(text)).toBeUndefined();
  });

  it.each([
    ['pkg:golang/stdlib', 'pkg:golang/stdlib@v1.20', true],
    ['pkg:golang/stdlib@v1.20', 'pkg:golang/stdlib@v1.20.1', false],
    ['pkg:maven/org.a/b', 'pkg:maven/org.a/b@1?type=war', true],
    ['pkg:maven/org.a/b?type=war', 'pkg:maven/org.a/b@1', false],
    ['pkg:npm/b', 'pkg:npm/%40a/b@1', false],
  ])('%s as an ignore entry and %s as a package: %s', (wanted, found, matches) => {
    const [one, other] = [readPackageUrl(wanted), readPackageUrl(found)];
    if (one === undefined || other === undefined) throw new Error('it is not read');
    expect(matchesPackage(one, other)).toBe(matches);
  });
});

/** How identities were made before: what could be read then keeps its own. */
function before(purl: string): string | undefined {
  try {
    const {type, namespace, name, qualifiers, subpath} = PackageURL.fromString(purl);
    const naming = Object.entries(qualifiers ?? {}).filter(([key]) =>
      ['channel', 'repository_url', 'user', 'uuid'].includes(key),
    );
    const kept = naming.length === 0 ? undefined : Object.fromEntries(naming);
    return new PackageURL(type, namespace, name, undefined, kept, subpath).toString();
  } catch {
    return undefined;
  }
}

describe('an identity', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9_.+~-]{1,8}$/);
  const type = fc.constantFrom(
    ...['npm', 'pypi', 'golang', 'deb', 'apk', 'rpm', 'maven', 'gem', 'nuget', 'cargo', 'composer'],
    ...['conan', 'conda', 'hex', 'pub', 'cocoapods', 'swift', 'bitnami', 'julia', 'k8s', 'generic'],
  );
  const purl = fc
    .record({
      ...{type, namespace: fc.array(word, {maxLength: 2}), name: word, version: fc.option(word)},
      qualifiers: fc.dictionary(fc.constantFrom('arch', 'channel', 'uuid', 'distro'), word),
      subpath: fc.option(word),
    })
    .map(({type: kind, namespace, name, version, qualifiers, subpath}) => {
      const path = [kind, ...namespace, name].join('/');
      const query = Object.entries(qualifiers).map(([key, value]) => `${key}=${value}`);
      return `pkg:${path}${version === null ? '' : `@${version}`}${query.length === 0 ? '' : `?${query.join('&')}`}${subpath === null ? '' : `#${subpath}`}`;
    });

  it('that could be made before is the same now', () => {
    let compared = 0;
    fc.assert(
      fc.property(purl, (text) => {
        const old = before(text);
        if (old === undefined) return;
        compared += 1;
        expect(purlWithoutVersion(text)).toBe(old);
      }),
      {numRuns: 3000},
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('of a package does not hang on whether its version has two numbers or three', () => {
    const keys = ['v1.20', 'v1.20.1', 'v1.21rc2', '1.22'].map((version) =>
      languagePackageKey(`pkg:golang/stdlib@${version}`, {ecosystem: 'gobinary', name: 'stdlib'}),
    );
    expect(new Set(keys)).toEqual(new Set(['pkg:golang/stdlib']));
  });
});
