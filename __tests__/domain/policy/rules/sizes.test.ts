import {known} from '../../../../src/domain/known.ts';
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
  expect(size.words(violation?.data)).toEqual({
    message: 'The unpacked size is 100.0 MB, 20.0 MB over its limit of 80.0 MB.',
    mend: 'The biggest layer brings 90.0 MB (RUN make install): leave out what the running image does not need, build in an earlier stage and copy only the result, or raise rules.size.max.',
  });
});

test('the download size is judged apart; a base layer calls for another base', () => {
  const [violation] = download.judge({level: 'error', max: '10MB'}, GOOD);
  expect(violation?.place).toEqual({file: 'Dockerfile', startLine: 4});
  expect(download.words(violation?.data)).toEqual({
    message: 'The download size is 40.0 MB, 30.0 MB over its limit of 10.0 MB.',
    mend: 'The biggest layer brings 30.0 MB and comes with the base image: choose a smaller base, or raise rules.download.max.',
  });
});

test('an image without layers has no place', () => {
  const evidence = {...GOOD, sizes: known({unpackedBytes: 5, downloadBytes: 5})};
  const [violation] = size.judge({level: 'error', max: 1}, evidence);
  expect(violation).toEqual({data: {bytes: 5, max: 1}});
  expect(size.words(violation?.data)?.mend).toBe('Raise rules.size.max.');
});
