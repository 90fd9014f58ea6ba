import {describe, expect, it} from '@jest/globals';
import {ESLint} from 'eslint';
import {z} from 'zod';
import {baselineCommits} from '../../src/domain/keep/event.ts';
import {dictionary, own} from '../../src/domain/own.ts';
import {parseIgnore} from '../../src/domain/context/ignore.ts';

const NAMES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'];

describe('a name of Object.prototype', () => {
  it.each(NAMES)('%s is in no record that does not have it', (name) => {
    expect(own({other: 1}, name)).toBeUndefined();
    expect(parseIgnore('other\n').ignores(name)).toBe(false);
    expect(parseIgnore(`${name}\n`).ignores(name)).toBe(true);
    expect(
      baselineCommits(name, {head: 'a'} as unknown as Parameters<typeof baselineCommits>[1]),
    ).toEqual([]);
  });

  it.each(NAMES)('%s is kept in what comes as JSON', (name) => {
    const parsed = dictionary(z.object({context: z.string()})).parse(
      JSON.parse(`{"${name}": {"context": "a"}, "b": {"context": "c"}}`),
    );
    expect(Object.keys(parsed).sort()).toEqual([name, 'b'].sort());
    expect(own(parsed, name)).toEqual({context: 'a'});
    expect(own(parsed, 'b')).toEqual({context: 'c'});
  });

  it('is no dictionary by being a list or a text', () => {
    for (const value of ['text', null, 1, {a: 1}])
      expect(dictionary(z.string()).safeParse(value).success).toBe(false);
  });

  it('is looked for by the lint rule in every record', async () => {
    const lint = new ESLint();
    const [result] = await lint.lintText(
      'export const at = (from: Record<string, string>, name: string) => from[name];\n',
      {filePath: 'src/domain/own.ts'},
    );
    expect(result?.messages.map(({ruleId}) => ruleId)).toContain('plimsoll/own-keys');
  });
});
