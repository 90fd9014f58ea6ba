/** What our commands share with the tests can be loaded where there is no jest. */
import {spawnSync} from 'node:child_process';
import {expect, it} from '@jest/globals';
import {ROOT} from '../support/command.ts';

it.each(['scripts/truth/subject.ts', 'scripts/bench/large-report.ts', 'scripts/bench/fresh.ts'])(
  '%s loads without jest',
  (path) => {
    const args = ['--input-type=module', '--eval', `await import('./${path}')`];
    const {status, stderr} = spawnSync(process.execPath, args, {cwd: ROOT, encoding: 'utf8'});
    expect({status, stderr}).toEqual({status: 0, stderr: ''});
  },
);
