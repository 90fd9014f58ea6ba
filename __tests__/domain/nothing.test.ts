import {describe, expect, it} from '@jest/globals';
import {z} from 'zod';
import {parseProgressLine} from '../../src/domain/build/progress.ts';
import {orEmptyList, orUndefined} from '../../src/domain/nullish-schemas.ts';

describe('what Go prints as null', () => {
  it('is nothing, and an empty list', () => {
    const schema = z.object({name: orUndefined(z.string()), all: orEmptyList(z.string())});
    expect(schema.parse({name: null, all: null})).toEqual({all: []});
    expect(schema.parse({})).toEqual({all: []});
    expect(schema.parse({name: 'a', all: ['b']})).toEqual({name: 'a', all: ['b']});
    expect(schema.safeParse({name: 1}).success).toBe(false);
  });

  it('loses no line of BuildKit\u2019s progress', () => {
    const line =
      '{"vertexes":null,"statuses":null,"logs":[{"vertex":"v","data":null}],"warnings":null}';
    expect(parseProgressLine(line)?.logs).toMatchObject([{vertex: 'v'}]);
  });
});
