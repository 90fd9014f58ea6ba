import {expect, it} from '@jest/globals';
import {memoize} from '../../src/domain/memoize.ts';

it('each thing is made once, for all who ask for the same', () => {
  const made: string[] = [];
  const make = memoize(
    (ask: {readonly name: string}) => {
      made.push(ask.name);
      return ask.name.toUpperCase();
    },
    ({name}) => name,
  );
  expect(['a', 'b', 'a'].map((name) => make({name}))).toEqual(['A', 'B', 'A']);
  expect(made).toEqual(['a', 'b']);
});
