import {describe, expect, it} from '@jest/globals';
import {goMod} from '../../../../src/domain/findings/lockfiles/go-mod.ts';

const TEXT = `module shop.example/api // the service

go 1.22

toolchain go1.22.3

require golang.org/x/net v0.7.0

require (
	github.com/Azure/go-autorest/autorest v0.11.28
	github.com/docker/docker v20.10.24+incompatible // indirect
	// github.com/gone/gone v1.0.0
)

exclude golang.org/x/text v0.3.0

replace (
	github.com/old/one v1.0.0 => github.com/new/one v1.1.0
	github.com/here/two => ../two
)

replace golang.org/x/sys => "golang.org/x/sys" v0.5.0

retract [v1.0.0, v1.0.5]
`;

describe('go.mod', () => {
  it.each([
    ['with Unix line ends', TEXT],
    ['with the line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
  ])('names what it requires, and what stands in for it, %s', (_, text) => {
    expect(goMod.parse(text)).toEqual([
      {name: 'golang.org/x/net', version: 'v0.7.0', line: 7},
      {name: 'github.com/Azure/go-autorest/autorest', version: 'v0.11.28', line: 10},
      {name: 'github.com/docker/docker', version: 'v20.10.24+incompatible', line: 11},
      {name: 'github.com/new/one', version: 'v1.1.0', line: 18},
      {name: 'golang.org/x/sys', version: 'v0.5.0', line: 22},
    ]);
    expect(goMod.ownerOf?.(text)).toBe('shop.example/api');
  });

  it('pins nothing where it is cut off, or says nothing', () => {
    expect(goMod.parse('require (\n\nconstructor (\nreplace a b v1\nrequire a')).toEqual([]);
    expect(goMod.ownerOf?.('go 1.22\n')).toBeUndefined();
  });
});
