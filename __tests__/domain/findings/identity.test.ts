import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {z} from 'zod';
import {
  findingIdentity,
  languagePackageKey,
  purlWithoutVersion,
  secretKey,
  systemPackageKey,
} from '../../../src/domain/findings/identity.ts';
import {imageId} from '../../../src/domain/image-id.ts';

const pair = z.tuple([z.string(), z.string()]);
const vectors = z
  .array(
    z.object({
      advisory: z.string(),
      image: z.string(),
      package: z.string(),
      identity: z.string(),
      system: pair.optional(),
      purl: z.string().optional(),
      fallback: pair.optional(),
    }),
  )
  .parse(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../../fixtures/finding-identities.json'), 'utf8'),
    ),
  );

/** `ci/web/linux/arm64` -> its parts; the vectors name no key or name with a slash. */
function imageOf(id: string): ReturnType<typeof imageId> {
  const parts = id.split('/');
  const [name = '', key] = parts.slice(0, -2).reverse();
  return imageId({key, name, platform: parts.slice(-2).join('/')});
}

describe('the identity of a finding, frozen', () => {
  it.each(vectors)('$advisory of $package in $image', (vector) => {
    const [ecosystem, name] = vector.fallback ?? ['', ''];
    const key =
      vector.system === undefined
        ? languagePackageKey(vector.purl, {ecosystem, name})
        : systemPackageKey(...vector.system);
    expect(key).toBe(vector.package);
    expect(
      findingIdentity({advisory: vector.advisory, package: key, image: imageOf(vector.image)}),
    ).toBe(vector.identity);
  });

  it('has a vector of each kind, and no two alike', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(10);
    expect(new Set(vectors.map(({identity}) => identity)).size).toBe(vectors.length);
  });
});

describe('a package URL without its version', () => {
  it.each([
    ['pkg:npm/ws@8.0.0', 'pkg:npm/ws'],
    ['pkg:npm/ws@8.1.0?arch=amd64&distro=debian-12', 'pkg:npm/ws'],
    ['pkg:npm/ws@1?repository_url=npm.example.org', 'pkg:npm/ws?repository_url=npm.example.org'],
    ['pkg:gem/nokogiri@1.2.3?platform=java', 'pkg:gem/nokogiri'],
  ])('%s -> %s', (purl, expected) => {
    expect(purlWithoutVersion(purl)).toBe(expected);
  });

  it.each([undefined, '', 'npm/ws', 'pkg:'])('%p is none', (purl) => {
    expect(purlWithoutVersion(purl)).toBeUndefined();
  });
});

describe('the key of a secret', () => {
  const secret = {rule: 'github-pat', title: 'A token', severity: 'critical'} as const;

  it('stays when its layer, title and severity change', () => {
    const here = {...secret, where: 'file', path: 'a', diffId: 'sha256:1'} as const;
    const there = {...here, diffId: 'sha256:2', title: 'b', severity: 'low'} as const;
    expect(secretKey(there)).toBe(secretKey(here));
  });

  it('differs by rule, file, variable and kind of place', () => {
    const keys = [
      {...secret, where: 'file', path: 'a'} as const,
      {...secret, where: 'file', path: 'b'} as const,
      {...secret, where: 'environment', variable: 'a'} as const,
      {...secret, where: 'history'} as const,
      {...secret, rule: 'x', where: 'history'} as const,
    ].map(secretKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
