import {describe, expect, it} from '@jest/globals';
import {ESLint} from 'eslint';
import {z} from 'zod';
import {baselineCommits} from '../../src/domain/keep/event-commits.ts';
import {dictionary, ownProperty} from '../../src/domain/own-property.ts';
import {parseIgnore} from '../../src/domain/context/ignore.ts';
import {parsePolicy} from '../../src/domain/policy/parse.ts';
import {policyRecordSchema} from '../../src/domain/record/policy.ts';

const NAMES = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'];

describe('a name of Object.prototype', () => {
  it.each(NAMES)('%s is in no record that does not have it', (name) => {
    expect(ownProperty({other: 1}, name)).toBeUndefined();
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
    expect(ownProperty(parsed, name)).toEqual({context: 'a'});
    expect(ownProperty(parsed, 'b')).toEqual({context: 'c'});
  });

  it.each(NAMES)('%s keeps its place in what is said of it, and in a printed schema', (name) => {
    const schema = z.object({
      images: dictionary(z.object({size: z.number()}))
        .optional()
        .describe('By name'),
    });
    const wrong = schema.safeParse(JSON.parse(`{"images": {"a": {"size": 1}, "${name}": {}}}`));
    expect(wrong.error?.issues.map(({path}) => path)).toEqual([['images', name, 'size']]);
    const whole = schema.parse(JSON.parse(`{"images": {"${name}": {"size": 1}}}`));
    expect(JSON.stringify(whole)).toBe(`{"images":{"${name}":{"size":1}}}`);
    expect(z.toJSONSchema(schema).properties?.['images']).toMatchObject({
      ...{type: 'object', description: 'By name'},
      additionalProperties: {properties: {size: {type: 'number'}}},
    });
  });

  it.each(NAMES)('%s is an image to the policy, as written and as a record keeps it', (name) => {
    const yaml = `version: 1\nimages: {"${name}": {rules: {size: {max: 1MB}}}}\n`;
    const {policy} = parsePolicy(yaml, 'p.yml');
    expect(Object.keys(policy.images ?? {})).toEqual([name]);
    const kept = {rules: {}, waivers: [], ignores: [], vex: [], built: [], enforce: true};
    const json = JSON.stringify(kept).replace(
      '{',
      `{"images":{"${name}":{"size":{"level":"error"}}},`,
    );
    expect(JSON.stringify(policyRecordSchema.parse(JSON.parse(json)).images)).toBe(
      `{"${name}":{"size":{"level":"error"}}}`,
    );
  });

  it('is no dictionary by being a list or a text', () => {
    for (const value of ['text', null, 1, {a: 1}])
      expect(dictionary(z.string()).safeParse(value).success).toBe(false);
  });

  it('is looked for by the lint rule in every record', async () => {
    const lint = new ESLint();
    const [result] = await lint.lintText(
      'export const at = (from: Record<string, string>, name: string) => from[name];\n',
      {filePath: 'src/domain/own-property.ts'},
    );
    expect(result?.messages.map(({ruleId}) => ruleId)).toContain('plimsoll/own-keys');
  });
});
