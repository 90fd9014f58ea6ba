import {describe, expect, it} from '@jest/globals';
import {
  parseGrants,
  requiredEntitlements,
  refuseEntitlements,
  type TargetAccess,
} from '../../../src/domain/plan/entitlements.ts';

const needs = (target: TargetAccess): readonly string[] =>
  requiredEntitlements('web', target).map(({need}) =>
    need.kind === 'entitlement' ? need.name : `${need.kind}=${need.path}`,
  );

describe('reachOf', () => {
  it.each<[TargetAccess, readonly string[]]>([
    [{}, ['fs.read=.']],
    [{context: 'https://example.com/x.git'}, []],
    [{context: 'git@example.com:x/y.git'}, []],
    [
      {context: '/src', dockerfile: 'docker/Dockerfile'},
      ['fs.read=/src', 'fs.read=/src/docker/Dockerfile'],
    ],
    [{context: 'a', dockerfile: '../../etc/passwd'}, ['fs.read=a', 'fs.read=a/../../etc/passwd']],
    [{context: 'a', dockerfile: '/etc/passwd'}, ['fs.read=a', 'fs.read=/etc/passwd']],
    [{context: 'a', dockerfile: 'x', 'dockerfile-inline': 'FROM scratch'}, ['fs.read=a']],
    [
      {
        contexts: {
          ...{a: 'target:b', c: 'docker-image://debian', d: '/d', e: 'cwd://e'},
          ...{f: 'oci-layout:///f/g:v1@sha256:00', h: 'https://h.example'},
        },
      },
      ['fs.read=.', 'fs.read=/d', 'fs.read=e', 'fs.read=/f/g:v1'],
    ],
    [
      {secret: [{id: 'a', src: '/a'}, {id: 'b', env: 'B'}, {id: '/etc/shadow'}]},
      ['fs.read=.', 'fs.read=/a', 'fs.read=/etc/shadow'],
    ],
    [{ssh: [{id: 'default'}, {id: 'k', paths: ['/k']}]}, ['fs.read=.', 'ssh', 'fs.read=/k']],
    [
      {
        'cache-from': [{type: 'local', src: '/c'}, {type: 'registry'}],
        'cache-to': [{type: 'local', dest: '/d'}, {type: 'gha'}],
      },
      ['fs.read=.', 'fs.read=/c', 'fs.write=/d'],
    ],
    [{entitlements: ['network.host', 'device=gpu']}, ['fs.read=.', 'network.host', 'device=gpu']],
  ])('of %j is %j', (target, expected) => {
    expect(needs(target)).toEqual(expected);
  });
});

describe('grantsOf', () => {
  it('takes folders to read, to write and both, and what is no path', () => {
    expect(parseGrants(['fs=/a', 'fs.read=/b', 'fs.write=/c', 'network.host', 'ssh'], [])).toEqual({
      read: ['/a', '/b'],
      write: ['/a', '/c'],
      entitlements: ['network.host', 'ssh'],
    });
  });

  it.each(['fs=*', 'fs.read=*', 'fs.write=*'])('refuses %s', (entry) => {
    expect(() => parseGrants(['ssh', entry], [])).toThrow(
      `Input allow holds ${entry}, which opens`,
    );
  });

  it('takes the paths that the user sets, and not the value of another key', () => {
    const set = [
      '*.secrets=id=ca,src=/ca',
      'web.contexts.base=/b',
      'a.args.X=/etc',
      'a.args.X.context=/e',
    ];
    expect(parseGrants([], set).read.filter((path) => path.startsWith('/'))).toEqual(['/ca']);
  });
});

describe('refuseReach', () => {
  it('names who wants what, and the lines to write', () => {
    const missing = requiredEntitlements('web', {context: '/a', ssh: [{id: 'default'}]});
    expect(() => {
      refuseEntitlements(missing);
    }).toThrow(
      "its context of web (/a), the user's ssh agent of web. If that is meant, grant it with the input allow: fs.read=/a, ssh.",
    );
    refuseEntitlements([]);
  });
});
