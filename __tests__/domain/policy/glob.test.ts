import fc from 'fast-check';
import {compileGlob} from '../../../src/domain/policy/glob.ts';

function matches(pattern: string, path: string): boolean | undefined {
  return compileGlob(pattern)?.(path);
}

test.each([
  ['usr/lib/a.so', 'usr/lib/a.so', true],
  ['/usr/lib', '/usr/lib', true],
  ['/usr/lib', 'usr/lib', true],
  ['usr/lib', '/usr/lib', true],
  ['usr/lib', 'usr/libx', false],
  ['usr/lib', 'opt/usr/lib', false],
  ['usr/*', 'usr/lib', true],
  ['usr/*', 'usr/lib/a', false],
  ['usr/**', 'usr/lib/a', true],
  ['usr/**', 'opt/a', false],
  ['**', 'a/b/c', true],
  ['**/a.js', 'a.js', true],
  ['**/a.js', 'x/y/a.js', true],
  ['**/a.js', 'x/ba.js', false],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**/b', 'ab', false],
  ['a**b', 'axxb', true],
  ['a**b', 'ax/xb', false],
  ['**a', 'xa', true],
  ['**a', 'x/a', false],
  ['*.js', '.js', true],
  ['*', '.hidden', true],
  ['?', 'a', true],
  ['?', 'ä', true],
  ['?', '😀', true],
  ['?', '', false],
  ['a?b', 'a/b', false],
  ['[abc]', 'b', true],
  ['[abc]', 'd', false],
  ['[a-c]', 'b', true],
  ['[a-c]x', 'dx', false],
  ['[!a-c]', 'd', true],
  ['[^a-c]', 'b', false],
  ['a[!b]c', 'a/c', false],
  ['[]a]', ']', true],
  ['[a-]', '-', true],
  ['{a,b}/x', 'b/x', true],
  ['{a,b}/x', 'c/x', false],
  ['{a,b{c,d}}', 'bd', true],
  ['{a,}b', 'b', true],
  ['lib{32,64}/**', 'lib64/a/b', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['a\\{b', 'a{b', true],
  ['a}', 'a}', true],
  ['a,b', 'a,b', true],
  ['@(a|b)', 'a', false],
  ['!a', 'b', false],
  ['', '', true],
  ['', 'a', false],
])('%j on %j: %j', (pattern, path, expected) => {
  expect(matches(pattern, path)).toBe(expected);
});

test.each([
  '[',
  'a[b',
  '[]',
  '{',
  '{a',
  'a{b,c',
  '\\',
  'a'.repeat(1001),
  '{'.repeat(11) + '}'.repeat(11),
])('%j is no pattern', (pattern) => {
  expect(compileGlob(pattern)).toBeUndefined();
});

test('a path without special characters matches itself alone', () => {
  const name = fc.stringMatching(/^[a-z.]{1,5}$/);
  const path = fc.array(name, {minLength: 1, maxLength: 4}).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(path, path, (one, other) => {
      expect(matches(one, other)).toBe(one === other);
      expect(matches(`**/${one}`, `x/${one}`)).toBe(true);
    }),
  );
});

test.each([
  ['*a'.repeat(300) + 'b', 'a'.repeat(4000)],
  ['**/a*/'.repeat(100) + 'b', 'aa/'.repeat(1300) + 'c'],
  ['{a,aa,aaa}'.repeat(90) + 'b', 'a'.repeat(4000)],
])('a hostile pattern takes no time', (pattern, path) => {
  const started = performance.now();
  expect(matches(pattern, path)).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});
