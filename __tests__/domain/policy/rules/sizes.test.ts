import type {LayerChange} from '../../../../src/domain/compare/facts.ts';
import {known} from '../../../../src/domain/known.ts';
import type {Evidence} from '../../../../src/domain/policy/evidence.ts';
import {RULES} from '../../../../src/domain/policy/rules/index.ts';
import {GOOD} from '../../../support/evidence.ts';

const {size, download} = RULES;

test('exactly the limit passes, one byte more fails', () => {
  const judged = (max: unknown): number => size.judge({level: 'error', max}, GOOD).length;
  expect([judged(100_000_000), judged('100MB'), judged(99_999_999)]).toEqual([0, 0, 1]);
});

test('without a limit nothing is needed and nothing fails', () => {
  expect(size.needs(size.default)).toEqual([]);
  expect(size.judge(size.default, GOOD)).toEqual([]);
  expect(size.needs({level: 'error', max: 1})).toEqual(['sizes']);
});

test('the unpacked size is said with its limit, and the biggest layer with its line', () => {
  const [violation] = size.judge({level: 'error', max: '80MB'}, GOOD);
  expect(violation?.place).toEqual({file: 'Dockerfile', startLine: 8, endLine: 9});
  expect(violation?.told.words).toEqual({
    message: 'The unpacked size is 100.0 MB, 20.0 MB over its limit of 80.0 MB.',
    advice:
      'The biggest layer brings 90.0 MB (RUN make install): leave out what the running image does not need, build in an earlier stage and copy only the result, or raise rules.size.max.',
  });
});

test('the download size is judged apart; a base layer calls for another base', () => {
  const [violation] = download.judge({level: 'error', max: '10MB'}, GOOD);
  expect(violation?.place).toEqual({file: 'Dockerfile', startLine: 4});
  expect(violation?.told.words).toEqual({
    message: 'The download size is 40.0 MB, 30.0 MB over its limit of 10.0 MB.',
    advice:
      'The biggest layer brings 30.0 MB and comes with the base image: choose a smaller base, or raise rules.download.max.',
  });
});

test('an image without layers has no place', () => {
  const evidence = {...GOOD, sizes: known({unpackedBytes: 5, downloadBytes: 5})};
  const [violation] = size.judge({level: 'error', max: 1}, evidence);
  expect(violation).not.toHaveProperty('place');
  expect(violation?.told.data).toEqual({bytes: 5, max: 1});
  expect(violation?.told.words.advice).toBe('Raise rules.size.max.');
});

describe('where the image grew since the baseline', () => {
  const layer = (change: Partial<LayerChange>, before: number, after: number): LayerChange => ({
    ...{change: 'grew', cause: 'this change', base: false, file: 'Dockerfile'},
    ...{unpacked: {before, after}, download: {before: after, after: before}},
    ...change,
  });
  const copy = layer({startLine: 12, endLine: 12, instruction: 'COPY . .'}, 0, 30_000_000);
  const run = layer({startLine: 8, instruction: 'RUN make'}, 1_000_000, 9_000_000);
  const base = layer(
    {startLine: 4, base: true, cause: 'base image', instruction: 'FROM x'},
    0,
    9e7,
  );

  function against(before: number, layers: readonly LayerChange[]): Evidence {
    const unpacked = {before, after: 100_000_000};
    const comparison = {
      ...{unpacked, download: {before: 1, after: 40_000_000}, layers},
      ...{causes: [], bases: [], misses: []},
    };
    return {...GOOD, comparison: known({state: 'compared', comparison})};
  }

  function told(evidence: Evidence): unknown {
    const [violation] = size.judge({level: 'error', max: '80MB'}, evidence);
    return [violation?.place?.startLine, violation?.told.words.advice.split(':')[0]];
  }

  const BIGGEST = [8, 'The biggest layer brings 90.0 MB (RUN make install)'];

  test('the line that grew most is named, and not the biggest layer', () => {
    expect(told(against(70_000_000, [run, copy]))).toEqual([
      12,
      'This line (COPY . .) brings 30.0 MB more than in the baseline',
    ]);
  });

  test('it is the base only if that is what grew', () => {
    expect(told(against(70_000_000, [run, base]))).toEqual([
      4,
      'The base image (FROM x) brings 90.0 MB more than in the baseline',
    ]);
  });

  test('of an image that was over the limit already, nothing that came since is blamed', () => {
    expect(told(against(90_000_000, [run, base]))).toEqual(BIGGEST);
    const drift = layer({cause: 'drift', startLine: 12}, 1, 2);
    expect(told(against(90_000_000, [base, drift]))).toEqual(BIGGEST);
  });

  test('the biggest layer is named where nothing grew, no line is known, or the image is new', () => {
    const {file: _, ...nowhere} = copy;
    const shrank = layer({startLine: 12}, 2, 1);
    expect(told(against(90_000_000, []))).toEqual(BIGGEST);
    expect(told(against(70_000_000, [nowhere, shrank]))).toEqual(BIGGEST);
    expect(told({...GOOD, comparison: known({state: 'new'})})).toEqual(BIGGEST);
  });

  test('each rule goes by its own bytes', () => {
    const packed = {...run, download: {before: 1, after: 3_000_001}};
    const [violation] = download.judge({level: 'error', max: 1000}, against(1, [copy, packed]));
    expect(violation?.place?.startLine).toBe(8);
    expect(violation?.told.data).toMatchObject({
      grown: {bytes: 3_000_000, instruction: 'RUN make'},
    });
  });
});
