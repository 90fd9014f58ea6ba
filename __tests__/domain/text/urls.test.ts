import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {mapStrings} from '../../../src/domain/text/map-strings.ts';
import {withoutUrlSecrets} from '../../../src/domain/text/urls.ts';

describe('withoutUrlSecrets', () => {
  it.each([
    ['https://host/path', 'https://host/path'],
    ['get https://me:pass@host:8080/p?token=x#part now', 'get https://host:8080/p#part now'],
    ['git+ssh://git@host/x.git', 'git+ssh://host/x.git'],
    ['https://me:p@ss@host', 'https://host'],
    ['"https://host?a=1&b=2"', '"https://host"'],
    ['postgres://u:p@db/x?sslmode=off redis://:p@cache', 'postgres://db/x redis://cache'],
    ['HTTPS://ME:PASS@HOST', 'HTTPS://HOST'],
    ['docker-image://debian@sha256:00', 'docker-image://debian@sha256:00'],
    ['oci-layout:///x@sha256:00', 'oci-layout:///x@sha256:00'],
    ['https://host/a@b', 'https://host/a@b'],
    ['is it? a: //b', 'is it? a: //b'],
  ])('%j -> %j', (text, clean) => {
    expect(withoutUrlSecrets(text)).toBe(clean);
  });

  it('leaves no user and no query of any URL', () => {
    const word = fc.stringMatching(/^[a-z0-9]{8,12}$/);
    fc.assert(
      fc.property(word, word, word, (user, host, query) => {
        const text = withoutUrlSecrets(`x https://${user}:${user}@${host}/?q=${query} y`);
        expect(text).toBe(`x https://${host}/ y`);
      }),
    );
  });
});

describe('mapStrings', () => {
  it('changes names and values, and tells under which name a value stands', () => {
    const seen: string[] = [];
    const made = mapStrings({a: ['x', 1, null], b: {c: 'y'}}, (text, key) => {
      if (key !== '') seen.push(`${key}=${text}`);
      return `${text}!`;
    });
    expect(made).toEqual({'a!': ['x!', 1, null], 'b!': {'c!': 'y!'}});
    expect(seen).toEqual(['a=x', 'c=y']);
  });
});
