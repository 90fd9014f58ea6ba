import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {
  FORMATS,
  lockfileFormat,
  parsePins,
} from '../../../../src/domain/findings/lockfiles/index.ts';
import type {LockfileFormat} from '../../../../src/domain/findings/lockfiles/format.ts';

const WHOLE: Readonly<Record<keyof typeof FORMATS, string>> = {
  'package-lock': '{"packages": {\n"node_modules/a": {"version": "1.0.0"}}}',
  'pnpm-lock': 'packages:\n  a@1.0.0: {}\n',
  'yarn-lock': '\na@^1.0.0:\n  version "1.0.0"\n',
  'poetry-lock': '[[package]]\nname = "a"\nversion = "1.0.0"\n',
  'uv-lock': '[[package]]\nname = "a"\nversion = "1.0.0"\n',
  requirements: '\na==1.0.0\n',
  'go-mod': 'module m\nrequire a v1.0.0\n',
};

const formats = Object.entries<LockfileFormat>(FORMATS).map(
  ([id, format]) => [id as keyof typeof FORMATS, format] as const,
);

describe.each(formats)('%s', (id, format) => {
  it('pins a on line 2', () => {
    const {pins} = parsePins(format, WHOLE[id]);
    expect(pins.get('a')).toEqual([
      expect.objectContaining({line: 2, version: expect.stringMatching(/^v?1\.0\.0$/)}),
    ]);
  });

  it('never throws, and gives lines that are there, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({unit: 'binary', maxLength: 20}),
      fc.constantFrom(
        ...Array.from(WHOLE[id]),
        ...WHOLE[id].split('\n'),
        '\n',
        '\r',
        '{',
        '[[',
        '\\',
        '&a *a',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        const text = pieces.join('');
        const count = text.split(/\r\n|\r|\n|\u2028|\u2029/).length;
        for (const {line, name} of [...parsePins(format, text).pins.values()].flat()) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(count);
          expect(name).not.toBe('');
        }
      }),
      {numRuns: 300},
    );
  });

  it('never throws for a real text that was cut off or has a byte changed', () => {
    const whole = WHOLE[id];
    const at = fc.nat({max: whole.length});
    fc.assert(
      fc.property(at, at, fc.string({unit: 'binary', maxLength: 3}), (from, to, other) => {
        expect(() =>
          parsePins(format, whole.slice(0, from) + other + whole.slice(to)),
        ).not.toThrow();
      }),
    );
  });
});

describe('what is nested beyond all measure', () => {
  it.each([
    ['package-lock', '{"a":'.repeat(100_000)],
    ['pnpm-lock', '['.repeat(100_000)],
    ['uv-lock', `a = ${'['.repeat(100_000)}`],
  ] as const)('pins nothing in %s', (id, text) => {
    expect(parsePins(FORMATS[id], text).pins.size).toBe(0);
  });
});

describe('the format of a file', () => {
  it.each([
    ['package-lock.json', 'package-lock'],
    ['apps/web/npm-shrinkwrap.json', 'package-lock'],
    ['pnpm-lock.yaml', 'pnpm-lock'],
    ['yarn.lock', 'yarn-lock'],
    ['api/poetry.lock', 'poetry-lock'],
    ['uv.lock', 'uv-lock'],
    ['cmd/go.mod', 'go-mod'],
  ] as const)('of %s is %s', (path, id) => {
    expect(lockfileFormat(path)).toBe(FORMATS[id]);
  });

  it.each([
    'package.json',
    'my-yarn.lock',
    'go.mod.bak',
    'a/node_modules/b/yarn.lock',
    'vendor/go.mod',
  ])('of %s is none', (path) => {
    expect(lockfileFormat(path)).toBeUndefined();
  });
});
