/** Seeded damage: how many cases, and what foreign values are made of. */
import fc from 'fast-check';

/** 10,000 in all; PLIMSOLL_MUTATIONS asks for more. */
const TOTAL = 10_000;
const wanted = Number(process.env['PLIMSOLL_MUTATIONS'] ?? TOTAL);

/** This test's share of the cases. */
export function cases(of: number): number {
  return Math.ceil((of * wanted) / TOTAL);
}

/** What no tool writes. */
export const evilText = fc.oneof(
  fc.constantFrom(
    ...['', '.', '..', '/', '../../evil', 'a/../../evil', '/..', '//', 'a//b', './a', '\\..\\a'],
    ...['.wh.', '.wh..', '.wh...', '.wh..wh..opq', 'a/.wh.b/c', '.wh..wh.plnk', '__proto__'],
    ...['constructor', '\u202e', '\0', '\n', '%00', 'x'.repeat(100), 'a/'.repeat(50)],
    ...['sha256:../../evil', `sha256:${'0'.repeat(64)}`, `sha512:${'0'.repeat(128)}`],
  ),
  fc.string({maxLength: 100}),
);

export const evilNumber = fc.oneof(
  fc.constantFrom(0, -1, 1, 1.5, 511, 512, 513, 2 ** 31, 2 ** 53, 1e21, 1e308, -1e308),
  fc.integer(),
);

/** Stands for what is nested deeper than any stack likes. */
const DEEP = '(deep)';

/** The document as it is written down. */
export function jsonOf(document: unknown): string {
  return JSON.stringify(document).replaceAll(`"${DEEP}"`, '['.repeat(50_000) + ']'.repeat(50_000));
}

export const evilValue: fc.Arbitrary<unknown> = fc.oneof(
  evilText,
  evilNumber,
  fc.constantFrom<unknown>(null, true, [], {}, [null], [[]], {a: 1}, DEEP),
  fc.jsonValue({maxDepth: 2}),
);
