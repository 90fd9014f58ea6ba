import {describe, expect, it} from '@jest/globals';
import {resolveUser} from '../../../src/domain/image/user.ts';

const files = {
  passwd: 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1001::/:/bin/sh\ntoor:x:0:0::/:/bin/sh\n',
  group: 'root:x:0:\nstaff:x:50:\n',
};

describe('resolveUser', () => {
  it.each([
    ['', {uid: 0, gid: 0, isRoot: true, numeric: false}],
    ['root', {uid: 0, gid: 0, isRoot: true, numeric: false}],
    ['0', {uid: 0, gid: 0, isRoot: true, numeric: true}],
    ['000', {uid: 0, gid: 0, isRoot: true, numeric: true}],
    ['0:0', {uid: 0, gid: 0, isRoot: true, numeric: true}],
    ['root:root', {uid: 0, gid: 0, isRoot: true, numeric: false}],
    ['toor', {uid: 0, gid: 0, isRoot: true, numeric: false}],
    ['app', {uid: 1000, gid: 1001, isRoot: false, numeric: false}],
    ['app:staff', {uid: 1000, gid: 50, isRoot: false, numeric: false}],
    ['1000', {uid: 1000, gid: 1001, isRoot: false, numeric: true}],
    ['4242', {uid: 4242, gid: 0, isRoot: false, numeric: true}],
    ['10001:10001', {uid: 10001, gid: 10001, isRoot: false, numeric: true}],
  ])('%p', (declared, expected) => {
    expect(resolveUser(declared, files)).toEqual({declared, ...expected});
  });

  it('gives no uid to a name that the image does not know', () => {
    expect(resolveUser('nobody', files)).toEqual({
      declared: 'nobody',
      isRoot: false,
      numeric: false,
    });
  });
});
