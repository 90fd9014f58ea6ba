/** In a process of its own: what nobody awaits ends a process, and must not end a run's clean-up. */
import {spawnSync} from 'node:child_process';
import {resolve} from 'node:path';
import {describe, expect, it} from '@jest/globals';

const LIVE_DEPS = resolve(import.meta.dirname, '../../src/platform/live-deps.ts');

/** Runs lines of code that have `deps`, and gives the exit status and what they printed. */
function runWithDeps(code: string): {readonly status: number | null; readonly stdout: string} {
  const script = `
    import {setTimeout as pause} from 'node:timers/promises';
    const {liveDeps} = await import(${JSON.stringify(LIVE_DEPS)});
    const deps = await liveDeps();
    ${code}`;
  const {status, stdout} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return {status, stdout};
}

describe('a promise that is rejected while nobody awaits it', () => {
  it('ends nothing after the run was stopped', () => {
    const ran = runWithDeps(`
      deps.abort(new Error('stopped'));
      void Promise.reject(new Error('late'));
      await pause(50);
      console.log(deps.signal.reason.message);`);
    expect(ran).toEqual({status: 0, stdout: 'stopped\n'});
  });

  it('stops a run that goes on, which then cleans up', () => {
    const ran = runWithDeps(`
      void Promise.reject(new Error('unforeseen'));
      await pause(50);
      console.log(deps.signal.reason.message);`);
    expect(ran).toEqual({status: 0, stdout: 'unforeseen\n'});
  });
});
