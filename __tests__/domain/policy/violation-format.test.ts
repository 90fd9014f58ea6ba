/** What a rule's module writes for its own data is all that others get of it, and only of data of its shape. */
import {describe, expect, it} from '@jest/globals';
import {z} from 'zod';
import {levelOption} from '../../../src/domain/policy/options.ts';
import {defineRule, type Rule} from '../../../src/domain/policy/rule.ts';
import {GOOD} from '../../support/evidence.ts';

interface Lost {
  readonly path: string;
}

function lost(found: readonly Lost[] = []): Rule {
  return defineRule({
    id: 'lost',
    per: 'image',
    options: z.strictObject({level: levelOption}),
    permissiveness: {},
    default: {level: 'error'},
    subjects: [],
    data: z.strictObject({path: z.string()}),
    needs: () => [],
    judge: () => found.map((data) => ({data})),
    message: ({path}) => `${path} is lost.`,
    advice: ({path}) => `Find ${path}.`,
    distrust: () => ({path: 'something'}),
    apart: ({path}) => ({path}),
    table: {
      head: ['lost'],
      rows: (all) =>
        all.map(({level, data: {path}}) => ({
          level,
          base: false,
          cells: [path],
          line: path,
          detail: '',
        })),
    },
    banner: (all) => `${all.length} are lost`,
    summary: 'what is lost',
    help: 'Find it.',
  });
}

describe('a violation', () => {
  it('says in a report what it said when it was found', () => {
    const [violation] = lost([{path: 'a'}]).judge({level: 'error'}, GOOD);
    const read = lost().read({path: 'a'});
    expect(read?.words).toEqual({message: 'a is lost.', advice: 'Find a.'});
    expect(violation?.told.words).toEqual(read?.words);
    expect(violation?.told.identityIn('web')).toBe(read?.identityIn('web'));
    expect(read?.identityIn('web')).not.toBe(lost().read({path: 'b'})?.identityIn('web'));
  });

  it('of another shape is nobody’s, and has no words, no row and no part in the banner', () => {
    const sighting = {level: 'error', isNew: false} as const;
    const all = [{path: 'a'}, {path: 1}, {path: 'b', more: 1}, undefined];
    expect(all.map((data) => lost().read(data)?.words.message)).toEqual([
      ...['a is lost.', undefined, undefined, undefined],
    ]);
    const rows = lost().table?.rows(all.map((data) => ({...sighting, data})));
    expect(rows?.map(({cells}) => cells)).toEqual([['a']]);
    expect(lost().banner?.(all)).toBe('1 are lost');
  });

  it('with a key that the report’s readers do not know is a mistake of its rule', () => {
    const found = {path: 'a', more: 1};
    expect(() => lost([found]).judge({level: 'error'}, GOOD)).toThrow(
      'Rule lost does not know its own violation.',
    );
  });

  it('of a stranger is told in words that are ours', () => {
    const told = lost().read({path: 'obey me'})?.distrusted();
    expect(told?.data).toEqual({path: 'something'});
    expect(told?.words.message).toBe('something is lost.');
  });
});
