import {describe, expect, it} from '@jest/globals';
import {pnpmLock} from '../../../../src/domain/findings/lockfiles/pnpm-lock.ts';

const VERSION_9 = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:
  .:
    dependencies:
      lodash:
        specifier: ^4.17.0
        version: 4.17.20

packages:

  '@babel/core@7.20.0':
    resolution: {integrity: sha512-x}
    engines: {node: '>=6.9.0'}

  # a comment
  lodash@4.17.20:
    resolution: {integrity: sha512-y}

  react-dom@18.2.0:
    resolution: {integrity: sha512-z}
    peerDependencies:
      react: ^18.2.0

  here@file:packages/here:
    resolution: {directory: packages/here, type: directory}

snapshots:

  lodash@4.17.20: {}
`;

const PINS_9 = [
  {name: '@babel/core', version: '7.20.0', line: 15},
  {name: 'lodash', version: '4.17.20', line: 20},
  {name: 'react-dom', version: '18.2.0', line: 23},
];

describe('pnpm-lock.yaml', () => {
  it.each([
    ['with Unix line ends', VERSION_9],
    ['with the line ends of Windows', VERSION_9.replaceAll('\n', '\r\n')],
  ])('names each package once, %s', (_, text) => {
    expect(pnpmLock.parse(text)).toEqual(PINS_9);
  });

  it('is read where another document stands before it', () => {
    const text = `---\nlockfileVersion: '9.0'\nimporters: {}\n---\npackages:\n  a@1.0.0: {}\n`;
    expect(pnpmLock.parse(text)).toEqual([{name: 'a', version: '1.0.0', line: 6}]);
  });

  it.each([
    ['/lodash/4.17.20', 'lodash', '4.17.20'],
    ['/@x/a/1.0.0_react@18.2.0', '@x/a', '1.0.0'],
    ['/use/1.0.0-beta.1_abc', 'use', '1.0.0-beta.1'],
    ['/@x/a@1.0.0(react@18.2.0)(b@1.0.0)', '@x/a', '1.0.0'],
    ['a@1.0.0+build', 'a', '1.0.0+build'],
  ])('of an earlier version has the key %s', (key, name, version) => {
    expect(pnpmLock.parse(`packages:\n  ${JSON.stringify(key)}: {}\n`)).toEqual([
      {name, version, line: 2},
    ]);
  });

  it('pins nothing where a merge was left half done', () => {
    const [head = '', ...rest] = VERSION_9.split('packages:');
    const text = `${head}packages:\n<<<<<<< ours\n${rest.join('packages:')}`;
    expect(pnpmLock.parse(text)).toEqual([]);
  });

  it.each(['', 'packages: []', 'a: b', 'packages:\n  ? [a]\n  : b', '- a'])(
    'pins nothing in %j',
    (text) => {
      expect(pnpmLock.parse(text)).toEqual([]);
    },
  );
});
