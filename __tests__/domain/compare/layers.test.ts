import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {compareLayers} from '../../../src/domain/compare/layers.ts';
import type {RecordImage, RecordLayer} from '../../../src/domain/record/schema.ts';
import type {RecordStep} from '../../../src/domain/record/step-schema.ts';
import {hash, image, layer, step} from '../../support/records.ts';

const FROM = step('from', {kind: 'image', reference: 'debian:12', instruction: 'FROM debian:12'});

/** The base's layer, then one layer for each step. */
function built(
  base: RecordLayer,
  own: readonly (readonly [RecordStep, RecordLayer])[],
  from: RecordStep = FROM,
): RecordImage {
  const layers = own.map(([, made], index) => ({...made, step: index + 1}));
  return image([{...base, base: true, step: 0}, ...layers], {
    steps: [from, ...own.map(([one]) => one)],
  });
}

const BASE = layer('base', 100);
const moved = {...FROM, resolved: hash('from elsewhere')};

describe('a difference', () => {
  it('is nobody’s where nothing differs', () => {
    const one = built(BASE, [[step('a'), layer('a', 10)]]);
    expect(compareLayers(one, one)).toMatchObject({changes: [], causes: []});
  });

  it('is of this change where the step’s inputs differ', () => {
    const before = built(BASE, [[step('a', {instruction: 'RUN make'}), layer('a', 10)]]);
    const after = built(BASE, [[step('b', {instruction: 'RUN make'}), layer('b', 14)]]);
    const {changes, causes} = compareLayers(before, after);
    expect(changes).toEqual([
      {
        ...{change: 'grew', cause: 'this change', base: false, instruction: 'RUN make'},
        ...{unpacked: {before: 10, after: 14}, download: {before: 5, after: 7}},
      },
    ]);
    expect(causes).toEqual([{cause: 'this change', unpackedBytes: 4, downloadBytes: 2}]);
  });

  it('is of the base image where only its reference leads elsewhere, for own steps too', () => {
    const own = step('a');
    const before = built(BASE, [[own, layer('a', 10)]]);
    const rebuilt = {...own, resolved: hash('a on another base')};
    const after = built(layer('base 2', 130), [[rebuilt, layer('a 2', 11)]], moved);
    const {changes, causes} = compareLayers(before, after);
    expect(changes.map(({base, cause}) => [base, cause])).toEqual([
      [true, 'base image'],
      [false, 'base image'],
    ]);
    expect(causes).toEqual([{cause: 'base image', unpackedBytes: 31, downloadBytes: 16}]);
  });

  it('is of this change where a digest was bumped', () => {
    const bumped = step('from 2', {kind: 'image'});
    const {causes} = compareLayers(built(BASE, []), built(layer('base 2', 130), [], bumped));
    expect(causes.map(({cause}) => cause)).toEqual(['this change']);
  });

  it('is drift where all inputs are the same', () => {
    const before = built(BASE, [[step('a'), layer('a', 10)]]);
    const after = built(BASE, [[step('a'), layer('a 2', 7)]]);
    expect(compareLayers(before, after)).toMatchObject({
      changes: [{change: 'shrank', cause: 'drift'}],
      causes: [{cause: 'drift', unpackedBytes: -3}],
    });
  });

  it('is drift with nothing to sum where the bytes are as many', () => {
    const before = built(BASE, [[step('a'), layer('a', 10)]]);
    const after = built(BASE, [[step('a'), layer('a 2', 10)]]);
    expect(compareLayers(before, after)).toMatchObject({
      changes: [{change: 'replaced', cause: 'drift'}],
      causes: [{cause: 'drift', unpackedBytes: 0, downloadBytes: 0}],
    });
  });

  it.each(['before', 'after'])('is unknown where files could not be looked at %s', (side) => {
    const open = step('a', {isOpen: true});
    const before = built(BASE, [[side === 'before' ? open : step('a'), layer('a', 10)]]);
    const after = built(BASE, [[side === 'after' ? open : step('a'), layer('a 2', 12)]]);
    expect(compareLayers(before, after).causes[0]?.cause).toBe('unknown');
  });

  it('is unknown without provenance, and equal layers are found all the same', () => {
    const bare = (layers: readonly RecordLayer[]): RecordImage =>
      image(layers.map(({base: _, ...one}) => one));
    const before = bare([layer('x', 5), layer('y', 6)]);
    const after = bare([layer('y', 6), layer('z', 9)]);
    const {changes, causes} = compareLayers(before, after);
    expect(changes).toMatchObject([{change: 'grew', unpacked: {before: 5, after: 9}}]);
    expect(causes).toEqual([{cause: 'unknown', unpackedBytes: 4, downloadBytes: 2}]);
  });

  it('is of this change where a step came or went', () => {
    const a: readonly [RecordStep, RecordLayer] = [step('a'), layer('a', 10)];
    const b: readonly [RecordStep, RecordLayer] = [step('b'), layer('b', 20)];
    expect(compareLayers(built(BASE, [a]), built(BASE, [a, b])).changes).toMatchObject([
      {change: 'came', cause: 'this change', unpacked: {before: 0, after: 20}},
    ]);
    expect(compareLayers(built(BASE, [a, b]), built(BASE, [a])).changes).toMatchObject([
      {change: 'went', cause: 'this change', unpacked: {before: 20, after: 0}},
    ]);
  });

  it('of a step that moved is one difference, not two', () => {
    const line = (input: string, text: string): RecordStep => step(input, {instruction: text});
    const before = built(BASE, [
      [line('1', 'RUN alpha'), layer('1', 10)],
      [line('2', 'COPY . .'), layer('2', 20)],
    ]);
    const after = built(BASE, [
      [line('3', 'COPY . .'), layer('3', 20)],
      [line('4', 'RUN alpha'), layer('4', 11)],
    ]);
    expect(compareLayers(before, after).changes).toMatchObject([
      {change: 'grew', instruction: 'RUN alpha'},
      {change: 'replaced', instruction: 'COPY . .'},
    ]);
  });

  it('of an edited line is one, and of another line two', () => {
    const own = (text: string, bytes: number): readonly [RecordStep, RecordLayer] => [
      step(text, {instruction: text}),
      layer(text, bytes),
    ];
    const edited = compareLayers(
      built(BASE, [own('RUN apt-get install curl', 10)]),
      built(BASE, [own('RUN apt-get install curl git', 30)]),
    );
    expect(edited.changes.map(({change}) => change)).toEqual(['grew']);
    const other = compareLayers(
      built(BASE, [own('RUN apt-get install curl', 10)]),
      built(BASE, [own('COPY --from=build /venv /venv', 30)]),
    );
    expect(other.changes.map(({change}) => change)).toEqual(['came', 'went']);
  });
});

const anyStep = fc
  .record({
    input: fc.integer({min: 0, max: 5}),
    base: fc.integer({min: 0, max: 1}),
    open: fc.boolean(),
  })
  .map(({input, base, open}) =>
    step(`${input}`, {resolved: hash(`${input} on ${base}`), isOpen: open}),
  );
const anyLayer = fc
  .record({content: fc.integer({min: 0, max: 6}), bytes: fc.nat(1000), download: fc.nat(1000)})
  .map(({content, bytes, download}) => layer(`${content}`, bytes, {downloadBytes: download}));
const anyImage = fc
  .record({
    base: fc.option(anyLayer),
    from: fc.constantFrom(FROM, moved, step('other', {kind: 'image'})),
    own: fc.array(fc.tuple(anyStep, anyLayer), {maxLength: 6}),
    provenance: fc.boolean(),
  })
  .map(({base, from, own, provenance}) => {
    const whole = built(base ?? BASE, own, from);
    const {steps, ...bare} = whole;
    const layers = base === null ? whole.layers.slice(1) : whole.layers;
    return image(layers, provenance && steps !== undefined ? {steps} : {digest: bare.digest});
  });

it('sums to the difference of the totals, to the byte, for any two images', () => {
  fc.assert(
    fc.property(anyImage, anyImage, (before, after) => {
      const {causes, changes} = compareLayers(before, after);
      for (const key of ['unpackedBytes', 'downloadBytes'] as const)
        expect(causes.reduce((sum, cause) => sum + cause[key], 0)).toBe(after[key] - before[key]);
      expect(new Set(causes.map(({cause}) => cause)).size).toBe(causes.length);
      const rows = changes.reduce((sum, {unpacked}) => sum + unpacked.after - unpacked.before, 0);
      expect(rows).toBe(after.unpackedBytes - before.unpackedBytes);
    }),
    {numRuns: 2000},
  );
});

describe('a run that left no provenance', () => {
  const own = step('a', {instruction: 'RUN make'});
  const told = built(BASE, [[own, layer('a', 10)]]);
  const untold = (...layers: RecordLayer[]): RecordImage => image(layers);
  const same = untold(BASE, layer('a', 10));

  it.each([
    ['now', told, same],
    ['as a baseline', same, told],
    ['on both sides', same, same],
  ])('makes no difference of unchanged layers %s', (_, before, after) => {
    expect(compareLayers(before, after)).toMatchObject({changes: [], causes: []});
  });

  it.each([
    ['now', told, untold(BASE, layer('b', 14))],
    ['as a baseline', same, built(BASE, [[step('b'), layer('b', 14)]])],
    ['on both sides', same, untold(BASE, layer('b', 14))],
  ])('leaves one difference, right and without a cause, %s', (_, before, after) => {
    const {changes, causes, causeIn} = compareLayers(before, after);
    expect(changes).toMatchObject([
      {
        ...{change: 'grew', cause: 'unknown', base: false},
        ...{unpacked: {before: 10, after: 14}, download: {before: 5, after: 7}},
      },
    ]);
    expect(causes).toEqual([{cause: 'unknown', unpackedBytes: 4, downloadBytes: 2}]);
    expect(causeIn('after', 1)).toBe('unknown');
  });

  it('tells nobody’s doing of a layer or base that only the other run has', () => {
    const more = built(BASE, [
      [own, layer('a', 10)],
      [step('c'), layer('c', 3)],
    ]);
    for (const [before, after] of [
      [same, more],
      [more, same],
      [untold(layer('a', 10)), told],
    ] as const)
      expect(compareLayers(before, after).changes.map(({cause}) => cause)).toEqual(['unknown']);
  });

  it('of one layer that nobody tells of: the others keep their causes', () => {
    const loose = (one: RecordImage, extra: RecordLayer): RecordImage =>
      image([...one.layers, extra], {steps: one.steps ?? []});
    const changed = built(BASE, [[step('b', {instruction: 'RUN make'}), layer('b', 14)]]);
    const {causes} = compareLayers(loose(told, layer('x', 1)), loose(changed, layer('x', 1)));
    expect(causes).toEqual([{cause: 'this change', unpackedBytes: 4, downloadBytes: 2}]);
  });
});
