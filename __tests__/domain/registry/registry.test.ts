import {describe, expect, it} from '@jest/globals';
import {parseChallenge} from '../../../src/domain/registry/challenge.ts';
import {databaseMirrors} from '../../../src/domain/registry/databases.ts';
import {findLogin, parseHelperAnswer} from '../../../src/domain/registry/docker-login.ts';
import {registryApiUrl, parseReference} from '../../../src/domain/registry/reference.ts';
import {isTransientStatus, parseRetryAfter} from '../../../src/domain/registry/retry.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('a reference', () => {
  it.each([
    ['ghcr.io/a/b', 'ghcr.io/a/b:2', 'https://ghcr.io/v2/a/b'],
    ['ghcr.io/a/b:x', 'ghcr.io/a/b:x', 'https://ghcr.io/v2/a/b'],
    [`ghcr.io/a/b@${DIGEST}`, `ghcr.io/a/b@${DIGEST}`, 'https://ghcr.io/v2/a/b'],
    [`ghcr.io/a/b:x@${DIGEST}`, `ghcr.io/a/b@${DIGEST}`, 'https://ghcr.io/v2/a/b'],
    ['reg.example:5000/a', 'reg.example:5000/a:2', 'https://reg.example:5000/v2/a'],
    ['127.0.0.1:5000/a', '127.0.0.1:5000/a:2', 'http://127.0.0.1:5000/v2/a'],
    ['localhost/a', 'localhost/a:2', 'http://localhost/v2/a'],
    ['[::1]:5000/a', '[::1]:5000/a:2', 'http://[::1]:5000/v2/a'],
    ['docker.io/a/b', 'docker.io/a/b:2', 'https://registry-1.docker.io/v2/a/b'],
    [
      '127.0.0.1.evil.example/a',
      '127.0.0.1.evil.example/a:2',
      'https://127.0.0.1.evil.example/v2/a',
    ],
  ])('%s', (text, whole, api) => {
    const reference = parseReference(text, '2');
    expect(reference?.text).toBe(whole);
    expect(reference && registryApiUrl(reference)).toBe(api);
  });

  it.each([
    '',
    'a',
    'a/b',
    'ghcr.io',
    'ghcr.io/',
    'ghcr.io/../b',
    'ghcr.io/a:',
    'ghcr.io/a@sha256:1',
  ])('is not %j', (text) => {
    expect(parseReference(text, '2')).toBeUndefined();
  });
});

describe('the mirrors', () => {
  const texts = (repositories: readonly string[]): readonly (readonly string[])[] => {
    const {vulnerabilities, java} = databaseMirrors(repositories);
    return [vulnerabilities, java].map((all) => all.map(({text}) => text));
  };

  it('are Trivy’s own where none is named', () => {
    expect(texts([])).toEqual([
      ['mirror.gcr.io/aquasec/trivy-db:2', 'ghcr.io/aquasecurity/trivy-db:2'],
      ['mirror.gcr.io/aquasec/trivy-java-db:1', 'ghcr.io/aquasecurity/trivy-java-db:1'],
    ]);
  });

  it('of the Java database lie beside, or are named', () => {
    expect(texts(['r.example/trivy-db:2', 'r.example/other:2'])[1]).toEqual([
      'r.example/trivy-java-db:1',
    ]);
    expect(texts(['r.example/trivy-db:2', 'r.example/my-java-db:7'])).toEqual([
      ['r.example/trivy-db:2'],
      ['r.example/my-java-db:7'],
    ]);
  });
});

describe('a challenge', () => {
  it.each([
    ['Basic realm="x"', {scheme: 'basic'}],
    [
      'Bearer realm="https://a.example/token",service="a, b",scope="x"',
      {scheme: 'bearer', realm: 'https://a.example/token', service: 'a, b'},
    ],
    [
      'Basic realm="x", bearer service=s, Realm="https://a.example/t"',
      {scheme: 'bearer', realm: 'https://a.example/t', service: 's'},
    ],
    ['Bearer service="x"', undefined],
    ['Bearer realm="no url"', undefined],
    ['Negotiate', undefined],
    ['', undefined],
  ])('%s', (header, expected) => {
    expect(parseChallenge(header)).toEqual(expected);
  });
});

describe('docker’s login', () => {
  const auth = Buffer.from('me:pa:ss').toString('base64');
  const login = {user: 'me', password: 'pa:ss'};
  it.each([
    [{auths: {'r.example': {auth}}}, {from: 'config', login}],
    [{auths: {'https://r.example/v2/': {auth}}}, {from: 'config', login}],
    [
      {auths: {'r.example': {username: 'me', password: 'x'}}},
      {from: 'config', login: {user: 'me', password: 'x'}},
    ],
    [{auths: {'other.example': {auth}}}, undefined],
    [{auths: {'r.example.evil.example': {auth}}}, undefined],
    [{auths: {'r.example': {}}}, undefined],
    [{auths: {'r.example': {auth: 'AA=='}}}, undefined],
    [{credsStore: 'desktop'}, {from: 'helper', helper: 'desktop', server: 'r.example'}],
    [
      {auths: {'https://r.example': {}}, credsStore: 'desktop'},
      {from: 'helper', helper: 'desktop', server: 'https://r.example'},
    ],
    [
      {credHelpers: {'r.example': 'ecr-login'}, credsStore: 'desktop'},
      {from: 'helper', helper: 'ecr-login', server: 'r.example'},
    ],
    [{credsStore: '../../bin/sh'}, undefined],
    [{auths: 7, credHelpers: [], credsStore: ''}, undefined],
    [[], undefined],
  ])('%j', (config, expected) => {
    expect(findLogin(JSON.stringify(config), 'r.example')).toEqual(expected);
  });

  it('of Docker Hub goes by another name', () => {
    const config = JSON.stringify({auths: {'https://index.docker.io/v1/': {auth}}});
    expect(findLogin(config, 'docker.io')).toEqual({from: 'config', login});
    expect(findLogin('{"credsStore": "x"}', 'docker.io')).toMatchObject({
      server: 'https://index.docker.io/v1/',
    });
    expect(findLogin('no JSON', 'docker.io')).toBeUndefined();
  });

  it.each([
    ['{"Username": "me", "Secret": "x"}', {user: 'me', password: 'x'}],
    ['{"Username": "me"}', undefined],
    ['credentials not found in native keychain', undefined],
  ])('of a helper: %s', (json, expected) => {
    expect(parseHelperAnswer(json)).toEqual(expected);
  });
});

describe('waiting', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  it.each([
    ['7', 7],
    ['Tue, 24 Nov 2026 12:00:30 GMT', 30],
    ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
    ['soon', 0],
    [undefined, 0],
  ])('for %s: %d s', (header, seconds) => {
    expect(parseRetryAfter(header, now)).toBe(seconds);
  });

  it('is of use when the server says so', () => {
    expect([200, 401, 404, 408, 429, 500, 503].filter(isTransientStatus)).toEqual([
      408, 429, 500, 503,
    ]);
  });
});
