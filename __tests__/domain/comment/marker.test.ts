import {expect, it} from '@jest/globals';
import fc from 'fast-check';
import {commentMarker} from '../../../src/domain/comment/marker.ts';

it('is one of each key, and a comment of HTML whatever the key holds', () => {
  expect(commentMarker(undefined)).toBe('<!-- plimsoll-comment -->');
  expect(commentMarker('x64')).toMatch(/^<!-- plimsoll-comment x64-[0-9a-f]{8} -->$/);
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), (key) => {
      expect(commentMarker(key)).toMatch(/^<!-- plimsoll-comment [A-Za-z0-9._-]+ -->$/);
      expect(commentMarker(key).slice(4, -3)).not.toContain('--');
    }),
  );
});

it('tells keys apart that read alike', () => {
  expect(commentMarker('a/b')).not.toBe(commentMarker('a-b'));
});
