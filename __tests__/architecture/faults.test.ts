/** A run in which a row of the fault matrix was not made does not pass. */
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {FAULTS} from '../support/fault-rows.ts';
import {folders} from '../support/folders.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = folders();
const IDS = Object.keys(FAULTS);

describe('the fault matrix', () => {
  it('has no row that is made twice', () => {
    const tests = join(root, '__tests__/faults');
    const text = readdirSync(tests).map((name) => readFileSync(join(tests, name), 'utf8'));
    const made = [...text.join('\n').matchAll(/\bfault\(\s*'([^']+)'/g)].map(([, id]) => id);
    const times = (id: string): number => made.filter((one) => one === id).length;
    expect(IDS.filter((id) => times(id) > 1)).toEqual([]);
  });

  it.each([
    ['all rows ran', IDS, 0],
    ['one did not', IDS.slice(1), 1],
  ] as const)('is told by the report of the tests when %s', (_what, ids, status) => {
    const lines = ids.map((id) =>
      JSON.stringify({id, verdict: 'pass', sentence: `Of ${id}.`, on: 'x'}),
    );
    const results = folder({
      suites: 'faults 1 0\n',
      'faults.seen': `${lines.join('\n')}\n`,
      'faults.json': JSON.stringify({
        testResults: [
          {name: 'x', status: 'passed', assertionResults: [{fullName: 'x', status: 'passed'}]},
        ],
      }),
    });
    const said = spawnSync(process.execPath, [join(root, 'scripts/test-report.mjs'), results], {
      encoding: 'utf8',
    });
    expect(said).toMatchObject({status});
    expect(said.stdout).toContain(`Of ${IDS[1] ?? ''}.`);
    expect(said.stdout.includes(`${IDS[0] ?? ''}: NOT MADE`)).toBe(status === 1);
  });
});
