import {describe, expect, it} from '@jest/globals';
import {packageLock} from '../../../../src/domain/findings/lockfiles/package-lock.ts';

const VERSION_3 = `{
  "name": "shop",
  "lockfileVersion": 3,
  "packages": {
    "": {
      "name": "shop",
      "version": "1.0.0",
      "workspaces": ["packages/*"],
      "dependencies": {"lodash": "^4.17.0"}
    },
    "node_modules/@babel/core": {
      "version": "7.20.0",
      "resolved": "https://registry.example/@babel/core/-/core-7.20.0.tgz"
    },
    "node_modules/@shop/cart": {"resolved": "packages/cart", "link": true},
    "node_modules/old-lodash": {
      "name": "lodash",
      "version": "3.10.1"
    },
    "node_modules/lodash": {"version": "4.17.20"},
    "packages/cart": {"name": "@shop/cart", "version": "0.1.0"},
    "packages/cart/node_modules/a/node_modules/lodash": {"version": "4.17.20"}
  },
  "dependencies": {"lodash": {"version": "4.17.20"}}
}
`;

const PINS_3 = [
  {name: '@babel/core', version: '7.20.0', line: 11},
  {name: 'lodash', version: '3.10.1', line: 17},
  {name: 'lodash', version: '4.17.20', line: 20},
  {name: 'lodash', version: '4.17.20', line: 22},
];

const VERSION_1 = `{
  "lockfileVersion": 1,
  "dependencies": {
    "minimist": {
      "version": "0.0.8",
      "dependencies": {
        "deep": {"version": "2.0.0"}
      }
    },
    "alias": {
      "version": "npm:@x/real@1.2.3"
    },
    "forked": {
      "version": "git+ssh://git@git.example/forked.git#0a1b2c"
    }
  }
}
`;

describe('package-lock.json', () => {
  it.each([
    ['with Unix line ends', VERSION_3],
    ['with the line ends of Windows', VERSION_3.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\uFEFF${VERSION_3}`],
  ])('names what is installed, not links and workspaces, %s', (_, text) => {
    expect(packageLock.parse(text)).toEqual(PINS_3);
  });

  it('stands on lines that hold the names', () => {
    const lines = VERSION_3.split('\n');
    for (const {name, line} of packageLock.parse(VERSION_3))
      expect(lines[line - 1]).toMatch(new RegExp(`["/]${name}"`));
  });

  it('of version 1 is a tree', () => {
    expect(packageLock.parse(VERSION_1)).toEqual([
      {name: 'minimist', version: '0.0.8', line: 4},
      {name: 'deep', version: '2.0.0', line: 7},
      {name: '@x/real', version: '1.2.3', line: 11},
      {name: 'forked', version: 'git+ssh://git@git.example/forked.git#0a1b2c', line: 13},
    ]);
  });

  it.each(['{}', '[]', '"x"', '{"packages": []}', '{"packages": {"node_modules/a": 1}}'])(
    'pins nothing in %s',
    (text) => {
      expect(packageLock.parse(text)).toEqual([]);
    },
  );
});
