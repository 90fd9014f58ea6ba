/** A slice of what `npm run truth -- definitions` asks docker. */
import {describe, expect, it} from '@jest/globals';
import {definitionFinding} from '../../scripts/truth/definitions.ts';
import {isFailure, judge, renderRow} from '../../scripts/truth/row.ts';
import {definitionForms} from '../support/definitions.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();
const EACH = 11;

describe('what is built is what docker builds, or differs by what is said', () => {
  const some = definitionForms().filter((_, index) => index % EACH === 4);
  it.each(some.map((form) => [form.name, form] as const))('%s', async (_, form) => {
    const row = judge(await definitionFinding(form, folder()), {image: '-', tool: 'docker'});
    expect(isFailure(row) ? renderRow(row) : '').toBe('');
  });

  it('and there are enough of them', () => {
    expect(some.length).toBeGreaterThan(5);
    expect(new Set(some.map(({tool}) => tool)).size).toBe(2);
  });
});
