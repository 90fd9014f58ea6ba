import {expect, it} from '@jest/globals';
import {defined} from '../../src/domain/defined.ts';

it('keeps what is there, in its order, and nothing that is undefined', () => {
  const fields: {readonly a: number; b?: string | undefined; c: null; d: boolean} = {
    ...{a: 0, b: undefined, c: null, d: false},
  };
  expect(Object.keys(defined(fields))).toEqual(['a', 'c', 'd']);
  expect(defined({...fields, b: ''})).toEqual({a: 0, b: '', c: null, d: false});
});
